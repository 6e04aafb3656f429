import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeNames } from '../../../src/files/download/place-names.js';
import type { PlannedFile } from '../../../src/files/download/planned-file.js';
import { largeVersion, smallVersion, useEmulator } from './use-emulator.js';

const site = useEmulator();

describe('a target that is a function', () => {
  it('chooses a path for each file', async () => {
    const target = async (file: PlannedFile): Promise<string> => {
      const folder = await Promise.resolve(file.version.id === smallVersion ? 'small' : 'large');
      return join(site.folder, folder, file.name);
    };
    const { failed, files } = await site.downloader().batch([`v:${smallVersion}`, `v:${largeVersion}`], target);
    expect(failed).toEqual([]);
    expect(
      files.map(({ file, path }) => path === join(site.folder, path.includes('small') ? 'small' : 'large', file.name)),
    ).toEqual([true, true]);
    for (const { path } of files) expect(existsSync(path)).toBe(true);
  });

  it('is asked where files would go, and two never go to the same place', async () => {
    const plan = await site.downloader().plan([`v:${smallVersion}`, `v:${largeVersion}`]);
    const placed = await placeNames(plan.files, () => join(site.folder, 'same.bin'), 'suffix');
    const [, second] = plan.files;
    expect(placed.map(({ path }) => path)).toEqual([
      join(site.folder, 'same.bin'),
      join(site.folder, `same [f${second?.file.id}].bin`),
    ]);
    await expect(placeNames(plan.files, () => join(site.folder, 'same.bin'), 'fail')).rejects.toMatchObject({
      code: 'name_collision',
    });
  });
});
