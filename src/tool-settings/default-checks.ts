import { parseByteRate } from './byte-rate.js';
import type { Conflict, DownloadDefaults, Verification } from './download-defaults.js';
import { isMaturity } from './maturity.js';

/** What is done about another file of the same name. */
export const conflicts: readonly Conflict[] = ['fail', 'skip', 'rename', 'overwrite'];
/** By what a file is checked. */
export const verifications: readonly Verification[] = ['hash', 'size', 'none'];
/** Descriptions that can be written beside a file. */
export const sidecarNames: readonly string[] = ['info', 'a1111', 'cm', 'preview', 'json', 'hashes'];

interface Check {
  readonly isValid: (value: unknown) => boolean;
  /** What it must be, for a sentence. */
  readonly means: string;
}

const text: Check = { isValid: (value) => typeof value === 'string' && value !== '', means: 'a text' };
const flag: Check = { isValid: (value) => typeof value === 'boolean', means: 'true or false' };
const whole = (least: number): Check => ({
  isValid: (value) => Number.isSafeInteger(value) && (value as number) >= least,
  means: `a whole number from ${least}`,
});
const oneOf = (words: readonly string[]): Check => ({
  isValid: (value) => words.includes(value as string),
  means: `one of ${words.join(', ')}`,
});

/** What each default may be, for a file that people can edit. */
export const defaultChecks: Readonly<Record<keyof DownloadDefaults, Check>> = {
  sorter: text,
  layout: text,
  root: text,
  name: text,
  images: whole(0),
  nsfw: {
    isValid: (value) => typeof value === 'string' && isMaturity(value),
    means: 'one of pg, pg13, r, x, xxx, or a mode of civitdl: 0, 1, 2',
  },
  prompts: flag,
  sidecars: {
    isValid: (value) => Array.isArray(value) && value.every((one) => sidecarNames.includes(one as string)),
    means: `a list of ${sidecarNames.join(', ')}`,
  },
  model: flag,
  onConflict: oneOf(conflicts),
  verify: oneOf(verifications),
  jobs: whole(1),
  limitRate: {
    isValid: (value) => typeof value === 'string' && parseByteRate(value) !== undefined,
    means: 'a rate such as 5M',
  },
  retries: whole(0),
  pause: {
    isValid: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
    means: 'a number of seconds from 0',
  },
  cache: flag,
  color: flag,
};
