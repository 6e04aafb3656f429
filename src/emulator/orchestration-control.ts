import { type ControlRoute, type Members, withMembers, wrongMember } from './control-body.js';
import { emptyReply, jsonReply, type Reply } from './http/reply.js';
import { OPEN_STATUSES } from './orchestration/lifecycle/work-status.js';
import { SPEND_ORDER } from './orchestration/money/currency.js';

const PREFIX = '/__emulator/orchestration';

/** The texts among some members; the name of one that is no text. */
function textsOf(members: Members, names: readonly string[]): Record<string, string> | string {
  const wrong = names.find((name) => members[name] !== undefined && typeof members[name] !== 'string');
  if (wrong !== undefined) return wrong;
  return Object.fromEntries(
    names.flatMap((name) => (typeof members[name] === 'string' ? [[name, members[name]]] : [])),
  );
}

function ended(was: boolean): Reply {
  return was ? emptyReply(204) : jsonReply(404, { error: 'No such workflow is at work.' });
}

const setBalances = withMembers(({ userId, ...balances }, { orchestration }) => {
  if (userId !== undefined && typeof userId !== 'number') return wrongMember('userId', 'a number');
  for (const [name, amount] of Object.entries(balances)) {
    if (!SPEND_ORDER.some((currency) => currency === name))
      return wrongMember(name, `one of ${SPEND_ORDER.join(', ')}`);
    if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0)
      return wrongMember(name, 'a whole number');
  }
  orchestration.setBalances(balances, userId);
  return emptyReply(204);
});

const hold = withMembers(({ status }, { orchestration }) => {
  const known = OPEN_STATUSES.find((one) => one === status);
  if (known === undefined) return wrongMember('status', `one of ${OPEN_STATUSES.join(', ')}`);
  orchestration.holdAt(known);
  return emptyReply(204);
});

const fail = withMembers((members, { orchestration }) => {
  const texts = textsOf(members, ['workflowId', 'reason', 'blockedReason', 'stepName']);
  if (typeof texts === 'string') return wrongMember(texts, 'a text');
  const { workflowId = '', ...why } = texts;
  return ended(orchestration.fail(workflowId, why));
});

const expire = withMembers(({ workflowId }, { orchestration }) =>
  typeof workflowId === 'string' ? ended(orchestration.expire(workflowId)) : wrongMember('workflowId', 'a text'),
);

/** The control routes of the generation API: what tests do in the process, for an emulator in another one. */
export const ORCHESTRATION_CONTROLS: Readonly<Record<string, ControlRoute>> = {
  [`GET ${PREFIX}`]: (_request, { actions: { orchestration } }) =>
    jsonReply(200, {
      balances: orchestration.balances(),
      charged: orchestration.charged,
      workflows: orchestration.workflows(),
    }),
  [`POST ${PREFIX}/balances`]: setBalances,
  [`POST ${PREFIX}/hold`]: hold,
  [`POST ${PREFIX}/release`]: (_request, { actions }) => {
    actions.orchestration.release();
    return emptyReply(204);
  },
  [`POST ${PREFIX}/fail`]: fail,
  [`POST ${PREFIX}/expire`]: expire,
};
