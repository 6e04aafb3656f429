import { isJsonObject } from '../../http/body-checks.js';
import { memberPath } from '../references/walk-json.js';
import type { JsonObject } from '../workflows/workflow-record.js';
import { checkInput, isStepType } from './check-input.js';
import type { ErrorMap } from './error-map.js';
import { readMembers } from './read-members.js';
import { readTimeSpan } from './time-span.js';

/** A step of a template that has been checked, all but its references. */
export interface CheckedStep {
  readonly type: string;
  readonly name: string;
  readonly priority: string;
  readonly timeout?: string;
  readonly retries?: number;
  readonly metadata: JsonObject;
  readonly input: unknown;
}

const PRIORITIES = ['high', 'normal', 'low'] as const;
const MOST_RETRIES = 2_147_483_647;

/** Checks one step; a step without a name is named by its position. */
export function checkStep(value: unknown, path: string, position: number, errors: ErrorMap): CheckedStep | undefined {
  if (!isJsonObject(value)) {
    errors.add(path, 'A step must be an object.');
    return undefined;
  }
  const members = readMembers(value, path, errors);
  const type = members.text('$type');
  if (type === undefined || !isStepType(type)) {
    const text = type === undefined ? 'The $type field is required.' : `'${type}' is not a known step type.`;
    errors.add(memberPath(path, '$type'), text);
    return undefined;
  }
  const timeout = members.text('timeout');
  const timeoutMs = timeout === undefined ? 1 : readTimeSpan(timeout);
  if (timeoutMs === undefined || timeoutMs <= 0) {
    errors.add(memberPath(path, 'timeout'), 'The JSON value could not be converted to a time span such as 00:10:00.');
  }
  const retries = members.whole('retries', 0, MOST_RETRIES);
  const input = value['input'];
  checkInput(type, input, memberPath(path, 'input'), errors);
  // The inner template is a step like any other; its references may name the loop's variable.
  if (type === 'repeat' && isJsonObject(input) && isJsonObject(input['template'])) {
    checkStep(input['template'], memberPath(path, 'input.template'), 0, errors);
  }
  return {
    type,
    name: members.text('name') ?? String(position),
    priority: members.choice('priority', PRIORITIES) ?? 'normal',
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries }),
    metadata: members.object('metadata') ?? {},
    input,
  };
}
