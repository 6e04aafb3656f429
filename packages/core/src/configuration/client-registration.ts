/** Which part of the configuration is meant. */
export interface ClientRegistration {
  /** Name of the section. Default: the client's own, such as `CivitaiApi`. */
  readonly section?: string | undefined;
  /**
   * Name of the client, for more than one account in a process. A named client takes `CIVITAI_API_KEY` only when its
   * section has no key.
   */
  readonly name?: string | undefined;
}
