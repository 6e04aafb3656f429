import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../http/reply.js';
import { sendHead, sendReply } from '../http/send-reply.js';
import type { Fault, SlowBodyFault } from './fault.js';

/** Long enough for the first part to reach the client, so that it sees a broken body and not a broken connection. */
const BEFORE_RESET_MS = 15;
const SLOW_CHUNK_BYTES = 64;
const SLOW_PAUSE_MS = 50;
const MISSING_BYTES = 100;

function bytesOf({ body }: Reply): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    // A client that has left is no failure of the emulator: either way this part is over.
    response.write(bytes, () => resolve());
  });
}

async function writePart(response: ServerResponse, reply: Reply, afterBytes: number | undefined): Promise<void> {
  const bytes = bytesOf(reply);
  sendHead(response, reply);
  response.flushHeaders();
  const part = bytes.subarray(0, afterBytes ?? Math.floor(bytes.length / 2));
  if (part.length > 0) await write(response, part);
}

async function drip(response: ServerResponse, reply: Reply, fault: SlowBodyFault, signal: AbortSignal): Promise<void> {
  const bytes = bytesOf(reply);
  const size = fault.chunkBytes ?? SLOW_CHUNK_BYTES;
  sendHead(response, reply);
  response.flushHeaders();
  for (let start = 0; start < bytes.length; start += size) {
    await sleep(fault.pauseMs ?? SLOW_PAUSE_MS, undefined, { signal });
    await write(response, bytes.subarray(start, start + size));
  }
  response.end();
}

/**
 * Delivers an answer, badly where the fault is about delivery. Waits end with `signal`, which the caller aborts when the
 * client is gone or the emulator closes; the promise then rejects with the reason.
 */
export async function deliverReply(
  response: ServerResponse,
  reply: Reply,
  fault: Fault | undefined,
  signal: AbortSignal,
): Promise<void> {
  switch (fault?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'resetMidBody':
      await writePart(response, reply, fault.afterBytes);
      await sleep(BEFORE_RESET_MS, undefined, { signal });
      response.socket?.resetAndDestroy();
      return;
    case 'truncatedBody':
      sendHead(response, reply, fault.missingBytes ?? MISSING_BYTES);
      await write(response, bytesOf(reply));
      response.socket?.destroySoon();
      return;
    case 'slowBody':
      await drip(response, reply, fault, signal);
      return;
    case 'stalledHeaders':
      // Nothing more happens until somebody closes the connection.
      return;
    case 'stalledBody':
      await writePart(response, reply, fault.afterBytes);
      return;
    default:
      sendReply(response, reply);
  }
}
