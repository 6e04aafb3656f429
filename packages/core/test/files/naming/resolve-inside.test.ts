import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DownloadError } from '@civitkit/core/client';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isInside, resolveInside } from '../../../src/files/naming/resolve-inside.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
let root = '';
beforeEach(() => {
  root = join(folder(), 'root');
  mkdirSync(join(root, 'loras'), { recursive: true });
  mkdirSync(join(folder(), 'outside'));
  writeFileSync(join(folder(), 'outside', 'secret'), '');
});

async function refusal(path: string): Promise<string> {
  const error = await resolveInside(root, path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DownloadError);
  expect(error).toMatchObject({ code: 'unsafe_target' });
  return (error as Error).message;
}

describe('resolveInside', () => {
  it('gives the path of what is there and of what is not', async () => {
    expect(await resolveInside(root, 'loras/a.pt')).toBe(join(root, 'loras', 'a.pt'));
    expect(await resolveInside(root, 'new\\deep/./a.pt')).toBe(join(root, 'new', 'deep', 'a.pt'));
    expect(await resolveInside(join(folder(), 'no', 'root'), 'a.pt')).toBe(join(folder(), 'no', 'root', 'a.pt'));
  });

  it.each([
    '../a',
    'a/../../b',
    '..\\a',
    'a/.. /b',
    '..',
    '/abs',
    '\\abs',
    '\\\\server\\x',
    'C:\\x',
    'c:x',
    '',
    '.',
    'a\0b',
  ])('refuses %j', async (path) => {
    expect(await refusal(path)).toContain('cannot be written');
  });

  it('follows links that stay inside, and refuses those that lead out or nowhere', async () => {
    symlinkSync(join(root, 'loras'), join(root, 'same'));
    symlinkSync(join(folder(), 'outside'), join(root, 'out'));
    symlinkSync(join(folder(), 'outside', 'secret'), join(root, 'loras', 'link.pt'));
    symlinkSync(join(folder(), 'outside', 'new'), join(root, 'loras', 'dangling.pt'));
    symlinkSync(join(folder(), 'nowhere'), join(root, 'gone'));
    symlinkSync(join(root, 'loop'), join(root, 'loop'));
    expect(await resolveInside(root, 'same/a.pt')).toBe(join(root, 'same', 'a.pt'));
    expect(await refusal('out/a.pt')).toContain('leads out');
    expect(await refusal('out/deep/new/a.pt')).toContain('leads out');
    expect(await refusal('loras/link.pt')).toContain('leads out');
    expect(await refusal('loras/dangling.pt')).toContain('leads nowhere');
    expect(await refusal('gone/a.pt')).toContain('leads nowhere');
    await expect(resolveInside(root, 'loop/a.pt')).rejects.toBeInstanceOf(DownloadError);
  });

  it('takes a root that is a link', async () => {
    symlinkSync(root, join(folder(), 'alias'));
    expect(await resolveInside(join(folder(), 'alias'), 'loras/a.pt')).toBe(join(folder(), 'alias', 'loras', 'a.pt'));
  });

  it('never gives a path outside, whatever it is asked', async () => {
    const part = fc.constantFrom('..', '.', '/', '\\', 'a', 'loras', ' ', 'C:', '\0', '...', '.. ');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(part, { maxLength: 12 }).map((all) => all.join('')),
          fc.string(),
        ),
        async (path) => {
          const found = await resolveInside(root, path).catch((error: unknown) => {
            if (error instanceof DownloadError) return join(root, 'refused');
            throw error;
          });
          expect(isInside(root, found) && found !== root).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
