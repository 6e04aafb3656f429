import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createDownloader, type DownloadEvent, type DownloadedFile, failureClassOf } from '@civitkit/core/files';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { expect } from 'vitest';
import { CivitaiClient } from '../../../packages/core/src/civitai-client.js';
import { createPipeline } from '../../../packages/core/src/create-pipeline.js';
import { Secret } from '../../../packages/core/src/secrets/secret.js';
import { defaultSettings } from '../../../packages/core/test/support.js';
import { TestClock } from '../../support/test-clock.js';
import { type DownloadRow, type Expected, exitOf, fileOf, type Place } from './download-row.js';

/** The marked key. If it is seen anywhere but in the header of requests to the site, something leaks. */
const canary = 'c4na7ydeadbeefc4na7ydeadbeef0000';

/** How a row ended, and what it cost. */
export interface Ended extends Expected {
  readonly links: number;
  /** Requests to the storage. */
  readonly requests: number;
}

function clientOf(emulator: RunningEmulator, row: DownloadRow, lines: unknown[]): CivitaiClient {
  const log = (line: string): void => void lines.push(line);
  const key = row.key === undefined ? canary : row.key;
  const settings = { ...defaultSettings, baseUrl: emulator.siteUrl, ...row.settings };
  return new CivitaiClient(
    createPipeline(
      settings,
      {
        rootUrl: `${emulator.siteUrl}/api/v1`,
        product: 'civitkit-core/test',
        credential: key === null ? null : new Secret(key),
        credentialHelp: 'Set CIVITAI_API_KEY.',
      },
      {
        logger: { debug: log, warn: log },
        ...(row.realTime === true ? {} : { clock: new TestClock(29_999) }),
      },
    ),
  );
}

/** Downloads once, as the row says. */
async function download(row: DownloadRow, place: Place, seen: unknown[]): Promise<unknown> {
  using civitai = clientOf(place.emulator, row, seen);
  const downloader = createDownloader(civitai, { random: () => 0, progressIntervalMs: 0, ...row.downloader });
  const file = fileOf(row);
  let passed = false;
  let broke = false;
  const onEvent = (event: DownloadEvent): void => {
    seen.push(event);
    if (event.type === 'retry' && !broke) {
      broke = true;
      row.broken?.(place);
    }
    if (event.type !== 'progress' || passed || event.doneBytes < file.bytes.length / 2) return;
    passed = true;
    row.halfway?.(place);
  };
  const source = row.source ?? `v:${file.versionId}`;
  return await downloader.download(source, place.target, { ...row.options, onEvent }).catch((error: unknown) => {
    expect(error).toBeInstanceOf(Error);
    return error;
  });
}

/** Runs a row against an emulator of its own, and looks at all that it leaves behind. */
export async function runRow(row: DownloadRow): Promise<Ended> {
  const file = fileOf(row);
  const emulator = await startEmulator({ modelCount: 300, imageCount: 0, apiKey: canary, ...row.emulator });
  const folder = mkdtempSync(join(tmpdir(), 'civitkit-faults-'));
  const place: Place = { emulator, folder, target: join(folder, file.name) };
  try {
    await row.prepare?.(place);
    const before = contentOf(place.target);
    for (const fault of row.faults ?? []) emulator.addFault(fault);
    const seen: unknown[] = [];
    const outcome = await download(row, place, seen);
    const ended = judge(row, place, outcome, before);
    assertClean(place, [outcome, ...seen], ended.code === 'locked');
    if (ended.state === 'resumable') await resume(row, place);
    return ended;
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(row: DownloadRow, place: Place, outcome: unknown, before: string | undefined): Ended {
  const file = fileOf(row);
  const { emulator, target } = place;
  const failed = outcome instanceof Error;
  const after = contentOf(target);
  const intact = createHash('sha256').update(file.bytes).digest('hex');
  expect(after === undefined || after === intact || after === before, 'a wrong file under the final name').toBe(true);
  if (!failed) expect(contentOf((outcome as DownloadedFile).path)).toBe(intact);
  const links = emulator.requests.filter(({ path }) => path.startsWith('/api/download/')).length;
  const part =
    existsSync(`${target}.part`) && lstatSync(`${target}.part`).isFile() && lstatSync(`${target}.part`).size > 0;
  return {
    code: failed ? codeOf(outcome) : 'ok',
    file: after === undefined ? 'absent' : after === before && before !== intact ? 'before' : 'intact',
    state: existsSync(`${target}.bad`) ? 'bad' : part ? 'resumable' : 'none',
    exit: failed ? exitOf(failureClassOf(outcome)) : 0,
    links,
    requests: emulator.requests.filter(({ origin }) => origin === 'storage').length,
  };
}

/** What nobody may see, and what nobody may be sent. */
function assertClean({ emulator, folder }: Place, shown: readonly unknown[], locked: boolean): void {
  for (const { headers, method, origin, query } of emulator.requests) {
    expect(method, 'HEAD counts as a download').not.toBe('HEAD');
    expect(query).not.toContain(canary);
    if (origin !== 'site') expect(headers.authorization, `the key went to ${origin}`).toBeUndefined();
  }
  const texts = shown.map((value) => inspect(value, { depth: 12, showHidden: true }));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    texts.push(readFileSync(join(folder, name), 'utf8'));
    expect(texts.at(-1)).not.toContain('http://');
  }
  for (const text of texts) {
    expect(text).not.toContain(canary);
    expect(text).not.toMatch(/X-Amz-Signature=(?!\[redacted)/);
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp') || (!locked && name.endsWith('.lock')))).toEqual(
    [],
  );
}

/** What was kept must be of use: without the faults, the same call ends well and asks for less than all of it. */
async function resume(row: DownloadRow, place: Place): Promise<void> {
  place.emulator.clearFaults();
  const { broken: _broken, halfway: _halfway, downloader = {}, options = {}, ...rest } = row;
  const { fileSystem: _disk, ...plain } = downloader;
  const { signal: _signal, ...others } = options;
  const outcome = await download({ ...rest, downloader: plain, options: others }, place, []);
  if (outcome instanceof Error) throw outcome;
  expect(outcome).toMatchObject({ outcome: 'downloaded' });
  expect((outcome as DownloadedFile).resumedFromBytes).toBeGreaterThan(0);
  expect(readFileSync(place.target).equals(fileOf(row).bytes)).toBe(true);
  expect(readdirSync(place.folder)).toEqual([fileOf(row).name]);
}

/** A DOMException has a code as well, a number from long ago. */
function codeOf(error: Error): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
}

/** A digest of a file; `undefined` when there is none. */
function contentOf(path: string): string | undefined {
  if (!existsSync(path) || !lstatSync(path).isFile()) return undefined;
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
