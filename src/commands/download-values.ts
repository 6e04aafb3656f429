import { InvalidArgumentError } from 'commander';
import { parseByteRate } from '../tool-settings/byte-rate.js';
import { sidecarNames } from '../tool-settings/default-checks.js';
import { isMaturity, type Maturity, maturityLevels } from '../tool-settings/maturity.js';

/** A whole number from `least`. */
export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : -1;
    if (value < least) throw new InvalidArgumentError(`It must be a whole number from ${least}.`);
    return value;
  };
}

/** A number of seconds, with or without a fraction. */
export function parseSeconds(text: string): number {
  const value = /^\d*\.?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw new InvalidArgumentError('It must be a number of seconds from 0.');
  return value;
}

/** A rate, kept as it is written. */
export function parseRateText(text: string): string {
  if (parseByteRate(text) === undefined) {
    throw new InvalidArgumentError('It must be bytes per second, such as 500k, 5M or 1.5MiB; 0 is no limit.');
  }
  return text.trim();
}

/** A level of maturity, in any case. */
export function parseMaturity(text: string): Maturity {
  const level = text.trim().toLowerCase().replace('-', '');
  if (!isMaturity(level)) throw new InvalidArgumentError(`It must be one of ${maturityLevels.join(', ')}.`);
  return level;
}

/** Names of descriptions, separated by commas; added to those of the same option before. */
export function parseSidecars(text: string, earlier: readonly string[] | undefined): readonly string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => name !== 'none' && !sidecarNames.includes(name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`"${unknown}" is none of ${sidecarNames.join(', ')}; "none" is no description.`);
  }
  return [...new Set([...(earlier ?? []), ...names.filter((name) => name !== 'none')])];
}

/** `0` or `1`, as civitdl writes its modes. */
export function parseMode(text: string): boolean {
  if (text !== '0' && text !== '1') throw new InvalidArgumentError('It must be 0 or 1.');
  return text === '1';
}

/** Every text that an option was given with. */
export function collectText(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), text];
}
