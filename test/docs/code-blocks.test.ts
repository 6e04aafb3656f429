import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civitaiApiSection, loadConfiguration } from '@civitkit/core/client';
import { bindSection } from '@civitkit/core/internal';
import { civitaiSdkSection } from '@civitkit/sdk';
import { describe, expect, it } from 'vitest';
import { readFaultHeader, readFaultRule } from '../../src/emulator/faults/read-fault.js';
import { type CodeBlock, codeBlocks, documents, exampleBlocks, packageSources } from './support/markdown.js';
import { typeCheck } from './support/type-check.js';

const blocks = documents().flatMap(codeBlocks);
const place = ({ file, line }: CodeBlock): string => `${file}:${line}`;

describe('code in documents', () => {
  it('finds what it is to check', () => {
    const files = new Set(blocks.map(({ file }) => file));
    expect(files).toContain('README.md');
    expect(files).toContain('docs/configuration.md');
    expect(files).toContain('packages/core/README.md');
    expect(packageSources().flatMap(exampleBlocks).length).toBeGreaterThan(10);
  });

  it('compiles, examples in comments too', { timeout: 120_000 }, () => {
    // an example's own README quotes its sources, which the build compiles
    const inDocuments = blocks.filter(({ file, language }) => language === 'ts' && !file.startsWith('examples/'));
    const inComments = packageSources()
      .flatMap(exampleBlocks)
      .filter(({ language }) => language === 'ts');
    expect(typeCheck([...inDocuments, ...inComments])).toEqual([]);
  });

  it.each(blocks.filter(({ language }) => language === 'json').map((block) => [place(block), block] as const))(
    '%s is JSON that its reader accepts',
    (_, { text }) => {
      expect(() => readAsMeant(text)).not.toThrow();
    },
  );

  it.each(faultsIn(blocks))('%s is a fault that the emulator understands', (_, read) => {
    expect(read).not.toThrow();
  });
});

/** Reads a block as what it is by its content: settings of one of the sections, or else a rule of the emulator. */
function readAsMeant(text: string): unknown {
  const configuration = load(text);
  if (configuration.keysUnder(civitaiApiSection.name).length > 0) return bindSection(configuration, civitaiApiSection);
  if (configuration.keysUnder(civitaiSdkSection.name).length === 0) return readFaultRule(JSON.parse(text));
  return bindSection(configuration, civitaiSdkSection, { explicit: { apiToken: 'any' } });
}

/** Reads a block as `appsettings.json`, and nothing else. */
function load(text: string): ReturnType<typeof loadConfiguration> {
  const directory = mkdtempSync(join(tmpdir(), 'civitkit-docs-'));
  try {
    writeFileSync(join(directory, 'appsettings.json'), text);
    return loadConfiguration({ directory, environment: {}, secretsDirectory: false, userSecretsId: false });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function faultsIn(candidates: readonly CodeBlock[]): readonly (readonly [string, () => unknown])[] {
  return candidates.flatMap((block) => {
    const headers = [...block.text.matchAll(/x-emulator-fault'?: '?([a-z][^'\n]*)/g)].map(([, fault = '']) => fault);
    const rules = [...block.text.matchAll(/__emulator\/faults -d '([^']+)'/g)].map(([, rule = '']) => rule);
    return [
      ...headers.map((fault) => [`${place(block)} ${fault}`, () => readFaultHeader(fault)] as const),
      ...rules.map((rule) => [`${place(block)} ${rule}`, () => readFaultRule(JSON.parse(rule))] as const),
    ];
  });
}
