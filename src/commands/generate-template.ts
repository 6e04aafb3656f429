import { checkStep } from '@civitkit/sdk/checks';
import type { WorkflowTemplate } from '@civitkit/sdk/client';
import { unlisted } from '@civitkit/sdk/client';
import { type InputFacts, membersOfOptions } from './generate-members.js';
import type { InputOptions } from './generate-options.js';
import { type Judge, place, type StepInput } from './generate-place.js';
import { readParam } from './generate-read-param.js';

/** The workflow of one step that the options describe. */
export function templateOf(facts: InputFacts, options: InputOptions): WorkflowTemplate {
  const type = options.type ?? (options.engine === undefined ? 'textToImage' : 'imageGen');
  let input: StepInput = options.engine === undefined ? {} : { engine: options.engine };
  const judge = judgeOfStep(type);
  // First, for they may choose what the other members are called.
  for (const param of (options.param ?? []).map((text) => readParam(text, 'clipSkip=2'))) {
    input = place(judge, input, `--param ${param[0].name}`, param);
  }
  for (const { choices, option } of membersOfOptions(facts, options)) input = place(judge, input, option, choices);
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

function judgeOfStep(type: string): Judge {
  return (input, { name, value }) => {
    const path = `/input/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return checkStep({ $type: type, input: { ...input, [name]: value } })
      .filter((finding) => finding.path === path || finding.path.startsWith(`${path}/`))
      .map(({ code }) => code);
  };
}
