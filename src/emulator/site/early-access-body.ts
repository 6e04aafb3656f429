import { isJsonObject, jsonType, memberIssues, typeIssues } from '../http/body-checks.js';
import { at, type Issue, notWhole, tooBig, tooSmall, wrongType } from '../http/issues.js';

function within(value: unknown, least: number, most?: number): readonly Issue[] {
  const issues = typeIssues(value, 'number');
  if (issues.length > 0 || typeof value !== 'number') return issues;
  if (value < least) return [tooSmall(least)];
  return most !== undefined && value > most ? [tooBig(most)] : [];
}

/** Issues of a member, which may be absent. */
function optional(
  object: Readonly<Record<string, unknown>>,
  member: string,
  check: (value: unknown) => readonly Issue[],
): readonly Issue[] {
  const value = object[member];
  return value === undefined ? [] : check(value).map((issue) => at(member, issue));
}

function inObject(check: (object: Readonly<Record<string, unknown>>) => readonly Issue[]) {
  return (value: unknown): readonly Issue[] =>
    isJsonObject(value) ? check(value) : [wrongType('object', jsonType(value))];
}

const wholeTrial = (value: unknown): readonly Issue[] => {
  if (typeof value === 'number' && !Number.isInteger(value)) return [notWhole()];
  return within(value, 0, 1000);
};

const terms = inObject((object) => [
  ...optional(
    object,
    'download',
    inObject((download) => within(download['price'], 100).map((issue) => at('price', issue))),
  ),
  ...optional(
    object,
    'generation',
    inObject((generation) =>
      generation['free'] === true
        ? []
        : [
            ...optional(generation, 'price', (price) => within(price, 50)),
            ...optional(generation, 'trialLimit', wholeTrial),
          ],
    ),
  ),
  ...optional(object, 'acceptsBlueBuzz', (value) => typeIssues(value, 'boolean')),
]);

const paidAccess = (value: unknown): readonly Issue[] => {
  if (value === null) return [];
  return inObject((object) => [
    ...optional(object, 'permanent', (permanent) => typeIssues(permanent, 'boolean')),
    ...optional(object, 'timeframeDays', (days) => within(days, 0)),
    ...terms(object['terms']).map((issue) => at('terms', issue)),
  ])(value);
};

/** The issues of a body of `POST /model-versions/early-access` (contract §7.8); none for a good one. */
export function earlyAccessIssues(body: unknown): readonly Issue[] {
  return inObject((object) => [
    ...memberIssues(object, 'id', 'number'),
    ...optional(object, 'paidAccess', paidAccess),
    ...optional(object, 'donationGoal', (goal) =>
      goal === null ? [] : inObject((one) => memberIssues(one, 'amount', 'number'))(goal),
    ),
    ...optional(object, 'rightsAffirmed', (value) => typeIssues(value, 'boolean')),
  ])(body);
}
