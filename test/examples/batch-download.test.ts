import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type ExampleProcess, startExample, temporaryFolder } from './support/example-process.js';

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

function download(emulator: Emulator, folder: string, list: string): ExampleProcess {
  const file = join(folder, 'list.txt');
  writeFileSync(file, list);
  return startExample('batch-download', {
    command: ['node', 'dist/main.js', file, join(folder, 'models')],
    env: {
      CIVITKIT_SECRETS_DIRECTORY: temporaryFolder(),
      CivitaiApi__BaseUrl: emulator.siteUrl,
      CIVITAI_API_KEY: emulator.apiKey,
    },
  });
}

describe('batch-download', () => {
  it('keeps what it got, tells what is missing, and ends with 1; the next run has the rest to do', async () => {
    await using emulator = await startEmulator({
      faults: [{ match: { path: '/api/download/models/20504' }, fault: { kind: 'status', status: 404 } }],
    });
    const folder = temporaryFolder();
    const first = download(emulator, folder, '1097\n1427');
    expect(await first.exitCode).toBe(1);
    expect(first.output).toMatch(/^new {5}.*1097.*, hash verified$/m);
    expect(first.output).toMatch(/^missing {2}.*\(not_found\)$/m);

    emulator.clearFaults();
    const second = download(emulator, folder, '1097\n1427');
    expect(await second.exitCode).toBe(0);
    expect(second.output).toMatch(/^there {3}.*1097/m);
    expect(second.output).toMatch(/^new {5}.*1427/m);
    expect(readdirSync(join(folder, 'models')).filter((name) => /\.part/.test(name))).toEqual([]);
    expect(first.output + second.output).not.toContain(emulator.apiKey);
  });

  it('stops at Ctrl-C with what has arrived, and the next run goes on from there', async () => {
    await using emulator = await startEmulator({
      faults: [{ match: { path: '/civitai-delivery' }, times: 1, fault: { kind: 'stalledBody', afterBytes: 1000 } }],
    });
    const folder = temporaryFolder();
    const first = download(emulator, folder, '1097');
    await expect.poll(() => partBytes(join(folder, 'models')), { timeout: 15_000 }).toBe(1000);
    first.kill('SIGINT');
    expect(await first.exitCode).toBe(130);
    expect(first.lines.at(-1)).toBe('Stopped; run it again to go on.');

    const second = download(emulator, folder, '1097');
    expect(await second.exitCode).toBe(0);
    expect(second.output).toMatch(/^on {6}.*1097.*, from byte 1000$/m);
    expect(second.output).toMatch(/^new {5}.*, hash verified$/m);
    expect(partBytes(join(folder, 'models'))).toBeUndefined();
  });

  it('says every line of the list that is none, and asks for nothing', async () => {
    await using emulator = await startEmulator();
    const run = download(emulator, temporaryFolder(), '1097\nhttps://example.com/\n-5');
    expect(await run.exitCode).toBe(1);
    expect(run.output).toContain('[bad_source]');
    expect(emulator.requests).toEqual([]);
  });
});

/** How much of a file has arrived; `undefined` when none is on its way. */
function partBytes(folder: string): number | undefined {
  const part = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.part')) : undefined;
  return part === undefined ? undefined : statSync(join(folder, part)).size;
}
