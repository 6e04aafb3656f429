import type { IncomingMessage } from 'node:http';
import type { FaultPlan } from './faults/fault-plan.js';
import { FaultGrammarError, readFaultRule } from './faults/read-fault.js';
import { emptyReply, jsonReply, type Reply } from './http/reply.js';
import type { RequestLog } from './request-log.js';

/** Where a spawned emulator is controlled from outside its process. */
export const CONTROL_PREFIX = '/__emulator/';

const MAX_BODY_BYTES = 64 * 1024;

/** What the control routes reach. */
export interface Controls {
  readonly plan: FaultPlan;
  readonly log: RequestLog;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new FaultGrammarError(`A rule may have at most ${MAX_BODY_BYTES} bytes.`);
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new FaultGrammarError('The body must be one rule as JSON.');
  }
}

async function addFault(request: IncomingMessage, { plan }: Controls): Promise<Reply> {
  try {
    plan.add(readFaultRule(await readJson(request)));
    return emptyReply(204);
  } catch (error) {
    if (error instanceof FaultGrammarError) return jsonReply(400, { error: error.message });
    throw error;
  }
}

type ControlRoute = (request: IncomingMessage, controls: Controls) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, ControlRoute>> = {
  'POST /__emulator/faults': addFault,
  'DELETE /__emulator/faults': (_request, { plan }) => {
    plan.clear();
    return emptyReply(204);
  },
  'GET /__emulator/requests': (_request, { log }) => jsonReply(200, log.requests),
};

/** Answers a request below the control prefix. */
export async function answerControl(request: IncomingMessage, pathname: string, controls: Controls): Promise<Reply> {
  const route = ROUTES[`${request.method} ${pathname}`];
  if (route !== undefined) return route(request, controls);
  return jsonReply(404, { error: `No such control route. There are: ${Object.keys(ROUTES).join(', ')}.` });
}
