import { once } from 'node:events';
import { createServer } from 'node:http';

/** Stands in for Civitai: answers everything with a model, and remembers which key came from which cell. */
export async function startKeyServer() {
  const authorizations = new Map();
  const server = createServer((request, response) => {
    const id = request.url.split('/')[1];
    authorizations.set(id, request.headers.authorization ?? 'none');
    response.setHeader('content-type', 'application/json').end('{"id":1,"name":"one"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    authorizationOf: (id) => authorizations.get(id),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
