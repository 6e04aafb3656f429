import { basename, join, resolve } from 'node:path';
import type { WorkflowOutput } from '@civitkit/sdk/client';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, unknownTokens } from '../../src/commands/workflows-file-names.js';
import { safeFileName } from '../../src/output/safe-file-name.js';

const output: WorkflowOutput = {
  step: 'hero',
  stepType: 'textToImage',
  path: 'output.images[0]',
  pointer: '/steps/0/output/images/0',
  kind: 'image',
  id: 'ABC.jpeg',
  available: true,
  url: 'https://example.com/x?sig=1',
  urlExpiresAt: undefined,
  blockedReason: undefined,
  blob: undefined,
};

describe('names of files', () => {
  it.each([
    ['{workflow}_{index}', {}, '1-2_03.jpeg'],
    ['{step}-{type}-{kind}-{blob}', {}, 'hero-textToImage-image-ABC.jpeg'],
    ['cat', { id: undefined, url: 'https://example.com/a/b.MP4?sig=x.png' }, 'cat.mp4'],
    ['cat', { id: undefined, url: 'https://example.com/archive', kind: 'archive' }, 'cat.zip'],
    ['cat', { id: 'ABC', url: undefined }, 'cat'],
    ['{step}', { step: '../../etc/passwd' }, '_.._etc_passwd.jpeg'],
    ['{step}', { step: 'CON' }, '_CON.jpeg'],
    ['{step}', { step: undefined }, 'file.jpeg'],
    ['{step}', { step: '{blob}' }, '{blob}.jpeg'],
  ])('%s with %j', (pattern, members, name) => {
    const placed = { workflowId: '1-2', output: { ...output, ...members }, index: 2, total: 10 };
    expect(fileNameOf(pattern, placed)).toBe(name);
  });

  it('know which tokens there are', () => {
    expect(unknownTokens('{workflow}{blob} {x} {}')).toEqual(['{x}', '{}']);
  });

  it('are safe on every system, whatever the server calls things', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.stringMatching(/^[a-z0-9]{0,12}$/),
        (stem, ending) => {
          const name = safeFileName(stem, ending);
          expect(resolve('/folder', name)).toBe(join('/folder', name));
          expect(basename(name)).toBe(name);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Control}\p{Format}\p{Surrogate}]|^[.\s]|[.\s]$/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(safeFileName(name, '')).toBe(name);
        },
      ),
    );
  });
});
