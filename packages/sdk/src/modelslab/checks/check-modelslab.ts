import { describe, quote } from '../../checks/describe.js';
import { didYouMean } from '../../checks/did-you-mean.js';
import type { Finding } from '../../checks/finding.js';
import { containerKind, type Members, own, readMembers } from '../../checks/read-json.js';
import { checkTable } from '../generated/check-table.js';
import type { ModelsLabOperations, ModelsLabPlainCalls } from '../generated/parameters.js';
import { checkMember } from './check-member.js';
import { SendableCheck } from './check-sendable.js';
import type { OperationRules } from './check-table.js';
import { below, FindingList } from './finding-list.js';
import { suggestMember } from './member-names.js';

/** An operation of ModelsLab: a kind of job, or a call that answers at once. Others pass with a warning. */
export type CheckedOperation = keyof ModelsLabOperations | keyof ModelsLabPlainCalls | (string & {});

/**
 * Looks at the parameters of a ModelsLab operation before they are sent.
 *
 * An `error` is what cannot be sent at all: no object, no JSON, a `key`. All else is a `warning`, for the documents of
 * this API contradict their own examples: ranges, words, required and unknown members.
 *
 * @param operation - such as `images.text2img`
 * @returns what was found: what is missing first, then in the order of the parameters
 *
 * @example
 * ```ts
 * import { checkModelsLab } from '@civitkit/sdk/modelslab/checks';
 *
 * const parameters = { model_id: 'flux', prompt: 'a lighthouse at dusk', num_inference_step: 30 };
 * for (const { path, message } of checkModelsLab('images.text2img', parameters)) console.warn(path, message);
 * // /num_inference_step "num_inference_step" is not known here. Did you mean "num_inference_steps"? …
 * ```
 */
export function checkModelsLab(operation: CheckedOperation, parameters: unknown): readonly Finding[] {
  const findings = new FindingList();
  const members = readParameters(findings, parameters);
  const rules = own(checkTable, operation);
  if (rules === undefined) {
    const suggestion = didYouMean(operation, Object.keys(checkTable));
    const message = `${quote(operation)} is not a known operation.${suggestion} Its parameters were not checked.`;
    findings.warn('', 'unknown_choice', message);
  } else if (members !== undefined) checkMissing(findings, rules, members);
  if (members !== undefined) checkEach(findings, rules, members);
  return findings.all;
}

/** The members that would be sent; `undefined` when nothing can be. */
function readParameters(findings: FindingList, parameters: unknown): Members | undefined {
  const kind = typeof parameters === 'object' && parameters !== null ? containerKind(parameters) : undefined;
  if (kind === 'broken') {
    findings.error('', 'not_json', 'Reading these parameters throws, and sending them would too. Pass plain data.');
    return undefined;
  }
  if (kind !== 'object') {
    const given = kind === undefined || kind === 'list' ? describe(parameters) : 'an object of another kind';
    findings.error('', 'wrong_type', `The parameters are ${given}; pass a plain object.`);
    return undefined;
  }
  const members = readMembers(parameters as object);
  if (members === undefined) {
    findings.error('', 'not_json', 'Reading these parameters throws, and sending them would too. Pass plain data.');
  } else if (hasKey(parameters as object)) {
    findings.error('/key', 'refused_value', 'Leave out "key": the client adds the configured one (MODELSLAB_API_KEY).');
  }
  return members;
}

/** The client refuses it even where it would not be sent. */
function hasKey(parameters: object): boolean {
  try {
    return 'key' in parameters;
  } catch {
    return false;
  }
}

function checkMissing(findings: FindingList, rules: OperationRules, members: Members): void {
  const isGiven = (name: string): boolean => (members.get(name) ?? null) !== null;
  for (const name of rules.r ?? []) {
    if (isGiven(name)) continue;
    findings.warn(below('', name), 'missing_member', `The documents require "${name}" here.`);
  }
  const model = members.get('model_id');
  for (const name of (typeof model === 'string' ? own(rules.w ?? {}, model) : undefined) ?? []) {
    if (!isGiven(name))
      findings.warn(below('', name), 'missing_member', `The model ${quote(String(model))} requires "${name}".`);
  }
  const [first] = rules.o ?? [];
  if (first !== undefined && rules.o?.some(isGiven) !== true) {
    const names = rules.o?.map((name) => `"${name}"`).join(' or ') ?? '';
    findings.warn(below('', first), 'missing_member', `One of ${names} is needed here.`);
  }
}

function checkEach(findings: FindingList, rules: OperationRules | undefined, members: Members): void {
  const sendable = new SendableCheck(findings);
  const takesData = isOn(members.get('base64'));
  const known = Object.keys(rules?.m ?? {});
  const given = new Set(members.keys());
  for (const [name, value] of members) {
    if (findings.isFull) return;
    if (name === 'key') continue;
    const path = below('', name);
    const isFine = sendable.check(path, value);
    if (rules === undefined) continue;
    const memberRules = own(rules.m, name);
    if (memberRules === undefined) {
      const suggestion = suggestMember(name, known, given);
      findings.warn(path, 'unknown_member', `${quote(name)} is not known here.${suggestion} It is sent as it is.`);
    } else if (isFine) checkMember(findings, { name, path, takesData }, memberRules, value);
  }
}

function isOn(flag: unknown): boolean {
  return flag === true || flag === 'yes' || flag === 'true';
}
