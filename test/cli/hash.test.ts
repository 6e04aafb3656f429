import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { small } from '../faults/downloads/catalogue-files.js';
import { downloads, linesOf } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const hex = (algorithm: string, bytes: Uint8Array | string): string =>
  createHash(algorithm).update(bytes).digest('hex');

describe('civitkit hash', () => {
  it('prints SHA256 and AutoV2, each with its name', async () => {
    writeFileSync(cli.path('a.safetensors'), small.bytes);
    const { code, stdout } = await cli.run(['hash', 'a.safetensors']);
    const sha256 = hex('sha256', small.bytes);
    expect(code).toBe(0);
    expect(linesOf(stdout)).toEqual([
      `SHA256 (a.safetensors) = ${sha256}`,
      `AutoV2 (a.safetensors) = ${sha256.slice(0, 10)}`,
    ]);
  });

  it('prints one algorithm as sha256sum does, in the order of the files, and in upper case if asked', async () => {
    writeFileSync(cli.path('b'), 'two');
    writeFileSync(cli.path('a'), 'one');
    const { stdout } = await cli.run(['hash', 'b', 'a', '--algo', 'sha256']);
    expect(linesOf(stdout)).toEqual([`${hex('sha256', 'two')}  b`, `${hex('sha256', 'one')}  a`]);
    const upper = await cli.run(['hash', 'a', '-a', 'sha512', '--upper']);
    expect(upper.stdout).toBe(`${hex('sha512', 'one').toUpperCase()}  a\n`);
  });

  it('prints every hash that a file has, and those of the site are the same', async () => {
    writeFileSync(cli.path('a.safetensors'), small.bytes);
    const all = ['sha256,blake3', 'crc32', 'autov1,autov2,autov3'].flatMap((names) => ['--algo', names]);
    const { stdout } = await cli.run(['hash', 'a.safetensors', ...all, '--json', '--upper']);
    const { hashes, size } = JSON.parse(stdout) as { hashes: Record<string, string>; size: number };
    expect(size).toBe(small.bytes.length);
    expect(Object.keys(hashes)).toEqual(['sha256', 'blake3', 'crc32', 'autov2', 'autov3']);
    for (const hash of [hashes['blake3'], hashes['autov3']]) {
      const { code } = await cli.run(['download', `hash:${hash}`, '--dry-run']);
      expect(code).toBe(0);
    }
  });

  it('looks for models in folders with -r', async () => {
    mkdirSync(cli.path('models', 'loras'), { recursive: true });
    writeFileSync(cli.path('models', 'loras', 'a.safetensors'), 'a');
    writeFileSync(cli.path('models', 'b.ckpt'), 'b');
    writeFileSync(cli.path('models', 'readme.txt'), 'c');
    const { stdout } = await cli.run(['hash', '-r', 'models', '-a', 'crc32']);
    expect(linesOf(stdout).map((line) => line.split('  ')[1])).toEqual(['models/b.ckpt', 'models/loras/a.safetensors']);
  });

  it('goes on when one file cannot be hashed', async () => {
    writeFileSync(cli.path('a'), 'a');
    const { code, stderr, stdout } = await cli.run(['hash', 'missing', 'a', '-a', 'sha256']);
    expect([code, stdout]).toEqual([2, `${hex('sha256', 'a')}  a\n`]);
    expect(stderr).toContain('[file_not_found]');
    expect(stderr).toContain('1 of 2 files could not be hashed');
  });

  it.each<[readonly string[], string]>([
    [[], 'Say which files'],
    [['a', '--algo', 'md5'], 'none of sha256'],
    [['.'], '[not_a_file]'],
    [['-r', '.'], 'no model'],
    [['a', '--check', 'b'], 'Leave the others out'],
    [['--check', 'missing'], 'cannot be read'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await cli.run(['hash', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('civitkit hash --check', () => {
  it.each([['sha256'], ['sha256,autov2'], ['crc32'], ['blake3,autov3']])('reads what it wrote: %s', async (algo) => {
    writeFileSync(cli.path('a.safetensors'), small.bytes);
    writeFileSync(cli.path('odd \\ \n name'), 'odd');
    const { stdout } = await cli.run(['hash', 'a.safetensors', 'odd \\ \n name', '--algo', algo]);
    writeFileSync(cli.path('list'), stdout);
    const good = await cli.run(['hash', '--check', 'list', '--algo', algo]);
    expect([good.code, linesOf(good.stdout.replace('\n name', 'name'))[0]]).toEqual([0, 'a.safetensors: OK']);
    writeFileSync(cli.path('a.safetensors'), `${small.bytes.toString('latin1')}x`, 'latin1');
    const bad = await cli.run(['hash', '--check', 'list', '--quiet', '--algo', algo]);
    expect(bad.code).toBe(7);
    expect(bad.stdout).toMatch(/^a\.safetensors: FAILED \(.* is .*, expected .*\)\n$/);
  });

  it('reads lists of sha256sum, of others, and passes over what is no hash', async () => {
    writeFileSync(cli.path('a'), 'a');
    writeFileSync(
      cli.path('list'),
      `# mine\r\n${hex('sha256', 'a').toUpperCase()} *a\r\nSHA512 (a) = ${hex('sha512', 'a')}\r\nnonsense\r\n`,
    );
    const { code, stderr, stdout } = await cli.run(['hash', '-c', 'list']);
    expect([code, stdout]).toEqual([0, 'a: OK\n']);
    expect(stderr).toContain('1 lines of');
    writeFileSync(cli.path('list'), 'nonsense\n');
    expect((await cli.run(['hash', '-c', 'list'])).code).toBe(2);
  });

  it('reads the list that civitdl puts beside a model, for the model of its name', async () => {
    await cli.run(['download', `v:${small.versionId}`, '--sorter', 'basic', '-i', '0', '--sidecar', 'hashes']);
    const list = cli.files().find((file) => file.endsWith('.csv')) ?? '';
    const good = await cli.run(['hash', '--check', list]);
    expect([good.code, good.stdout]).toEqual([0, `${list.replace('.csv', '.safetensors')}: OK\n`]);
    writeFileSync(cli.path(list.replace('.csv', '.safetensors')), 'changed');
    expect((await cli.run(['hash', '--check', list])).code).toBe(7);
    renameSync(cli.path(list), cli.path('alone.csv'));
    expect((await cli.run(['hash', '--check', 'alone.csv'])).code).toBe(2);
  });

  it('tells a missing file apart from a wrong one', async () => {
    writeFileSync(cli.path('list'), `${hex('sha256', 'a')}  gone\n`);
    const { code, stdout } = await cli.run(['hash', '--check', 'list', '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([2, { path: cli.path('gone'), ok: false, error: 'file_not_found' }]);
  });
});
