// The site and the storage of one file, in a process of its own so that their CPU is nobody's: the answer about a version,
// the redirect to the storage, and bytes with ranges. Arguments: size of the file, and the bytes a second that each
// connection gets (0: as many as it takes). Prints where it is and what it has as JSON.
import { createHash, randomFillSync } from 'node:crypto';
import { createServer } from 'node:http';

const [, , sizeBytes, bytesPerSecond] = process.argv.map(Number);
const versionId = 301;
const fileId = 401;
const fileName = 'large.safetensors';

/** The file is this, again and again; it begins as a safetensors file does. */
const block = randomFillSync(Buffer.alloc(4_194_304));
const header = Buffer.from('{"__metadata__":{}}');
block.writeBigUInt64LE(BigInt(header.length));
header.copy(block, 8);

/** Pieces of the file, as views of the block. */
function* pieces(start, end, most) {
  for (let at = start; at < end; ) {
    const from = at % block.length;
    const piece = block.subarray(from, Math.min(from + most, from + end - at));
    at += piece.length;
    yield piece;
  }
}

const hash = createHash('sha256');
for (const piece of pieces(0, sizeBytes, block.length)) hash.update(piece);
const sha256 = hash.digest('hex').toUpperCase();

/** When a connection may have its next byte; what it did not use is gone. */
const paidUntil = new WeakMap();

async function send(socket, response, start, end) {
  const most = bytesPerSecond > 0 ? 65_536 : 1_048_576;
  for (const piece of pieces(start, end, most)) {
    if (socket.destroyed) return;
    if (bytesPerSecond > 0) {
      const now = performance.now();
      // Timers are late by a millisecond or so; what is owed for that is made up for, but no more than that.
      const until = Math.max(paidUntil.get(socket) ?? 0, now - 20) + (piece.length / bytesPerSecond) * 1000;
      paidUntil.set(socket, until);
      if (until > now) await new Promise((resolve) => setTimeout(resolve, until - now));
    }
    if (!response.write(piece)) {
      await new Promise((resolve) => {
        const go = () => {
          response.off('drain', go).off('close', go);
          resolve();
        };
        response.on('drain', go).on('close', go);
      });
    }
  }
  response.end();
}

const storage = createServer((request, response) => {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = Number(first ?? 0);
  const end = last ? Math.min(Number(last) + 1, sizeBytes) : sizeBytes;
  response.writeHead(first === undefined ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'content-length': end - start,
    'content-disposition': `attachment; filename="${fileName}"`,
    'accept-ranges': 'bytes',
    etag: `"${sha256.slice(0, 32)}"`,
    ...(first === undefined ? {} : { 'content-range': `bytes ${start}-${end - 1}/${sizeBytes}` }),
  });
  if (request.method === 'HEAD') response.end();
  else void send(request.socket, response, start, end);
});

const file = {
  id: fileId,
  name: fileName,
  type: 'Model',
  sizeKB: sizeBytes / 1024,
  primary: true,
  metadata: { format: 'SafeTensor', size: 'full', fp: 'fp16' },
  pickleScanResult: 'Success',
  virusScanResult: 'Success',
  hashes: { SHA256: sha256 },
};
const version = {
  id: versionId,
  modelId: 201,
  name: 'v1',
  availability: 'Public',
  model: { name: 'Large', type: 'Checkpoint', nsfw: false, poi: false },
  files: [file],
  images: [],
};

const site = createServer((request, response) => {
  request.resume();
  const { pathname } = new URL(request.url, 'http://site');
  if (pathname === `/api/download/models/${versionId}`) {
    const location = `http://127.0.0.1:${storage.address().port}/${fileName}?X-Amz-Expires=86400&X-Amz-Signature=00`;
    response.writeHead(307, { location }).end();
  } else if (pathname === `/api/v1/model-versions/${versionId}`) {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(version));
  } else response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"Not found"}');
});

const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
await Promise.all([listen(storage), listen(site)]);
const origin = `http://127.0.0.1:${site.address().port}`;
console.log(JSON.stringify({ origin, url: `${origin}/api/download/models/${versionId}?fileId=${fileId}`, sha256 }));
