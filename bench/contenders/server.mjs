// One loopback server for all contenders, in a process of its own so that its CPU is nobody's.
import { createServer } from 'node:http';

const model = JSON.stringify({
  id: 827184,
  name: 'Example',
  description: '<p>text</p>'.repeat(40),
  allowCommercialUse: ['Image'],
  tags: ['a', 'b'],
  modelVersions: [{ id: 1, name: 'v1', files: [{ id: 2, hashes: {}, metadata: {} }], images: [] }],
});
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(model),
    'cache-control': 'public, s-maxage=300, stale-while-revalidate=150',
  });
  response.end(model);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
