import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civitaiApiSection, loadConfiguration } from '@civitkit/core/client';
import { bindSection } from '@civitkit/core/internal';
import { civitaiSdkSection } from '@civitkit/sdk';
import { modelsLabSection } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { readFaultHeader, readFaultRule } from '../../src/emulator/faults/read-fault.js';
import {
  type CodeBlock,
  codeBlocks,
  documents,
  exampleBlocks,
  packageSources,
  sourcesIn,
  typeScriptBlocks,
} from './support/markdown.js';
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
    expect(typeCheck(typeScriptBlocks())).toEqual([]);
  });

  it('is compiled in spite of a syntax error elsewhere', { timeout: 60_000 }, () => {
    const block = (line: number, text: string): CodeBlock => ({ file: 'docs/any.md', line, language: 'ts', text });
    const problems = typeCheck([
      block(10, 'const a: number = ;\n'),
      block(20, "const b: number = 'text';\n"),
      block(30, 'const c = 1;\n'),
    ]);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['docs/any.md:10', 'docs/any.md:20']);
  });

  it.each(blocks.filter(({ file, language }) => language === 'ts' && file.startsWith('examples/')))(
    'is what the sources of the example say: $file:$line',
    ({ file, text }) => {
      const folder = `${file.slice(0, file.lastIndexOf('/'))}/src`;
      expect(sourcesIn(folder).some((source) => quotes(source, text))).toBe(true);
    },
  );

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

/** Whether all of the lines are in the source, in their order; `…` leaves some out. */
function quotes(source: string, text: string): boolean {
  const lines = source.split('\n').map((line) => line.trim());
  let from = 0;
  return text.split('\n').every((line) => {
    const wanted = line.trim();
    if (wanted === '' || /^(?:\/\/ )?…/.test(wanted)) return true;
    const index = lines.indexOf(wanted, from);
    from = index + 1;
    return index !== -1;
  });
}

/** Reads a block as what it is by its content: settings of one of the sections, or else a rule of the emulator. */
function readAsMeant(text: string): unknown {
  const configuration = load(text);
  const has = ({ name }: { readonly name: string }): boolean => configuration.keysUnder(name).length > 0;
  const read = [
    ...(has(civitaiApiSection) ? [bindSection(configuration, civitaiApiSection)] : []),
    ...(has(civitaiSdkSection)
      ? [bindSection(configuration, civitaiSdkSection, { explicit: { apiToken: 'any' } })]
      : []),
    ...(has(modelsLabSection) ? [bindSection(configuration, modelsLabSection, { explicit: { apiKey: 'any' } })] : []),
  ];
  return read.length > 0 ? read : readFaultRule(JSON.parse(text));
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
