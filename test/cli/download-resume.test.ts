import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { large, small } from '../faults/downloads/catalogue-files.js';
import { downloads, eventsOf, sha256Of } from './downloads.js';
import { until } from './generation.js';

const cli = downloads({ imageCount: 0 });
const source = `v:${large.versionId}`;
const match = { path: new RegExp(`/${large.fileId}/`) };
/** Sends half of the file, and then nothing. */
const stall = (): void => cli.emulator.addFault({ match, times: 1, fault: { kind: 'stalledBody' } });
const part = (): string => cli.path(`${large.name}.part`);
const hasHalf = (): boolean => existsSync(part()) && statSync(part()).size > large.bytes.length / 4;

async function resume(): Promise<number> {
  const outcome = await cli.run(['download', source, '--json']);
  expect(outcome.code).toBe(0);
  expect(sha256Of(cli.path(large.name))).toBe(large.sha256);
  expect(cli.files()).toEqual([large.name]);
  const start = eventsOf(outcome).find(({ event }) => event === 'start');
  return Number(start?.['resumedFrom']);
}

describe('what was begun', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is kept after %s, and the same command goes on with it', async (signal, code) => {
    stall();
    const started = cli.start(['download', source]);
    await until(hasHalf);
    started.child.kill(signal);
    const outcome = await started.outcome;
    expect([outcome.code, outcome.stdout]).toEqual([code, '']);
    expect(outcome.stderr).toMatch(/Stopped\. [\d.]+ KiB of .* is kept; the same command goes on with it\.\n$/);
    expect(existsSync(cli.path(large.name))).toBe(false);
    expect(await resume()).toBeGreaterThan(large.bytes.length / 4);
  });

  it('is kept after SIGKILL', async () => {
    stall();
    const started = cli.start(['download', source]);
    await until(hasHalf);
    started.child.kill('SIGKILL');
    expect((await started.outcome).signal).toBe('SIGKILL');
    expect(existsSync(cli.path(large.name))).toBe(false);
    // Bytes that were not known to be on the disk are fetched again.
    expect(await resume()).toBeGreaterThanOrEqual(0);
  });

  it('is begun anew with --no-resume', async () => {
    stall();
    const started = cli.start(['download', source]);
    await until(hasHalf);
    started.child.kill('SIGINT');
    await started.outcome;
    const outcome = await cli.run(['download', source, '--no-resume', '--json']);
    expect(eventsOf(outcome).find(({ event }) => event === 'start')).toMatchObject({ resumedFrom: 0 });
    expect(sha256Of(cli.path(large.name))).toBe(large.sha256);
  });

  it('survives an interrupted look-up, too', async () => {
    cli.emulator.addFault({ match: { path: '/api/v1/model' }, fault: { kind: 'stalledHeaders' } });
    const started = cli.start(['download', source]);
    await until(() => cli.emulator.requests.length > 0);
    started.child.kill('SIGINT');
    const { code, stderr } = await started.outcome;
    expect([code, stderr]).toEqual([130, 'civitkit: Stopped. Nothing was downloaded.\n']);
  });

  it('is told by --json as well', async () => {
    stall();
    const started = cli.start(['download', source, '--json']);
    await until(hasHalf);
    started.child.kill('SIGINT');
    const events = eventsOf(await started.outcome);
    expect(events.at(-1)).toMatchObject({ event: 'summary', exitCode: 130, ok: 0 });
  });

  it('ends at once at a second signal', async () => {
    stall();
    const started = cli.start(['download', source]);
    await until(hasHalf);
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    const { code, signal } = await started.outcome;
    expect(code === 130 || signal === 'SIGINT').toBe(true);
    expect(existsSync(cli.path(large.name))).toBe(false);
  });

  it('is left to the process that is at it; --wait waits for its end', async () => {
    stall();
    const first = cli.start(['download', source]);
    await until(hasHalf);
    const second = await cli.run(['download', source]);
    expect(second.code).toBe(9);
    expect(second.stderr).toContain('[locked]');
    const third = cli.start(['download', source, '--wait', '30']);
    await until(() => third.stderr().includes('waiting for another process'));
    first.child.kill('SIGKILL');
    expect((await third.outcome).code).toBe(0);
    expect(sha256Of(cli.path(large.name))).toBe(large.sha256);
  });

  it('does not hold up what is whole: of several files those that are there are told', async () => {
    stall();
    const started = cli.start(['download', `v:${small.versionId}`, source, '-j', '2', '--json']);
    await until(() => hasHalf() && existsSync(cli.path(small.name)));
    started.child.kill('SIGINT');
    const events = eventsOf(await started.outcome);
    expect(events.at(-1)).toMatchObject({ event: 'summary', ok: 1, exitCode: 130 });
  });
});
