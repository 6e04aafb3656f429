// A list of 200 pages of 100 models of 2 KB, each page 20 ms after it was asked for.
import { createServer } from 'node:http';
import { model } from './models.mjs';

const pages = 200;
const items = Array.from({ length: 100 }, (_, index) => model(index + 1, 2000));
const body = JSON.stringify(items);

const server = createServer((request, response) => {
  const page = Number(new URL(request.url, 'http://x').searchParams.get('cursor') ?? 1);
  const metadata = page < pages ? { nextCursor: String(page + 1) } : {};
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(`{"items":${body},"metadata":${JSON.stringify(metadata)}}`);
  }, 20);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
