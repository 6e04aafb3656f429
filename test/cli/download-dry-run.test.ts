import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { disabled, large, small, unscanned } from '../faults/downloads/catalogue-files.js';
import { downloads, eventsOf, findPlaced, linesOf, sha256Of } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const source = `v:${small.versionId}`;

describe('--dry-run', () => {
  it('tells what would be done, and asks for no file', async () => {
    writeFileSync(cli.path(`${large.name}.part`), Buffer.alloc(2048));
    const { code, stderr, stdout } = await cli.run(['download', source, `v:${large.versionId}`, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain(`v:${small.versionId}+${small.fileId}`);
    expect(stdout).toContain(cli.path(small.name));
    expect(stdout).toContain('resume from 2.0 KiB');
    expect(stderr).toMatch(
      /2 files, .* to download; .* free at .*\. Key: present \(environment variable CivitaiApi__ApiKey\)/,
    );
    expect(cli.links()).toBe(0);
    expect(cli.emulator.requests.every(({ origin }) => origin === 'site')).toBe(true);
    expect(cli.files()).toEqual([`${large.name}.part`]);
  });

  it.each<[string, () => void, string]>([
    ['the same', () => writeFileSync(cli.path(small.name), small.bytes), 'exists, not hashed'],
    ['another', () => writeFileSync(cli.path(small.name), 'mine'), 'conflict: another file is there (fail)'],
    ['a folder', () => mkdirSync(cli.path(small.name)), 'something else'],
  ])('tells that %s is there', async (_, prepare, action) => {
    prepare();
    const { stdout } = await cli.run(['download', source, '-n', '--json']);
    const [plan] = eventsOf({ code: 0, signal: null, stderr: '', stdout });
    expect(plan).toMatchObject({ items: [{ action: expect.stringContaining(action) }] });
  });

  it('tells of a file that would be refused, and ends as the real one would', async () => {
    const wanted = ['download', `v:${unscanned.versionId}`, '--dry-run'];
    const refused = await cli.run(wanted);
    expect(refused.code).toBe(9);
    expect(refused.stdout).toContain('blocked: unsafe_file');
    const allowed = await cli.run([...wanted, '--allow-unsafe']);
    expect(allowed.code).toBe(0);
    expect(allowed.stdout).not.toContain('blocked');
  });

  it('ends as the real one would where a source leads nowhere', async () => {
    const { code } = await cli.run(['download', source, '999999', '--dry-run']);
    expect([code, cli.links()]).toEqual([4, 0]);
  });

  it('tells of early access and of what the creator allows', async () => {
    const early = findPlaced(({ model, version }) => version.paidAccess !== null && model.status === 'Published');
    const args = ['download', `v:${early.version.id}`, `v:${disabled.versionId}`, '--dry-run'];
    const { stderr } = await cli.run(args);
    expect(stderr).toContain('Only who has bought it');
    expect(stderr).toContain('switched downloads of this version off');
  });

  it('says that there is no key', async () => {
    const { stderr } = await cli.run(['download', source, '-n'], { env: { CivitaiApi__ApiKey: '' } });
    expect(stderr).toContain('Key: missing.');
  });
});

describe('--json', () => {
  it('prints events and nothing else on stdout', async () => {
    const outcome = await cli.run(['download', source, '999999', './models', '--json']);
    const events = eventsOf(outcome);
    expect(outcome.code).toBe(4);
    for (const event of events) {
      expect(event).toMatchObject({ schema: 1, event: expect.any(String), ts: expect.stringMatching(/^\d{4}-.*Z$/) });
    }
    const item = `v:${small.versionId}+${small.fileId}`;
    const path = cli.path('models', small.name);
    const kinds = events.filter(({ event }) => event !== 'progress').map(({ event }) => event);
    expect(kinds).toEqual(['plan', 'error', 'start', 'verify', 'done', 'summary']);
    const find = (kind: string) => events.find(({ event }) => event === kind);
    expect(find('start')).toMatchObject({ item, path, size: small.bytes.length, resumedFrom: 0, fileId: small.fileId });
    expect(find('verify')).toMatchObject({ item, algo: 'sha256', ok: true, expected: small.sha256 });
    expect(find('error')).toMatchObject({ item: '999999', code: 'not_found', class: 'not_found', retryable: false });
    expect(find('done')).toMatchObject({
      item,
      path,
      bytes: small.bytes.length,
      verified: true,
      skipped: false,
      sha256: sha256Of(path),
    });
    expect(find('summary')).toMatchObject({
      ok: 1,
      skipped: 0,
      failed: 1,
      bytes: small.bytes.length,
      exitCode: 4,
      item: null,
    });
  });

  it('names items by what can be downloaded again', async () => {
    const first = await cli.run(['download', source, '--json']);
    const item = eventsOf(first).find(({ event }) => event === 'done')?.['item'];
    const again = await cli.run(['download', String(item), '--json']);
    expect(eventsOf(again).find(({ event }) => event === 'done')).toMatchObject({ item, skipped: true });
  });

  it('tells of attempts, of new links, and of what failed', async () => {
    cli.emulator.addFault({ match: { path: '/civitai-delivery' }, times: 1, fault: { kind: 'resetMidBody' } });
    const events = eventsOf(await cli.run(['download', source, '--json']));
    expect(events.find(({ event }) => event === 'retry')).toMatchObject({ attempt: 1, reason: 'connection_failed' });
    cli.emulator.addFault({ match: { path: '/civitai-delivery' }, fault: { kind: 'flippedByte', at: 900 } });
    const failed = await cli.run(['download', source, './other', '--json', '--no-cache']);
    expect(failed.code).toBe(7);
    expect(eventsOf(failed).find(({ event }) => event === 'verify')).toMatchObject({ ok: false });
    expect(eventsOf(failed).find(({ event }) => event === 'error')).toMatchObject({
      code: 'hash_mismatch',
      class: 'integrity',
    });
  });

  it('is whole where the reader goes: nothing is printed about it', async () => {
    const started = cli.start(['download', source, `v:${large.versionId}`, '--json']);
    started.child.stdout.destroy();
    const { stderr } = await started.outcome;
    expect(linesOf(stderr).filter((line) => /EPIPE|Error/.test(line))).toEqual([]);
  });
});
