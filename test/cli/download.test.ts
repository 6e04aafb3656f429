import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { large, small } from '../faults/downloads/catalogue-files.js';
import { downloads, findPlaced, isFree, linesOf, sha256Of } from './downloads.js';

const cli = downloads();

describe('civitkit download', () => {
  it.each<[string, () => string]>([
    ['a version', () => `v:${small.versionId}`],
    ['a version in words', () => `version:${small.versionId}`],
    ['a model and its version', () => `${small.modelId}@${small.versionId}`],
    ['one file', () => `v:${small.versionId}+${small.fileId}`],
    ['a hash', () => `hash:${small.sha256}`],
    ['a SHA256', () => String(small.sha256).toLowerCase()],
    ['an AutoV2', () => `hash:${small.sha256?.slice(0, 10)}`],
    ['an AIR', () => `urn:air:sdxl:lora:civitai:${small.modelId}@${small.versionId}`],
    ['an address', () => `https://civitai.com/models/${small.modelId}?modelVersionId=${small.versionId}`],
    ['an address of .red', () => `https://civitai.red/models/${small.modelId}/name?modelVersionId=${small.versionId}`],
    ['an address of .green', () => `civitai.green/model-versions/${small.versionId}`],
    ['an address of a download', () => `https://civitai.com/api/download/models/${small.versionId}?type=Model`],
    ['an address of the configured site', () => `${cli.emulator.siteUrl}/model-versions/${small.versionId}`],
  ])('takes %s', async (_, source) => {
    const { code, stderr, stdout } = await cli.run(['download', source(), './models']);
    expect(stderr).toContain('verified');
    expect([code, stdout]).toEqual([0, `${cli.path('models', small.name)}\n`]);
    expect(sha256Of(cli.path('models', small.name))).toBe(small.sha256);
    expect(cli.files()).toEqual([`models/${small.name}`]);
  });

  it('takes a model by its id, and means its latest version', async () => {
    const { file, model } = findPlaced(
      (placed) => isFree(placed) && placed.model.versions[0]?.id === placed.version.id,
    );
    const { code, stdout } = await cli.run(['download', String(model.id)]);
    expect([code, stdout]).toEqual([0, `${cli.path(file.name)}\n`]);
    expect(sha256Of(cli.path(file.name))).toBe(file.hashes.SHA256);
  });

  it('takes --version-id, and a list separated by commas', async () => {
    const { code, stdout } = await cli.run(['download', `v:${small.versionId}, v:${large.versionId}`, 'models']);
    expect(code).toBe(0);
    expect(linesOf(stdout).toSorted()).toEqual(
      [cli.path('models', large.name), cli.path('models', small.name)].toSorted(),
    );
    const again = await cli.run(['download', '--version-id', String(small.versionId), '--dir', 'models']);
    expect([again.code, again.stdout]).toEqual([0, `${cli.path('models', small.name)}\n`]);
    expect(again.stderr).toContain('skipped, it is there (verified)');
  });

  it('takes lists from files, from files in them, and from stdin; each file once', async () => {
    writeFileSync(
      cli.path('list.txt'),
      `\uFEFF# mine\r\nv:${small.versionId} # again below\r\n@more.txt,v:${small.versionId}\r\n`,
    );
    writeFileSync(cli.path('more.txt'), `v:${large.versionId}\n@list.txt\n`);
    const cycle = await cli.run(['download', '@list.txt', './models']);
    expect([cycle.code, cli.links()]).toEqual([2, 0]);
    expect(cycle.stderr).toContain('contains itself');
    writeFileSync(cli.path('more.txt'), `v:${large.versionId}\n`);
    const listed = await cli.run(['download', 'list.txt', './models']);
    expect([listed.code, linesOf(listed.stdout)].flat()).toHaveLength(3);
    const { code, stdout } = await cli.run(['download', '-', './other', '--no-cache'], {
      stdin: `v:${small.versionId}\nv:${large.versionId}\n`,
    });
    expect([code, linesOf(stdout)].flat()).toHaveLength(3);
    expect(cli.files()).toHaveLength(6);
  });

  it('tells everything that is no source before anything is asked for', async () => {
    writeFileSync(cli.path('list.txt'), `v:${small.versionId}\nnonsense:1\n`);
    const args = ['download', 'list.txt', 'f:12', 'https://example.com/models/9?u=civitai.com/models/9', 'missing.txt'];
    const { code, stderr, stdout } = await cli.run(args);
    expect([code, stdout, cli.links()]).toEqual([2, '', 0]);
    for (const part of ['4 sources not understood', 'list.txt:2', 'nonsense:1', 'f:12', 'example.com', 'missing.txt']) {
      expect(stderr).toContain(part);
    }
    const going = await cli.run([...args, '--keep-going']);
    expect([going.code, linesOf(going.stdout)].flat()).toHaveLength(2);
    expect(going.stderr).toContain('Left out: list.txt:2');
  });

  it('copies what was downloaded before, and what lies in a folder that is named, unless told otherwise', async () => {
    await cli.run(['download', `v:${small.versionId}`, './first']);
    const copied = await cli.run(['download', `v:${small.versionId}`, './second']);
    expect([copied.code, cli.links()]).toEqual([0, 1]);
    expect(copied.stderr).toContain('copied from this machine');
    expect(sha256Of(cli.path('second', small.name))).toBe(small.sha256);
    await cli.run(['download', `v:${small.versionId}`, './third', '--cache-mode', '0']);
    expect(cli.links()).toBe(2);
    await cli.run(['download', `v:${small.versionId}`, './fourth', '--no-cache', '--reuse', 'first', '--link']);
    expect(cli.links()).toBe(2);
    expect(sha256Of(cli.path('fourth', small.name))).toBe(small.sha256);
  });

  it('does not trust what it remembers: a file that has changed since is downloaded', async () => {
    await cli.run(['download', `v:${small.versionId}`, './first']);
    writeFileSync(cli.path('first', small.name), Buffer.alloc(small.bytes.length, 7));
    const { code } = await cli.run(['download', `v:${small.versionId}`, './second']);
    expect([code, cli.links()]).toEqual([0, 2]);
    expect(sha256Of(cli.path('second', small.name))).toBe(small.sha256);
  });

  it('limits the rate over all files', async () => {
    const args = [
      'download',
      `v:${small.versionId}`,
      '--limit-rate',
      '1.5M',
      '--pause-time',
      '0',
      '--retry-count',
      '0',
      '-j',
      '1',
    ];
    expect((await cli.run(args)).code).toBe(0);
    const wrong = await cli.run(['download', '1', '--limit-rate', '10X']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('500k, 5M or 1.5MiB');
  });
});
