import { isJsonObject } from '../../http/body-checks.js';
import { ARGUMENTS, readPath } from '../references/reference.js';
import { replaceReferences } from '../references/walk-json.js';
import type { JsonObject } from '../workflows/workflow-record.js';

/** What a step costs: `base` times every factor, rounded up, and at least 1 Buzz where `base` is not 0. */
export interface StepCost {
  readonly base: number;
  readonly factors: Readonly<Record<string, number>>;
  readonly amount: number;
}

/** The Buzz of one piece of the usual size; types that are not named cost 1. */
const BASES: Readonly<Record<string, number>> = {
  textToImage: 4,
  imageGen: 8,
  comfy: 8,
  customComfy: 20,
  videoGen: 80,
  videoUpscaler: 40,
  videoEnhancement: 40,
  videoInterpolation: 20,
  videoBackgroundRemoval: 20,
  polyGen: 120,
  training: 500,
  imageResourceTraining: 500,
  aceStepAudio: 12,
  miniMaxMusic3: 30,
  textToSpeech: 5,
  imageUpscaler: 3,
  preprocessImage: 2,
  chatCompletion: 2,
  promptEnhancement: 2,
  imageUpload: 0,
  blobArchive: 0,
  echo: 1,
};

const USUAL_PIXELS = 1024 * 1024;
const USUAL_STEPS = 30;
const USUAL_SECONDS = 5;

function numberOf(input: JsonObject, name: string): number | undefined {
  const value = input[name];
  // Some engines take numbers as texts.
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number > 0 ? number : undefined;
}

function factorsOf(input: JsonObject): Record<string, number> {
  const [width, height] = [numberOf(input, 'width'), numberOf(input, 'height')];
  const steps = numberOf(input, 'steps');
  const duration = numberOf(input, 'duration');
  const factors: Record<string, number | undefined> = {
    quantity: numberOf(input, 'quantity'),
    batchSize: numberOf(input, 'batchSize'),
    size: width === undefined || height === undefined ? undefined : (width * height) / USUAL_PIXELS,
    steps: steps === undefined ? undefined : steps / USUAL_STEPS,
    duration: duration === undefined ? undefined : duration / USUAL_SECONDS,
  };
  return Object.fromEntries(
    Object.entries(factors).flatMap(([name, factor]) => (factor === undefined ? [] : [[name, factor]])),
  );
}

/** How often a repeat runs its template: known beforehand when it goes over an argument, otherwise taken for one time. */
function repeats(clause: unknown, workflowArguments: JsonObject): number {
  if (!isJsonObject(clause) || clause['$ref'] !== ARGUMENTS || typeof clause['path'] !== 'string') return 1;
  const items = readPath(workflowArguments, clause['path']);
  return Array.isArray(items) ? items.length : 1;
}

/** The cost of a step, from what its input says about quantity, size, steps and duration. */
export function stepCost(type: string, input: unknown, workflowArguments: JsonObject): StepCost {
  // What other steps will give is not known yet, and counts as usual.
  const known = replaceReferences(input, ({ source, path }) =>
    source === ARGUMENTS ? readPath(workflowArguments, path) : undefined,
  );
  if (type === 'repeat' && isJsonObject(input) && isJsonObject(input['template'])) {
    const { $type, input: inner } = input['template'];
    const once = stepCost(String($type), inner, workflowArguments);
    const quantity = repeats(input['for'], workflowArguments);
    return { base: once.amount, factors: { quantity }, amount: once.amount * quantity };
  }
  const base = BASES[type] ?? 1;
  const factors = isJsonObject(known) ? factorsOf(known) : {};
  const product = Object.values(factors).reduce((total, factor) => total * factor, base);
  return { base, factors, amount: base === 0 ? 0 : Math.max(1, Math.ceil(product)) };
}
