import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStream, type Reply } from '../http/reply.js';
import { sendHead, sendReply, writeBytes } from '../http/send-reply.js';
import type { Fault, SlowBodyFault } from './fault.js';

/**
 * Long enough for the first part to reach the client, so that it sees a broken body and not a broken connection. In so many
 * steps: a client in this very process reads between two of them, and a single timer may be over before it has the turn.
 */
const STEPS_BEFORE_RESET = 15;
const SLOW_CHUNK_BYTES = 64;
const SLOW_PAUSE_MS = 50;
const MISSING_BYTES = 100;

/** The body in parts: a stream's own, of anything else one. */
async function* partsOf({ body }: Reply): AsyncGenerator<Buffer> {
  if (isStream(body)) yield* body;
  else yield Buffer.from(body);
}

/** Headers and the first part of the body: half of it unless told, of a stream what comes first. */
async function sendBeginning(response: ServerResponse, reply: Reply, afterBytes: number | undefined): Promise<void> {
  sendHead(response, reply);
  response.flushHeaders();
  let left = afterBytes;
  for await (const part of partsOf(reply)) {
    left ??= isStream(reply.body) ? part.length : Math.floor(part.length / 2);
    if (left > 0) await writeBytes(response, part.subarray(0, left));
    left -= part.length;
    if (left <= 0) return;
  }
}

async function drip(response: ServerResponse, reply: Reply, fault: SlowBodyFault, signal: AbortSignal): Promise<void> {
  const size = fault.chunkBytes ?? SLOW_CHUNK_BYTES;
  sendHead(response, reply);
  response.flushHeaders();
  for await (const part of partsOf(reply)) {
    for (let start = 0; start < part.length; start += size) {
      await sleep(fault.pauseMs ?? SLOW_PAUSE_MS, undefined, { signal });
      await writeBytes(response, part.subarray(start, start + size));
    }
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
    case 'resetAfter':
      response.socket?.resetAndDestroy();
      return;
    case 'resetMidBody':
      await sendBeginning(response, reply, fault.afterBytes);
      for (let step = 0; step < STEPS_BEFORE_RESET; step += 1) await sleep(1, undefined, { signal });
      response.socket?.resetAndDestroy();
      return;
    case 'truncatedBody':
      sendHead(response, reply, fault.missingBytes ?? MISSING_BYTES);
      for await (const part of partsOf(reply)) await writeBytes(response, part);
      response.socket?.destroySoon();
      return;
    case 'shortLength':
      sendHead(response, reply, -(fault.extraBytes ?? MISSING_BYTES));
      for await (const part of partsOf(reply)) await writeBytes(response, part);
      response.socket?.destroySoon();
      return;
    case 'slowBody':
      await drip(response, reply, fault, signal);
      return;
    case 'stalledHeaders':
      // Nothing more happens until somebody closes the connection.
      return;
    case 'stalledBody':
      await sendBeginning(response, reply, fault.afterBytes);
      return;
    default:
      await sendReply(response, reply);
  }
}
