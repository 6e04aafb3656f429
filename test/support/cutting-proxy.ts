import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where the next connection breaks. */
export interface Cut {
  /** The bytes of which direction are counted, from now on. */
  readonly direction: 'request' | 'response';
  /** So many of them pass. */
  readonly afterBytes: number;
  /** Whether the client sees a reset or an end. */
  readonly how: 'reset' | 'end';
}

/** A way to a server that breaks where the test says. */
export interface CuttingProxy {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** How many connections it has cut. */
  readonly cuts: number;
  /** Bytes that passed since they were asked for last. */
  takePassed(): Readonly<Record<Cut['direction'], number>>;
  /** Cuts once, wherever the next bytes pass. */
  cutNext(cut: Cut): void;
  close(): Promise<void>;
}

/** Starts a way to `target`, such as `http://127.0.0.1:1234`. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let armed: Cut | undefined;
  let cuts = 0;
  let passed = { request: 0, response: 0 };

  const pass = (direction: Cut['direction'], chunk: Buffer, to: Socket, cutAll: (how: Cut['how']) => void): void => {
    const room = armed?.direction === direction ? armed.afterBytes - passed[direction] : Number.POSITIVE_INFINITY;
    passed[direction] += Math.min(room, chunk.length);
    if (armed === undefined || chunk.length < room) {
      to.write(chunk);
      return;
    }
    const { how } = armed;
    armed = undefined;
    cuts += 1;
    to.write(chunk.subarray(0, room), () => {
      cutAll(how);
    });
  };

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let cut = false;
    const cutAll = (how: Cut['how']): void => {
      cut = true;
      // The server keeps what it has, and may go on with it.
      upstream.end();
      if (how === 'reset') client.resetAndDestroy();
      else client.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        if (!cut) (socket === client ? upstream : client).destroy();
      });
    }
    client.on('data', (chunk) => {
      if (!cut) pass('request', chunk, upstream, cutAll);
    });
    upstream.on('data', (chunk) => {
      if (!cut) pass('response', chunk, client, cutAll);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    takePassed: () => {
      const taken = passed;
      passed = { request: 0, response: 0 };
      return taken;
    },
    cutNext: (cut) => {
      passed = { request: 0, response: 0 };
      armed = cut;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
