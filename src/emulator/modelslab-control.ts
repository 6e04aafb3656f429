import { type ControlRoute, type Members, withMembers, wrongMember } from './control-body.js';
import { isJsonObject } from './http/body-checks.js';
import { emptyReply, jsonReply, type Reply } from './http/reply.js';
import type { PlannedFailure } from './modelslab/failures/failure-plan.js';
import { FAILURE_NAMES } from './modelslab/failures/named-failures.js';

const PREFIX = '/__emulator/modelslab';

/** What a member of a rule must be. */
type MemberRule = 'text' | 'number' | 'numberOrNull' | 'textOrNull' | readonly string[];

const FAILURE_MEMBERS: Readonly<Record<string, MemberRule>> = {
  at: ['submit', 'poll', 'call'],
  path: 'text',
  times: 'number',
  errorsAt: ['status', 'ok'],
};

const PLAN_MEMBERS: Readonly<Record<string, MemberRule>> = {
  path: 'text',
  times: 'number',
  end: ['success', 'failed', 'error', 'never'],
  message: 'text',
  workMs: 'number',
  polls: 'number',
  emptyOutputs: 'number',
  id: ['number', 'text', 'none'],
  etaSeconds: 'numberOrNull',
  fetchResult: 'textOrNull',
  proxyLinks: ['list', 'object', 'none'],
  transcript: ['url', 'text', 'object', 'field', 'nested'],
};

function fits(value: unknown, rule: MemberRule): boolean {
  switch (rule) {
    case 'text':
      return typeof value === 'string';
    case 'textOrNull':
      return value === null || typeof value === 'string';
    case 'number':
      return typeof value === 'number' && value >= 0;
    case 'numberOrNull':
      return value === null || (typeof value === 'number' && value >= 0);
    default:
      return rule.some((one) => one === value);
  }
}

/** The refusal of the first member that is unknown or wrong. */
function mistakeIn(members: Members, rules: Readonly<Record<string, MemberRule>>): Reply | undefined {
  for (const [name, value] of Object.entries(members)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) return jsonReply(400, { error: `There is no member "${name}". ${listed(rules)}` });
    if (!fits(value, rule))
      return wrongMember(name, typeof rule === 'string' ? words(rule) : `one of ${rule.join(', ')}`);
  }
  return undefined;
}

function listed(rules: Readonly<Record<string, MemberRule>>): string {
  return `There are: ${Object.keys(rules).join(', ')}.`;
}

function words(rule: string): string {
  return rule.startsWith('number') ? 'a number from 0' : 'a text';
}

function isFailure(failure: unknown): boolean {
  if (isJsonObject(failure)) return typeof failure['status'] === 'number' && isJsonObject(failure['body']);
  return FAILURE_NAMES.some((name) => name === failure);
}

const failNext = withMembers(({ failure, ...when }, { modelslab }) => {
  if (!isFailure(failure)) return wrongMember('failure', `{ status, body } or one of ${FAILURE_NAMES.join(', ')}`);
  const mistake = mistakeIn(when, FAILURE_MEMBERS);
  if (mistake !== undefined) return mistake;
  // Every member was checked above.
  modelslab.failNext({ failure, ...when } as PlannedFailure);
  return emptyReply(204);
});

const planJob = withMembers((plan, { modelslab }) => {
  const mistake = mistakeIn(plan, PLAN_MEMBERS);
  if (mistake !== undefined) return mistake;
  modelslab.planJob(plan);
  return emptyReply(204);
});

const setBalance = withMembers(({ balance }, { modelslab }) => {
  if (typeof balance !== 'number' || balance < 0) return wrongMember('balance', 'a number of dollars');
  modelslab.setBalance(balance);
  return emptyReply(204);
});

function isId(id: unknown): id is number | string {
  return typeof id === 'number' || typeof id === 'string';
}

const fail = withMembers(({ id, message }, { modelslab }) => {
  if (!isId(id)) return wrongMember('id', 'the id of a job');
  if (message !== undefined && typeof message !== 'string') return wrongMember('message', 'a text');
  return modelslab.fail(id, message) ? emptyReply(204) : jsonReply(404, { error: 'No such job is at work.' });
});

const redeliver = withMembers(({ id }, { modelslab }) => {
  if (!isId(id)) return wrongMember('id', 'the id of a job, a training or a run');
  return modelslab.redeliver(id) ? emptyReply(204) : jsonReply(404, { error: 'It had no webhooks.' });
});

/** The control routes of ModelsLab: what tests do in the process, for an emulator in another one. */
export const MODELSLAB_CONTROLS: Readonly<Record<string, ControlRoute>> = {
  [`GET ${PREFIX}`]: (_request, { actions: { modelslab } }) => {
    const { assetRequests, balance, charges, webhooks } = modelslab;
    return jsonReply(200, { balance, charges, jobs: modelslab.jobs(), assetRequests, webhooks });
  },
  [`POST ${PREFIX}/fail-next`]: failNext,
  [`POST ${PREFIX}/plan-job`]: planJob,
  [`POST ${PREFIX}/clear-plans`]: withMembers((_members, { modelslab }) => {
    modelslab.clearPlans();
    return emptyReply(204);
  }),
  [`POST ${PREFIX}/hold`]: withMembers((_members, { modelslab }) => {
    modelslab.hold();
    return emptyReply(204);
  }),
  [`POST ${PREFIX}/release`]: withMembers((_members, { modelslab }) => {
    modelslab.release();
    return emptyReply(204);
  }),
  [`POST ${PREFIX}/fail`]: fail,
  [`POST ${PREFIX}/balance`]: setBalance,
  [`POST ${PREFIX}/expire-links`]: withMembers((_members, { modelslab }) => {
    modelslab.expireLinks();
    return emptyReply(204);
  }),
  [`POST ${PREFIX}/redeliver`]: redeliver,
};
