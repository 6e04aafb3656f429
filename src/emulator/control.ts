import type { IncomingMessage } from 'node:http';
import { type ControlRoute, type Controls, readControlJson, withMembers, wrongMember } from './control-body.js';
import { FaultGrammarError, readFaultRule } from './faults/read-fault.js';
import { emptyReply, jsonReply, type Reply } from './http/reply.js';
import { MODELSLAB_CONTROLS } from './modelslab-control.js';
import { ORCHESTRATION_CONTROLS } from './orchestration-control.js';

/** Where a spawned emulator is controlled from outside its process. */
export const CONTROL_PREFIX = '/__emulator/';

async function addFault(request: IncomingMessage, { plan }: Controls): Promise<Reply> {
  try {
    plan.add(readFaultRule(await readControlJson(request)));
    return emptyReply(204);
  } catch (error) {
    if (error instanceof FaultGrammarError) return jsonReply(400, { error: error.message });
    throw error;
  }
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
  ...ORCHESTRATION_CONTROLS,
  ...MODELSLAB_CONTROLS,
};

/** Answers a request below the control prefix. */
export async function answerControl(request: IncomingMessage, pathname: string, controls: Controls): Promise<Reply> {
  const route = ROUTES[`${request.method} ${pathname}`];
  if (route !== undefined) return route(request, controls);
  return jsonReply(404, { error: `No such control route. There are: ${Object.keys(ROUTES).join(', ')}.` });
}
