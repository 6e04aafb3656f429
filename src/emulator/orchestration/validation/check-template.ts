import { isJsonObject } from '../../http/body-checks.js';
import { type Currency, SPEND_ORDER } from '../money/currency.js';
import { checkReferences } from '../references/check-references.js';
import { memberPath } from '../references/walk-json.js';
import type { CallbackTarget, JsonObject, WorkflowSettings } from '../workflows/workflow-record.js';
import { type CheckedStep, checkStep } from './check-step.js';
import { checkTags } from './check-tags.js';
import type { ErrorMap } from './error-map.js';
import { type MemberReader, matchName, readMembers } from './read-members.js';

/** A template that may be submitted. */
export interface CheckedTemplate {
  readonly settings: WorkflowSettings;
  readonly metadata: JsonObject;
  readonly tags: readonly string[];
  readonly allowMatureContent?: boolean;
  readonly downloadPriority?: string;
  readonly steps: readonly (CheckedStep & { readonly needs: readonly string[] })[];
}

const NSFW_LEVELS = ['pg', 'pg13', 'r', 'x', 'xxx', 'na'] as const;
const UPGRADE_MODES = ['manual', 'automatic'] as const;
const EVENTS =
  /^(?:workflow|step|job):(?:\*|unassigned|preparing|scheduled|processing|succeeded|failed|expired|canceled)$/i;
const EXTERNAL_ID = /^[\w-]{1,128}$/;

/** HTTPS, or this machine: an emulator calls the tests that use it. */
function mayBeCalled(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(?:localhost|127\..*|\[::1\])$/.test(url.hostname))
  );
}

function checkCallback(value: unknown, path: string, errors: ErrorMap): readonly CallbackTarget[] {
  if (!isJsonObject(value)) {
    errors.add(path, 'A callback must be an object.');
    return [];
  }
  const members = readMembers(value, path, errors);
  const url = members.text('url');
  const type = members.list('type');
  const detailed = members.flag('detailed');
  if (url === undefined || !mayBeCalled(url))
    errors.add(memberPath(path, 'url'), 'The url must be absolute and use https.');
  const names = (type ?? []).filter((name) => typeof name === 'string');
  if (type === undefined) errors.add(memberPath(path, 'type'), 'The type field is required.');
  for (const [index, name] of (type ?? []).entries()) {
    if (typeof name === 'string' && EVENTS.test(name)) continue;
    errors.add(memberPath(memberPath(path, 'type'), index), `'${String(name)}' is not a known event.`);
  }
  return [{ url: url ?? '', type: names, ...(detailed === undefined ? {} : { detailed }) }];
}

function checkCurrencies(list: readonly unknown[], errors: ErrorMap): readonly Currency[] {
  return list.flatMap((value, index) => {
    const currency = typeof value === 'string' ? matchName(value, SPEND_ORDER) : undefined;
    if (currency === undefined)
      errors.add(`currencies[${index}]`, `The value must be one of ${SPEND_ORDER.join(', ')}.`);
    return currency === undefined ? [] : [currency];
  });
}

function checkTips(members: MemberReader, errors: ErrorMap): WorkflowSettings['tips'] {
  const tips = members.object('tips');
  if (tips === undefined) return { civitai: 0, creators: 0 };
  const rates = readMembers(tips, 'tips', errors);
  for (const name of ['civitai', 'creators']) {
    if (tips[name] === undefined || tips[name] === null) errors.add(`tips.${name}`, `The ${name} field is required.`);
  }
  return { civitai: rates.number('civitai', 0, 2) ?? 0, creators: rates.number('creators', 0, 2) ?? 0 };
}

function checkSteps(members: MemberReader, workflowArguments: JsonObject, errors: ErrorMap): CheckedTemplate['steps'] {
  const list = members.list('steps');
  if (list === undefined || list.length === 0) errors.add('steps', 'The field steps must have at least 1 item(s).');
  const steps = (list ?? []).flatMap((one, index) => checkStep(one, `steps[${index}]`, index, errors) ?? []);
  for (const [index, { name }] of steps.entries()) {
    if (steps.findIndex((one) => one.name === name) !== index) {
      errors.add(`steps[${index}].name`, `There is another step named '${name}'.`);
    }
  }
  // With a step left out, positions would be wrong, and so would be what is said about references.
  const needs = steps.length === list?.length ? checkReferences(steps, workflowArguments, errors) : [];
  return steps.map((step, index) => ({ ...step, needs: needs[index] ?? [] }));
}

/** Checks a whole template. `errors` stays empty for a good one only. */
export function checkTemplate(body: JsonObject, waits: boolean, errors: ErrorMap): CheckedTemplate {
  const members = readMembers(body, '', errors);
  const workflowArguments = members.object('arguments') ?? {};
  const callbacks = (members.list('callbacks') ?? []).flatMap((one, index) =>
    checkCallback(one, `callbacks[${index}]`, errors),
  );
  const externalId = members.text('externalId');
  if (externalId !== undefined && !EXTERNAL_ID.test(externalId)) {
    errors.add('externalId', 'The field externalId must match [A-Za-z0-9_-]+ and have 1 to 128 characters.');
  }
  const ephemeral = members.flag('ephemeral');
  if (ephemeral === true && !waits && callbacks.length === 0) {
    errors.add('ephemeral', 'An ephemeral workflow needs a callback, or a wait above 0.');
  }
  const nsfwLevel = members.choice('nsfwLevel', NSFW_LEVELS);
  const experimental = members.flag('experimental');
  const allowMatureContent = members.flag('allowMatureContent');
  const tier = members.choice('tier', ['free']);
  const downloadPriority = members.choice('downloadPriority', ['high']);
  return {
    settings: {
      arguments: workflowArguments,
      callbacks,
      tips: checkTips(members, errors),
      currencies: checkCurrencies(members.list('currencies') ?? [], errors),
      upgradeMode: members.choice('upgradeMode', UPGRADE_MODES) ?? 'manual',
      ...(nsfwLevel === undefined ? {} : { nsfwLevel }),
      ...(experimental === undefined ? {} : { experimental }),
      ...(ephemeral === undefined ? {} : { ephemeral }),
      ...(externalId === undefined ? {} : { externalId }),
      ...(tier === undefined ? {} : { tier }),
    },
    metadata: members.object('metadata') ?? {},
    tags: checkTags(members.list('tags') ?? [], 'tags', errors),
    ...(allowMatureContent === undefined ? {} : { allowMatureContent }),
    ...(downloadPriority === undefined ? {} : { downloadPriority }),
    steps: checkSteps(members, workflowArguments, errors),
  };
}
