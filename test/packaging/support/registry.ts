import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What somebody has published. */
export interface Publication {
  readonly name: string;
  readonly access: string | undefined;
  readonly tarballBytes: number;
}

/** As much of npm's registry as publishing needs. */
export interface Registry {
  readonly origin: string;
  readonly published: readonly Publication[];
  acceptEverything(): void;
  close(): Promise<void>;
}

/** The body of a publication. */
interface Document {
  readonly name: string;
  readonly access?: string;
  readonly _attachments: Readonly<Record<string, { readonly length: number }>>;
}

/** Starts a registry without packages. The one it `refuses` is answered with 403. */
export async function startRegistry({ refuses }: { readonly refuses?: string } = {}): Promise<Registry> {
  const documents = new Map<string, Document>();
  const published: Publication[] = [];
  let refused = refuses;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    published,
    acceptEverything: () => {
      refused = undefined;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage): Promise<readonly [number, object]> {
    const name = decodeURIComponent((request.url ?? '').slice(1).replace(/\?.*$/, ''));
    if (request.method !== 'PUT') {
      const found = documents.get(name);
      return found === undefined ? [404, { error: 'Not found' }] : [200, found];
    }
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    if (name === refused) return [403, { error: 'You may not' }];
    const document = JSON.parse(Buffer.concat(pieces).toString()) as Document;
    documents.set(name, document);
    const [tarball] = Object.values(document['_attachments']);
    published.push({ name: document.name, access: document.access, tarballBytes: tarball?.length ?? 0 });
    return [200, { ok: true }];
  }
}
