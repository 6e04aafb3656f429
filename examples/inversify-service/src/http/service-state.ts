/** Whether the service is about to end; a singleton. */
export class ServiceState {
  #stopping = false;

  get stopping(): boolean {
    return this.#stopping;
  }

  stop(): void {
    this.#stopping = true;
  }
}
