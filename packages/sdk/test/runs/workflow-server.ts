import type { ServerResponse } from 'node:http';
import type { Exchange, Responder } from '../../../../test/support/loopback-server.js';
import { json } from '../../../../test/support/loopback-server.js';
import { workflow } from '../workflows/samples.js';

/** A read that is being held. */
interface HeldRead {
  readonly exchange: Exchange;
  readonly response: ServerResponse;
}

/**
 * One workflow on a server whose holds the test ends by hand: `answer` is what a server does with news, or when the time
 * of the hold is over. Nothing here looks at a clock.
 */
export class WorkflowServer {
  /** Reads that wait for an answer, oldest first. */
  readonly held: HeldRead[] = [];
  readonly reads: string[] = [];
  cancels = 0;
  submits = 0;
  /** What a read gets at once instead of being held. */
  atOnce: Responder | undefined;
  /** What a submit gets. */
  onSubmit: Responder | undefined;
  #state: Record<string, unknown>;

  constructor(state: Record<string, unknown> = workflow()) {
    this.#state = state;
  }

  readonly respond: Responder = (exchange, response, request) => {
    const { method, url } = exchange;
    if (method === 'POST') {
      this.submits += 1;
      this.set({ externalId: (JSON.parse(exchange.body) as { externalId?: string }).externalId });
      return (this.onSubmit ?? json(this.#state))(exchange, response, request);
    }
    if (method === 'PUT') {
      this.cancels += 1;
      return json(this.#state)(exchange, response, request);
    }
    const query = new URL(url, 'http://localhost').search.slice(1);
    this.reads.push(query);
    if (this.atOnce !== undefined) return this.atOnce(exchange, response, request);
    if (!query.includes('wait=')) return json(this.#state)(exchange, response, request);
    this.held.push({ exchange, response });
    response.once('close', () => {
      const index = this.held.findIndex((read) => read.response === response);
      if (index >= 0) this.held.splice(index, 1);
    });
  };

  /** The workflow changes; nobody is told. */
  set(change: Readonly<Record<string, unknown>>): void {
    this.#state = { ...this.#state, ...change };
  }

  /** Answers everything that is held. */
  answer(change: Readonly<Record<string, unknown>> = {}, status = 200): void {
    this.set(change);
    for (const { exchange, response } of this.held.splice(0)) {
      void json(this.#state, status)(exchange, response, response.req);
    }
  }
}

/** The one step of the sample, with other members. */
export function withStep(change: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    status: change['status'] ?? 'processing',
    steps: [
      { $type: 'echo', name: '$0', priority: 'normal', status: 'processing', metadata: {}, input: {}, ...change },
    ],
  };
}
