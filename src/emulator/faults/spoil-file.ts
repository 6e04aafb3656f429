import type { IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Reply, wholeBody, withHeaders } from '../http/reply.js';
import { xmlError } from '../storage/xml-error.js';
import type { Fault, WrongRangeFault } from './fault.js';

/** Asks the host; possibly under other headers than those that came. */
export type Ask = (without?: readonly (keyof IncomingHttpHeaders)[]) => Reply | Promise<Reply>;

async function bytesOf(reply: Reply): Promise<Buffer> {
  return Buffer.from(await wholeBody(reply.body));
}

function mislead(reply: Reply, { how = 'shifted' }: WrongRangeFault): Reply {
  const [, first = '0', last = '0', total = '0'] =
    /^bytes (\d+)-(\d+)\/(\d+)$/.exec(reply.headers['content-range'] ?? '') ?? [];
  switch (how) {
    case 'unnamed': {
      const { 'content-range': _range, ...headers } = reply.headers;
      return { ...reply, headers };
    }
    case 'multipart':
      return withHeaders(reply, { 'content-type': 'multipart/byteranges; boundary=part' });
    case 'otherTotal':
      return withHeaders(reply, { 'content-range': `bytes ${first}-${last}/${Number(total) + 4096}` });
    default:
      return withHeaders(reply, {
        'content-range': `bytes ${Number(first) + 1}-${Number(last) + 1}/${Number(total) + 1}`,
      });
  }
}

/** Faults of files and their ranges; all others leave the answer as it is. */
export async function spoilFile(fault: Fault, ask: Ask): Promise<Reply> {
  switch (fault.kind) {
    case 'ignoreRange':
      return ask(['range', 'if-range']);
    case 'wrongRange': {
      const reply = await ask();
      return reply.status === 206 ? mislead(reply, fault) : reply;
    }
    case 'changedFile':
      // Under the old name there is no file any more, so a condition on it does not hold.
      return withHeaders(await ask(['range', 'if-range']), {
        etag: '"another-file-under-the-same-name"',
        'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
      });
    case 'flippedByte': {
      const reply = await ask();
      const bytes = Buffer.from(await bytesOf(reply));
      const at = Math.min(fault.at ?? 0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return { ...reply, body: bytes };
    }
    case 'compressedBody': {
      const reply = await ask();
      return withHeaders({ ...reply, body: gzipSync(await bytesOf(reply)) }, { 'content-encoding': 'gzip' });
    }
    case 'storageError':
      return xmlError(fault.status ?? 503, fault.code, 'Emulated');
    default:
      return ask();
  }
}
