import { describe, expect, it } from 'vitest';
import { isSameFamily } from '../../src/commands/download-base.js';
import { type StorableOptions, storableOf } from '../../src/commands/download-storable-options.js';
import { parseByteRate } from '../../src/tool-settings/byte-rate.js';
import type { DownloadDefaults } from '../../src/tool-settings/download-defaults.js';
import { isTaken, type Maturity } from '../../src/tool-settings/maturity.js';

describe('a rate', () => {
  it.each([
    ['0', 0],
    ['500', 500],
    ['500k', 500_000],
    ['1.5M', 1_500_000],
    ['0.5M', 500_000],
    ['2.5k', 2500],
    ['5MiB', 5_242_880],
    ['1GB', 1_000_000_000],
    ['3t', 3_000_000_000_000],
    ['10MB/s', 10_000_000],
    ['0.1', 1],
  ])('%s is %i bytes per second', (text, bytes) => {
    expect(parseByteRate(text)).toBe(bytes);
  });

  it.each(['', '-1', 'M', '1x', '5i', '1e3', 'Infinity'])('%j is none', (text) => {
    expect(parseByteRate(text)).toBeUndefined();
  });
});

describe('the maturity of images', () => {
  it.each<[Maturity, number, number, boolean]>([
    ['0', 1, 31, true],
    ['0', 2, 31, true],
    ['0', 4, 31, false],
    ['1', 4, 3, true],
    ['1', 8, 3, false],
    ['1', 16, 31, true],
    ['1', 16, 0, true],
    ['2', 16, 1, true],
    ['2', 0, 1, true],
    ['0', 0, 1, false],
    ['r', 4, 1, true],
    ['r', 8, 31, false],
    ['xxx', 16, 1, true],
    ['xxx', 32, 1, false],
    ['xxx', 0, 1, false],
  ])('%s takes level %i of a model with %i: %s', (maturity, image, model, taken) => {
    expect(isTaken(maturity, image, model)).toBe(taken);
  });
});

describe("civitdl's names of options", () => {
  it.each<[StorableOptions, DownloadDefaults]>([
    [
      { maxImages: 0, nsfwMode: '1', withPrompt: false },
      { images: 0, nsfw: '1', prompts: false },
    ],
    [{ withoutModel: true }, { model: false }],
    [{ withoutModel: false }, { model: true }],
    [
      { retryCount: 0, pauseTime: 0 },
      { retries: 0, pause: 0 },
    ],
    [
      { cacheMode: false, withColor: false },
      { cache: false, color: false },
    ],
    [{ strictMode: false }, { onConflict: 'skip' }],
    [{ strictMode: true }, { onConflict: 'fail' }],
    [{ strictMode: false, modelOverwrite: true }, { onConflict: 'overwrite' }],
    [{ verify: 'sha256' }, { verify: 'hash' }],
    [{}, {}],
  ])('%j means %j', (options, defaults) => {
    expect(storableOf(options)).toEqual(defaults);
  });
});

describe('--for-base', () => {
  it.each([
    ['SDXL 1.0', 'sdxl', true],
    ['SDXL Lightning', 'SDXL 1.0', true],
    ['SD 1.5', 'SD 1.4', true],
    ['Pony', 'SDXL 1.0', false],
    ['Flux.1 D', 'SD 1.5', false],
    ['Something New', 'something-new', true],
    ['Something New', 'Other Thing', false],
  ])('%s for %s: %s', (base, wanted, same) => {
    expect(isSameFamily(base, wanted)).toBe(same);
  });
});
