import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Fault } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { disabled, large, small, unscanned } from '../faults/downloads/catalogue-files.js';
import { downloads, findPlaced, isFree, linesOf } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const source = `v:${small.versionId}`;
const early = findPlaced(({ model, version }) => version.paidAccess !== null && model.status === 'Published');
const several = findPlaced((placed) => isFree(placed) && placed.version.files.length > 1);

function onStorage(fault: Fault): () => void {
  return () => cli.emulator.addFault({ match: { path: '/civitai-delivery' }, fault });
}

function onSite(fault: Fault, path = '/api/download'): () => void {
  return () => cli.emulator.addFault({ match: { path }, fault });
}

const nothing = (): void => undefined;
const quick = ['--retries', '0'];

describe('exit codes', () => {
  it.each<[string, number, readonly string[], () => void, string]>([
    ['nothing to download', 2, [], nothing, 'Say what to download'],
    ['two ways to name the folder', 2, [source, '--dir', 'x', '--out', 'y'], nothing, 'cannot be used with'],
    ['an id that is one of a version', 2, [String(small.versionId)], nothing, `write v:${small.versionId}`],
    ['several files that fit', 2, [`v:${several.version.id}`, '--all', '--out', 'x'], nothing, '--out names one file'],
    ['a number of connections beyond reason', 2, [source, '--segments', '1000'], nothing, 'segments'],
    ['early access', 3, [`v:${early.version.id}`], nothing, 'early_access'],
    ['downloads that are switched off', 3, [`v:${disabled.versionId}`], nothing, 'downloads_disabled'],
    ['a model that there is not', 4, ['999999'], nothing, 'not_found'],
    ['a version that there is not', 4, ['v:999999'], nothing, 'not_found'],
    ['a hash that nobody knows', 4, [`hash:${'0'.repeat(64)}`], nothing, 'not_found'],
    ['a file that the version has not', 4, [source, '--fp', 'fp3'], nothing, 'no_such_file'],
    [
      'a site that does not answer',
      5,
      [source, ...quick],
      onSite({ kind: 'status', status: 503 }),
      'service_unavailable',
    ],
    ['a storage that resets connections', 5, [source, ...quick], onStorage({ kind: 'reset' }), 'connection_failed'],
    ['a body that ends early', 5, [source, ...quick], onStorage({ kind: 'truncatedBody' }), ''],
    ['a quota', 6, [source, ...quick], onSite({ kind: 'rateLimit' }), ''],
    [
      'a byte that was changed on the way',
      7,
      [source, ...quick],
      onStorage({ kind: 'flippedByte', at: 900 }),
      'hash_mismatch',
    ],
    ['a folder where a file is', 8, [source, '--dir', 'taken/below'], () => writeFileSync(cli.path('taken'), ''), ''],
    ['a file that was never scanned', 9, [`v:${unscanned.versionId}`], nothing, 'unsafe_file'],
    ['another file of that name', 9, [source], () => writeFileSync(cli.path(small.name), 'mine'), 'file_exists'],
    ['a folder of that name', 9, [source], () => mkdirSync(cli.path(small.name)), 'unsafe_target'],
  ])('%s: %i', async (_, code, args, prepare, said) => {
    prepare();
    const outcome = await cli.run(['download', ...args]);
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code, stderr: expect.stringContaining(said) });
    expect(outcome.stdout).toBe('');
    expect(
      cli
        .files()
        .filter((file) => file.endsWith(small.name))
        .map((file) => readFileSync(cli.path(file), 'utf8')),
    ).toEqual(said === 'file_exists' ? ['mine'] : []);
  });

  it.each([
    ['without a key', {}, 'civitkit login'],
    ['with a wrong key', { CivitaiApi__ApiKey: 'ffffffffffffffffffffffffffffffff' }, ''],
  ])('%s: 3', async (_, env, said) => {
    const { code, stderr } = await cli.run(['download', source], { env: { CivitaiApi__ApiKey: '', ...env } });
    expect(code).toBe(3);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('ffffffffffffffff');
    expect(cli.files()).toEqual([]);
  });

  it('of several kinds of failures is 1, of one kind its own; the rest is downloaded', async () => {
    const mixed = await cli.run(['download', source, '999999', `v:${disabled.versionId}`, './models']);
    expect(mixed.code).toBe(1);
    expect(mixed.stderr).toContain('1 downloaded');
    expect(mixed.stderr).toContain('2 failed');
    expect(linesOf(mixed.stdout)).toEqual([cli.path('models', small.name)]);
    const same = await cli.run(['download', source, '999999', '999998', './models']);
    expect(same.code).toBe(4);
    expect(same.stderr).toContain('1 skipped, being there, 2 failed');
  });

  it('stops at the end of the quota, and tells it once', async () => {
    cli.emulator.addFault({ match: { path: '/api/download' }, fault: { kind: 'rateLimit' } });
    const sources = [1004, 1013, 1016, 1019].map(String);
    const { code, stderr } = await cli.run(['download', ...sources, './models', '--jobs', '1', '--no-cache', ...quick]);
    expect(code).toBe(6);
    expect(cli.links()).toBe(1);
    expect(
      linesOf(stderr).filter((line) => line.includes('[quota_exceeded]') || line.includes('[rate_limited]')),
    ).toHaveLength(1);
  });
});

describe('what is there already', () => {
  const other = (): string => {
    writeFileSync(cli.path(small.name), 'mine');
    return cli.path(small.name);
  };

  it.each<[readonly string[], number, string]>([
    [['--on-conflict', 'skip'], 0, 'mine'],
    [['--strict-mode', '0'], 0, 'mine'],
    [['--strict-mode', '1'], 9, 'mine'],
    [['--on-conflict', 'overwrite'], 0, ''],
    [['--model-overwrite'], 0, ''],
    [['--model-overwrite', '--strict-mode', '0'], 0, ''],
    [['--no-model-overwrite'], 9, 'mine'],
  ])('%j', async (flags, expected, content) => {
    const path = other();
    const { code } = await cli.run(['download', source, ...flags]);
    expect(code).toBe(expected);
    expect(readFileSync(path, 'utf8') === 'mine').toBe(content === 'mine');
  });

  it('stays, beside the new one under another name, with --on-conflict rename', async () => {
    other();
    const { stdout } = await cli.run(['download', source, '--on-conflict', 'rename']);
    expect(stdout).toBe(`${cli.path(small.name.replace('.safetensors', ' (1).safetensors'))}\n`);
  });

  it('is taken with --allow-unsafe although it was not scanned', async () => {
    const { code, stderr } = await cli.run(['download', `v:${unscanned.versionId}`, '--allow-unsafe']);
    expect(code).toBe(0);
    expect(stderr).toContain('can run code');
    expect(cli.files()).toEqual([unscanned.name]);
  });

  it('warns of another base model', async () => {
    const { code, stderr } = await cli.run([
      'download',
      `v:${large.versionId}`,
      '--for-base',
      'No Such Model',
      '--dry-run',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('not for No Such Model');
  });
});
