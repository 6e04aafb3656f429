import { type CheckOptions, checkWorkflow, type Finding } from '../../src/checks.js';

/** What was found, short: `error /steps/0/input/steps out_of_range`. */
export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, path, code }) => `${severity} ${path} ${code}`);
}

/** Of a workflow. */
export function findIn(template: unknown, options?: CheckOptions): readonly string[] {
  return codesOf(checkWorkflow(template, options));
}

/** Of the input of the only step; paths begin at the input. */
export function findInInput($type: string, input: unknown): readonly string[] {
  return findIn({ steps: [{ $type, input }] }).map((line) => line.replace('/steps/0/input', ''));
}

/** Of the workflow around a step that is in order. */
export function findAround(members: object, options?: CheckOptions): readonly string[] {
  return findIn({ steps: [echo], ...members }, options);
}

export const echo = { $type: 'echo', input: { message: 'hello' } } as const;

export const image = { $type: 'textToImage', name: 'hero', input: { prompt: 'a hero' } } as const;
