import { Container } from 'inversify';
import { afterEach, beforeEach } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';
import { Configuration } from '../../src/index.js';

/** A fresh container for each test, and a server that answers everything with the model "one". */
export interface ServedContainer {
  readonly server: LoopbackServer;
  readonly container: Container;
  /** What the requests so far had as `authorization`. */
  sentKeys(): readonly unknown[];
  /** A configuration with the server's address and a key. */
  keyed(apiKey: string, section?: string): Configuration;
}

/** To be called at the top of a test file. */
export function useServedContainer(): ServedContainer {
  let parts: { readonly server: LoopbackServer; readonly container: Container };
  beforeEach(async () => {
    parts = { server: await startLoopback(json({ id: 1, name: 'one' })), container: new Container() };
  });
  afterEach(async () => {
    await parts.container.unbindAllAsync();
    await parts.server.close();
  });
  return {
    get server() {
      return parts.server;
    },
    get container() {
      return parts.container;
    },
    sentKeys: () => parts.server.exchanges.map(({ headers }) => headers.authorization),
    keyed: (apiKey, section = 'CivitaiApi') =>
      Configuration.from({ [section]: { BaseUrl: parts.server.origin, ApiKey: apiKey } }),
  };
}
