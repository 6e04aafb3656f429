import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ListenOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Called when the end begins, such as for a health check that says so. */
  readonly onStopping?: () => void;
  /** How long requests that are under way may take. Less than the orchestrator waits before it kills. Default: 20 s. */
  readonly graceMs?: number;
}

/**
 * Serves until SIGTERM or SIGINT: then nothing new is accepted, and what is under way is finished. A second signal ends the
 * process at once.
 */
export async function listenUntilStopped(server: Server, options: ListenOptions): Promise<void> {
  const { port, onStopping, graceMs = 20_000 } = options;
  server.on('request', (_request, response) => {
    // a client that keeps its connection would hold the server up for as long as it likes
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  server.listen(port);
  await once(server, 'listening');
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  const signal = await nextSignal();
  console.log(`${signal}: finishing what is under way`);
  onStopping?.();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  server.close();
  await once(server, 'close');
  clearTimeout(timer);
  console.log('stopped');
}

function nextSignal(): Promise<NodeJS.Signals> {
  const names = ['SIGTERM', 'SIGINT'] as const;
  return new Promise((resolve) => {
    const stop = (name: NodeJS.Signals): void => {
      for (const each of names) process.off(each, stop);
      resolve(name);
    };
    for (const name of names) process.on(name, stop);
  });
}
