import type { WorkflowTemplate } from '@civitkit/sdk/client';
import { unlisted } from '@civitkit/sdk/client';
import { CommandFailure, exitCode } from '../exit-code.js';
import { type InputFacts, membersOfOptions } from './generate-members.js';
import type { InputOptions } from './generate-options.js';
import { type Member, place, type StepInput } from './generate-place.js';

/** The workflow of one step that the options describe. */
export function templateOf(facts: InputFacts, options: InputOptions): WorkflowTemplate {
  const type = options.type ?? (options.engine === undefined ? 'textToImage' : 'imageGen');
  let input: StepInput = options.engine === undefined ? {} : { engine: options.engine };
  // First, for they may choose what the other members are called.
  for (const param of (options.param ?? []).map(readParam)) {
    input = place(type, input, `--param ${param[0]?.name}`, param);
  }
  for (const { choices, option } of membersOfOptions(facts, options)) input = place(type, input, option, choices);
  return withWorkflowOptions({ steps: [unlisted({ $type: type, input })] }, options);
}

/** Adds the options that are about the whole workflow; what the template says of the same is replaced, tags are added. */
export function withWorkflowOptions(template: WorkflowTemplate, options: InputOptions): WorkflowTemplate {
  const { allowMature, currency, tag } = options;
  const currencies = currency?.flatMap((names) => names.split(',')).map((name) => name.trim());
  const own: unknown = template.tags;
  const tags = [...new Set([...(Array.isArray(own) ? (own as readonly string[]) : []), ...(tag ?? [])])];
  return {
    ...template,
    ...(tag === undefined ? {} : { tags }),
    ...(currencies === undefined ? {} : { currencies }),
    ...(allowMature === true ? { allowMatureContent: true } : {}),
  };
}

/** `name=value`: as JSON where it is JSON and fits, else as a text. */
function readParam(text: string): readonly Member[] {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new CommandFailure(
      `--param ${JSON.stringify(text)} has no name and value. Write it as name=value, such as --param clipSkip=2.`,
      exitCode.usage,
    );
  }
  const [name, value] = [text.slice(0, at), text.slice(at + 1)];
  try {
    return [
      { name, value: JSON.parse(value) as unknown },
      { name, value },
    ];
  } catch {
    return [{ name, value }];
  }
}
