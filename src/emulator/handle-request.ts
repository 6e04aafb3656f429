import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerControl, CONTROL_PREFIX } from './control.js';
import type { Controls } from './control-body.js';
import { deliverReply } from './faults/deliver-reply.js';
import type { Fault } from './faults/fault.js';
import { FaultGrammarError, readFaultHeader } from './faults/read-fault.js';
import type { Ask } from './faults/spoil-file.js';
import { spoilReply } from './faults/spoil-reply.js';
import type { Host } from './http/incoming-call.js';
import { splitTarget } from './http/query-text.js';
import { jsonReply } from './http/reply.js';
import { readRequestBody } from './http/request-body.js';
import { sendReply } from './http/send-reply.js';
import type { OriginName } from './request-log.js';

/** The request header that asks for one fault for this request alone. */
const FAULT_HEADER = 'x-emulator-fault';

/** The parts of a running emulator that answer the requests of one origin. */
export interface Answering extends Controls {
  readonly origin: OriginName;
  readonly host: Host;
}

/** The header's fault replaces the planned ones, which are then not used up. */
function faultsFor(request: IncomingMessage, pathname: string, { plan }: Answering): readonly Fault[] {
  const header = request.headers[FAULT_HEADER];
  if (typeof header === 'string') return [readFaultHeader(header)];
  return plan.take(request.method ?? 'GET', pathname);
}

async function answerHost(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  answering: Answering,
): Promise<void> {
  // Aborted when the client leaves or close() ends its socket, so no wait outlives the connection.
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const body = await readRequestBody(request);
  const faults = faultsFor(request, pathname, answering);
  for (const fault of faults) {
    if (fault.kind === 'latency') await sleep(fault.ms, undefined, { signal: gone.signal });
  }
  const fault = faults.find((one) => one.kind !== 'latency');
  const healthy: Ask = (without = []) =>
    answering.host({
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !without.includes(name))),
      body,
      address: request.socket.remoteAddress ?? '',
      gone: gone.signal,
    });
  const reply = await (fault === undefined ? healthy() : spoilReply(fault, healthy));
  await deliverReply(response, reply, fault, gone.signal);
}

/** Answers one request: control routes, then faults, then the host. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
): Promise<void> {
  const { pathname } = splitTarget(request.url ?? '/');
  try {
    if (pathname.startsWith(CONTROL_PREFIX)) {
      await sendReply(response, await answerControl(request, pathname, answering));
      return;
    }
    answering.log.record(request, answering.origin);
    await answerHost(request, response, pathname, answering);
  } catch (error) {
    if (response.destroyed || response.headersSent) return;
    if (error instanceof FaultGrammarError) await sendReply(response, jsonReply(400, { error: error.message }));
    // A mistake of the emulator itself must not look like an emulated one.
    else await sendReply(response, jsonReply(500, { error: `The emulator failed: ${String(error)}` }));
  }
}
