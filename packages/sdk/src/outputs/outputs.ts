import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import { jsonPointer } from '../request/json-pointer.js';
import { type OutputFacts, readLink, readOutput } from './read-output.js';
import type { WorkflowOutput } from './workflow-output.js';

/** A place on the walk. */
interface Place {
  readonly value: unknown;
  /** From what was given to here. */
  readonly segments: readonly (string | number)[];
  /** For references; empty outside an output. */
  readonly path: string;
  readonly step: string | undefined;
  readonly stepType: string | undefined;
}

/**
 * Every file that a workflow, a step or an output holds, whatever kind of step made it: images, videos, audio, 3D models
 * with their variants, frames, training epochs, archives, and those of repeated steps. Withheld ones are among them, with
 * the reason. Texts (chat, captions, tags) are not files: read them from `step.output`.
 *
 * @param source - a workflow, one of its steps, or the output of one, such as a recipe gives
 *
 * @example
 * ```ts
 * import { createOrchestrationClient, outputs, steps } from '@civitkit/sdk/client';
 *
 * const generation = createOrchestrationClient();
 * const workflow = await generation.run({ steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })] });
 * for (const { step, kind, available, url, blockedReason } of outputs(workflow)) {
 *   console.log(step, kind, available ? url : `withheld: ${blockedReason}`);
 * }
 * ```
 */
export function* outputs(source: object): Generator<WorkflowOutput, void, undefined> {
  const seen = new Set<unknown>();
  // By hand instead of by recursion: depth is the server's, and the stack is ours.
  const ahead: Place[] = [firstPlace(source)];
  for (let place = ahead.pop(); place !== undefined; place = ahead.pop()) {
    const { value } = place;
    const facts = factsAt(place);
    if (typeof value === 'object' && value !== null) {
      if (seen.has(value)) continue;
      seen.add(value);
      for (const next of placesIn(place).toReversed()) ahead.push(next);
    }
    if (facts !== undefined) yield found(place, facts);
  }
}

function firstPlace(source: object): Place {
  const whole = isStep(source) || isWorkflow(source);
  return { value: source, segments: [], path: whole ? '' : 'output', step: undefined, stepType: undefined };
}

function factsAt({ value, segments, path }: Place): OutputFacts | undefined {
  if (path === '') return undefined;
  if (isJsonObject(value)) return readOutput(value);
  const name = String(segments.at(-1));
  const list = segments.at(-2);
  return readLink(value, name, typeof list === 'string' ? list : undefined);
}

/** Where the walk goes from here: into every member, but of a workflow into its steps, and of a step into its output. */
function placesIn(place: Place): Place[] {
  const { value, segments, path } = place;
  if (Array.isArray(value)) {
    return value.map((item, index) => ({
      ...place,
      value: item,
      segments: [...segments, index],
      path: path === '' ? '' : `${path}[${index}]`,
    }));
  }
  if (!isJsonObject(value)) return [];
  if (isStep(value)) {
    const inner = path === '' ? 'output' : `${path}.output`;
    const step = place.step ?? (typeof value['name'] === 'string' ? value['name'] : undefined);
    const stepType = String(value['$type']);
    return [{ value: value['output'], segments: [...segments, 'output'], path: inner, step, stepType }];
  }
  const members = path === '' && isWorkflow(value) ? { steps: value['steps'] } : value;
  return Object.entries(members).map(([name, member]) => ({
    ...place,
    value: member,
    segments: [...segments, name],
    path: path === '' ? '' : `${path}.${name}`,
  }));
}

/** A step says what it is; of what outputs are made of, nothing has a `$type`. */
function isStep(value: object): value is JsonObject {
  return (
    '$type' in value && typeof value.$type === 'string' && ('output' in value || 'input' in value || 'jobs' in value)
  );
}

/** The output of a `repeat` has steps too, and nothing else of a workflow. */
function isWorkflow(value: object): value is JsonObject {
  return 'steps' in value && Array.isArray(value.steps) && 'status' in value;
}

function found({ path, segments, step, stepType }: Place, facts: OutputFacts): WorkflowOutput {
  return { step, stepType, path, pointer: jsonPointer(...segments), ...facts };
}
