import { PassThrough } from 'node:stream';
import * as files from '@civitkit/core/files';
import { hashAlgorithms, layoutNames, patternTokens } from '@civitkit/core/files';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/command-io.js';
import { buildProgram, completeOtherCommands } from '../../src/program.js';
import { documents, prose, read, tableRow } from './support/markdown.js';
import { membersOf, wordsOf } from './support/sources.js';

const sources = 'packages/core/src/files';

/** What is not in a document in backticks, alone or with something behind it. */
function missingIn(file: string, names: readonly string[]): readonly string[] {
  const text = read(file);
  return names.filter((name) => !new RegExp(`\`'?${name.replaceAll('.', '\\.')}['\`( :]`).test(text));
}

/** The words of a union of literals, whatever it is written like. */
function literalsOf(source: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(source.matchAll(pattern), ([, word = '']) => word))];
}

describe('documents', () => {
  it('mention every function, class and table of core/files', () => {
    const text = documents().map(read).join('\n');
    expect(Object.keys(files).length).toBeGreaterThan(60);
    expect(Object.keys(files).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});

describe('docs/files.md', () => {
  it('has every option of a downloader, a plan, a download and a batch', () => {
    const source = read(`${sources}/download/download-options.ts`);
    const names = ['DownloaderOptions', 'PlanOptions', 'DownloadOptions', 'BatchOptions'];
    const members = names.flatMap((name) => membersOf(source, name)).filter((name) => name !== 'fileSystem');
    expect(members.length).toBeGreaterThan(22);
    expect(missingIn('docs/files.md', members)).toEqual([]);
  });

  it('has every member of a choice, and of the options of images', () => {
    const members = [
      ...membersOf(read(`${sources}/download/source.ts`), 'FileChoice'),
      ...membersOf(read(`${sources}/identify/identify-files.ts`), 'IdentifyReport').filter((name) => name === 'models'),
    ];
    expect(members.length).toBeGreaterThan(7);
    const text = read('docs/files.md');
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(text))).toEqual([]);
  });

  it('has every event, every notice and every reason to begin anew', () => {
    const transfer = read(`${sources}/transfer/transfer-event.ts`);
    const words = [
      ...literalsOf(`${transfer}${read(`${sources}/download/download-options.ts`)}`, /readonly type: '(\w+)'/g),
      ...literalsOf(transfer, /^ {2}\| '(\w+)'/gm).filter(
        (word) => !['size_differs', 'content_differs', 'foreign_part'].includes(word),
      ),
    ];
    expect(words.length).toBeGreaterThan(18);
    expect(missingIn('docs/files.md', words)).toEqual([]);
  });

  it('has every class of failures', () => {
    const classes = wordsOf(read(`${sources}/download/failure-class.ts`), 'FailureClass');
    expect(classes.length).toBe(10);
    expect(classes.filter((name) => tableRow('docs/files.md', `${name}\``) === undefined)).toEqual([]);
  });

  it('has every token, layout, kind of description and status of an identified file', () => {
    const tokens = new Set([...Object.keys(patternTokens), ...Object.values(patternTokens)]);
    const text = read('docs/files.md');
    expect([...tokens].filter((token) => !text.includes(`{${token}}`))).toEqual([]);
    const sidecars = literalsOf(
      read(`${sources}/sidecars/sidecar-plans.ts`).split('SidecarKind =')[1]?.split(';')[0] ?? '',
      /'(\w+)'/g,
    );
    expect(sidecars.length).toBe(6);
    const states = literalsOf(read(`${sources}/identify/identified-file.ts`), /'(known|outdated|unknown|failed)'/g);
    expect(states.length).toBe(4);
    expect(missingIn('docs/files.md', [...layoutNames, ...sidecars, ...states])).toEqual([]);
  });
});

describe('docs/hashes-and-formats.md', () => {
  it('has every algorithm and every format', () => {
    const formats = wordsOf(read(`${sources}/formats/file-format.ts`), 'FileFormat');
    expect(formats.length).toBeGreaterThan(25);
    expect(missingIn('docs/hashes-and-formats.md', [...hashAlgorithms, ...formats, '7z'])).toEqual([]);
  });
});

describe('docs/emulator.md', () => {
  it('has every member of the behavior of a storage, and every word of it', () => {
    const source = read('src/emulator/storage/storage-behaviour.ts');
    const members = membersOf(source, 'StorageBehaviour');
    expect(members.length).toBe(8);
    expect(missingIn('docs/emulator.md', [...members, ...literalsOf(source, /[:|] '(\w+)'/g)])).toEqual([]);
  });
});

describe('docs/command-line.md', () => {
  it('has every command', async () => {
    const text = read('docs/command-line.md');
    const words = (await commands()).map(({ path }) => path.split(' ').at(-1) ?? '');
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
  });

  it('has every option of the commands about files and about signing in', async () => {
    const text = read('docs/command-line.md');
    const described = /^(?:download|generate|hash|identify|login|logout|config (?:default|sorter|alias))$/;
    const options = (await commands())
      .filter(({ path }) => described.test(path))
      .flatMap(({ command }) =>
        command
          .createHelp()
          .visibleOptions(command)
          .map(({ long }) => long ?? ''),
      )
      // civitdl's opposites of what the table has
      .filter((long) => !/^--(?:help|no-(?:with-|without-|model-overwrite).*)$/.test(long));
    expect(new Set(options).size).toBeGreaterThan(70);
    expect([...new Set(options)].filter((long) => !new RegExp(`${long}(?![\\w-])`).test(text))).toEqual([]);
  });

  it('has every event of a download', () => {
    const text = ['json', 'action', 'run', 'outcome', 'dry-run', 'base']
      .map((name) => read(`src/commands/download-${name}.ts`))
      .join('\n');
    const events = [
      ...literalsOf(text, /\.write\('(\w+)'/g),
      ...literalsOf(text, /\.write\(\w+ \? '(\w+)' : '\w+'/g),
      ...literalsOf(text, /\.write\(\w+ \? '\w+' : '(\w+)'/g),
    ];
    expect(new Set(events).size).toBeGreaterThan(11);
    const table = prose('docs/command-line.md').join('\n').split('### Events')[1]?.split('###')[0] ?? '';
    expect(events.filter((event) => !table.includes(`\`${event}\``))).toEqual([]);
  });

  it('has every name that civitdl has for an option', () => {
    const source = read('src/commands/download-storable-options.ts');
    const names = literalsOf(source, /(?:same\(|civitdl, )'(--[\w-]+)/g).filter((name) => !name.startsWith('--no-'));
    expect(names.length).toBeGreaterThan(8);
    const table = prose('docs/command-line.md').join('\n').split('### From civitdl')[1]?.split('\n## ')[0] ?? '';
    expect(names.filter((name) => !table.includes(`\`${name}`))).toEqual([]);
  });
});

interface NamedCommand {
  /** The words that lead to it. */
  readonly path: string;
  readonly command: Command;
}

/** Every command of the command line, with its options. */
async function commands(): Promise<readonly NamedCommand[]> {
  const io: CommandIo = {
    out: () => undefined,
    err: () => undefined,
    stdin: new PassThrough(),
    terminal: new PassThrough(),
    env: {},
    cwd: '.',
    columns: 100,
    stopSignal: () => new AbortController().signal,
  };
  const program = buildProgram(io);
  await completeOtherCommands(program, undefined, io);
  const below = (command: Command, path: readonly string[]): readonly NamedCommand[] =>
    command.commands.flatMap((child) => {
      const own = [...path, child.name()];
      return [{ path: own.join(' '), command: child }, ...below(child, own)];
    });
  return below(program, []);
}
