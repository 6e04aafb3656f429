import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../support/loopback-server.js';

/** A server that answers every question, and what it was sent. */
export interface Served {
  readonly origin: string;
  readonly server: LoopbackServer;
  /** The keys that came, in order. */
  readonly keys: () => readonly (string | undefined)[];
}

/** A server of its own for each test. */
export function useServer(): Served {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startLoopback((exchange, response, request) => {
      const { url } = exchange;
      const answer = url.includes('/workflows') ? { items: [], next: null } : { id: 1, name: 'one', items: [] };
      return json({ ...answer, ModelType: [] }, 200, { 'cache-control': 'max-age=60' })(exchange, response, request);
    });
  });
  afterEach(() => server.close());
  return {
    get origin() {
      return server.origin;
    },
    get server() {
      return server;
    },
    keys: () => server.exchanges.map(({ headers }) => headers.authorization?.replace('Bearer ', '')),
  };
}

/** A working directory of its own for each test; the function writes its `appsettings.json`. */
export function useWorkingDirectory(): (settings: object) => Promise<void> {
  const before = process.cwd();
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'civitkit-nest-'));
    process.chdir(directory);
  });
  afterEach(async () => {
    process.chdir(before);
    await rm(directory, { recursive: true });
  });
  return (settings) => writeFile(join(directory, 'appsettings.json'), JSON.stringify(settings));
}
