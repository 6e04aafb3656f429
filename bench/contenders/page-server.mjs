// Answers every request with a page of 100 models and 2 MB.
import { createServer } from 'node:http';
import { model } from './models.mjs';

const items = Array.from({ length: 100 }, (_, index) => model(index + 1, 20_900));
const body = Buffer.from(JSON.stringify({ items, metadata: { nextCursor: '2' } }));
if (body.length < 2_000_000) throw new Error(`only ${body.length} bytes`);

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
