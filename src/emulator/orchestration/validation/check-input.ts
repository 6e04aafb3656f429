import { isJsonObject } from '../../http/body-checks.js';
import { readReference } from '../references/reference.js';
import { memberPath } from '../references/walk-json.js';
import { type MemberRule, STEP_RULES } from '../steps/step-rules.js';
import type { JsonObject } from '../workflows/workflow-record.js';
import { isAir } from './air-pattern.js';
import type { ErrorMap } from './error-map.js';
import { matchName, readMembers } from './read-members.js';

function checkText(rule: MemberRule & { readonly kind: 'text' }, text: string, at: string, errors: ErrorMap): void {
  if (text === '' && rule.filled === true) errors.add(at, 'The field must not be empty.');
  else if (rule.choices !== undefined && matchName(text, rule.choices) === undefined) {
    errors.add(at, `'${text}' is not one of ${rule.choices.join(', ')}.`);
  }
}

function checkMember(name: string, rule: MemberRule, input: JsonObject, path: string, errors: ErrorMap): void {
  const at = memberPath(path, name);
  const value = Object.hasOwn(input, name) ? (input[name] ?? undefined) : undefined;
  // A reference may stand for any value; it is checked where it is resolved.
  if (readReference(value) !== undefined) return;
  if (value === undefined) {
    if ('required' in rule && rule.required) errors.add(at, `The ${name} field is required.`);
    return;
  }
  const members = readMembers(input, path, errors);
  switch (rule.kind) {
    case 'text': {
      const text = members.text(name);
      if (text !== undefined) checkText(rule, text, at, errors);
      return;
    }
    case 'air': {
      const text = members.text(name);
      if (text !== undefined && !isAir(text)) errors.add(at, `'${text}' is not a valid AIR.`);
      return;
    }
    case 'airKeys':
      if (!isJsonObject(value)) return;
      for (const key of Object.keys(value)) if (!isAir(key)) errors.add(at, `'${key}' is not a valid AIR.`);
      return;
    case 'number':
      members.number(name, rule.min, rule.max);
      return;
    case 'whole':
      members.whole(name, rule.min, rule.max);
      return;
    case 'list':
      if ((members.list(name)?.length ?? rule.minItems ?? 0) < (rule.minItems ?? 0)) {
        errors.add(at, `The field ${name} must have at least ${rule.minItems} item(s).`);
      }
      return;
    case 'object':
      members.object(name);
      return;
    default:
  }
}

/** Whether the server knows a step type. */
export function isStepType(type: string): boolean {
  return Object.hasOwn(STEP_RULES, type);
}

/**
 * Checks the input of a step of a known type: the members the server cannot do without, the main ranges, and AIRs.
 * Unknown members are ignored, and any value may be a reference.
 */
export function checkInput(type: string, input: unknown, path: string, errors: ErrorMap): void {
  if (type === 'imageUpload') {
    if (typeof input !== 'string') errors.add(path, 'The JSON value could not be converted to a string.');
    return;
  }
  if (!isJsonObject(input)) {
    errors.add(
      path,
      input === undefined || input === null ? 'The input field is required.' : 'The input must be an object.',
    );
    return;
  }
  const rules = Object.hasOwn(STEP_RULES, type) ? STEP_RULES[type] : undefined;
  for (const [name, rule] of Object.entries(rules ?? {})) checkMember(name, rule, input, path, errors);
}
