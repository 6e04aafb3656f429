import type { IncomingMessage } from 'node:http';
import type { FaultPlan } from './faults/fault-plan.js';
import { FaultGrammarError, readFaultRule } from './faults/read-fault.js';
import { isJsonObject } from './http/body-checks.js';
import { emptyReply, jsonReply, type Reply } from './http/reply.js';
import type { RequestLog } from './request-log.js';
import type { RunningEmulator } from './running-emulator.js';

/** Where a spawned emulator is controlled from outside its process. */
export const CONTROL_PREFIX = '/__emulator/';

const MAX_BODY_BYTES = 64 * 1024;

/** What can be done to a running emulator. */
export type ControlActions = Pick<
  RunningEmulator,
  'addKey' | 'revokeKey' | 'approveDevice' | 'denyDevice' | 'expireTokens' | 'expireSignedUrls' | 'orchestration'
>;

/** What the control routes reach. */
export interface Controls {
  readonly plan: FaultPlan;
  readonly log: RequestLog;
  readonly actions: ControlActions;
}

type Members = Readonly<Record<string, unknown>>;

async function readJson(request: IncomingMessage, empty?: Members): Promise<unknown> {
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

async function addFault(request: IncomingMessage, { plan }: Controls): Promise<Reply> {
  try {
    plan.add(readFaultRule(await readJson(request)));
    return emptyReply(204);
  } catch (error) {
    if (error instanceof FaultGrammarError) return jsonReply(400, { error: error.message });
    throw error;
  }
}

/** A route whose body is a JSON object; an empty body is an empty one. */
function withMembers(act: (members: Members, actions: ControlActions) => Reply): ControlRoute {
  return async (request, { actions }) => {
    let members: unknown;
    try {
      members = await readJson(request, {});
    } catch (error) {
      if (!(error instanceof FaultGrammarError)) throw error;
    }
    return isJsonObject(members) ? act(members, actions) : jsonReply(400, { error: 'The body must be a JSON object.' });
  };
}

function wrongMember(name: string, wanted: string): Reply {
  return jsonReply(400, { error: `"${name}" must be ${wanted}.` });
}

const addKey = withMembers(({ key, scope, userId }, actions) => {
  if (key !== undefined && (typeof key !== 'string' || key === '')) return wrongMember('key', 'a text');
  if (scope !== undefined && typeof scope !== 'number') return wrongMember('scope', 'a number');
  if (userId !== undefined && typeof userId !== 'number') return wrongMember('userId', 'a number');
  const added = actions.addKey({
    ...(key === undefined ? {} : { key }),
    ...(scope === undefined ? {} : { scope }),
    ...(userId === undefined ? {} : { userId }),
  });
  return jsonReply(200, { key: added });
});

const revokeKey = withMembers(({ key }, actions) => {
  if (typeof key !== 'string') return wrongMember('key', 'a text');
  return actions.revokeKey(key) ? emptyReply(204) : jsonReply(404, { error: 'There is no such key.' });
});

const answerDevice = withMembers(({ userCode, approve }, actions) => {
  if (typeof userCode !== 'string') return wrongMember('userCode', 'a text');
  if (approve !== undefined && typeof approve !== 'boolean') return wrongMember('approve', 'a boolean');
  const known = approve === false ? actions.denyDevice(userCode) : actions.approveDevice(userCode);
  return known ? emptyReply(204) : jsonReply(404, { error: 'No device asks under this code.' });
});

const expireTokens = withMembers(({ refreshTokens }, actions) => {
  if (refreshTokens !== undefined && typeof refreshTokens !== 'boolean')
    return wrongMember('refreshTokens', 'a boolean');
  actions.expireTokens({ refreshTokens: refreshTokens === true });
  return emptyReply(204);
});

type ControlRoute = (request: IncomingMessage, controls: Controls) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, ControlRoute>> = {
  'POST /__emulator/faults': addFault,
  'DELETE /__emulator/faults': (_request, { plan }) => {
    plan.clear();
    return emptyReply(204);
  },
  'GET /__emulator/requests': (_request, { log }) => jsonReply(200, log.requests),
  'POST /__emulator/keys': addKey,
  'DELETE /__emulator/keys': revokeKey,
  'POST /__emulator/devices': answerDevice,
  'POST /__emulator/expire-tokens': expireTokens,
  'POST /__emulator/expire-urls': withMembers((_members, actions) => {
    actions.expireSignedUrls();
    return emptyReply(204);
  }),
};

/** Answers a request below the control prefix. */
export async function answerControl(request: IncomingMessage, pathname: string, controls: Controls): Promise<Reply> {
  const route = ROUTES[`${request.method} ${pathname}`];
  if (route !== undefined) return route(request, controls);
  return jsonReply(404, { error: `No such control route. There are: ${Object.keys(ROUTES).join(', ')}.` });
}
