import type { IncomingMessage } from 'node:http';
import type { FaultPlan } from './faults/fault-plan.js';
import { FaultGrammarError } from './faults/read-fault.js';
import { isJsonObject } from './http/body-checks.js';
import { jsonReply, type Reply } from './http/reply.js';
import type { RequestLog } from './request-log.js';
import type { RunningEmulator } from './running-emulator.js';

const MAX_BODY_BYTES = 64 * 1024;

/** What can be done to a running emulator. */
export type ControlActions = Pick<
  RunningEmulator,
  | 'addKey'
  | 'revokeKey'
  | 'approveDevice'
  | 'denyDevice'
  | 'expireTokens'
  | 'expireSignedUrls'
  | 'orchestration'
  | 'modelslab'
>;

/** What the control routes reach. */
export interface Controls {
  readonly plan: FaultPlan;
  readonly log: RequestLog;
  readonly actions: ControlActions;
}

/** The members of a body. */
export type Members = Readonly<Record<string, unknown>>;

/** Reads a body as JSON; `empty` stands for one without any byte. */
export async function readControlJson(request: IncomingMessage, empty?: Members): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new FaultGrammarError(`A rule may have at most ${MAX_BODY_BYTES} bytes.`);
    chunks.push(bytes);
  }
  if (size === 0 && empty !== undefined) return empty;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new FaultGrammarError('The body must be one rule as JSON.');
  }
}

/** Answers one control route. */
export type ControlRoute = (request: IncomingMessage, controls: Controls) => Reply | Promise<Reply>;

/** A route whose body is a JSON object; an empty body is an empty one. */
export function withMembers(act: (members: Members, actions: ControlActions) => Reply): ControlRoute {
  return async (request, { actions }) => {
    let members: unknown;
    try {
      members = await readControlJson(request, {});
    } catch (error) {
      if (!(error instanceof FaultGrammarError)) throw error;
    }
    return isJsonObject(members) ? act(members, actions) : jsonReply(400, { error: 'The body must be a JSON object.' });
  };
}

/** The refusal of a member of the wrong type. */
export function wrongMember(name: string, wanted: string): Reply {
  return jsonReply(400, { error: `"${name}" must be ${wanted}.` });
}
