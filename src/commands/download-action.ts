import { resolve } from 'node:path';
import {
  createDownloader,
  type Downloader,
  type DownloadPlan,
  type FileChoice,
  type PlacedPlan,
  placeNames,
  riskOf,
} from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { untilStopped } from '../interrupted.js';
import { parseByteRate } from '../tool-settings/byte-rate.js';
import { SettingsFile } from '../tool-settings/settings-file.js';
import { askForKey } from './ask-for-key.js';
import type { DownloadCommandOptions } from './download.js';
import { warnOfOtherBase } from './download-base.js';
import { planDryRun, planItem, printDryRun } from './download-dry-run.js';
import { EventWriter } from './download-json.js';
import { splitOperands } from './download-operands.js';
import { type Failure, tellOutcome } from './download-outcome.js';
import { Placer } from './download-place.js';
import { DownloadRun } from './download-run.js';
import { type DownloadSettings, resolveSettings } from './download-settings.js';
import { readAllSources } from './download-sources.js';
import { openSite, readSiteSettings, type Site } from './site-client.js';
import { orUsageError } from './site-usage.js';

/** `civitkit download`. */
export async function runDownload(
  operands: readonly string[],
  options: DownloadCommandOptions,
  io: CommandIo,
): Promise<void> {
  const stop = io.stopSignal();
  const tool = await new SettingsFile(io).read();
  const { baseUrl } = (await readSiteSettings(options, io)).settings;
  const mayHaveFolder = options.dir === undefined && options.out === undefined && options.root === undefined;
  const { folder, sources: texts } = await splitOperands(
    operands,
    { aliases: tool.aliases, baseUrl, mayHaveFolder },
    io,
  );
  const settings = resolveSettings(options, folder, tool, io);
  if (options.apiKey === true && texts.includes('-')) {
    throw new CommandFailure('-k and - would both read stdin. Give the list as a file.', exitCode.usage);
  }
  const context = { baseUrl, keepGoing: options.keepGoing === true };
  const sources = await readAllSources(texts, options.versionId ?? [], context, io);
  const placer = await Placer.create(settings.place, settings.set.name);
  const key = options.apiKey === true ? await askForKey(io) : undefined;
  using site = await openSite(options, io, key);
  const downloader = openDownloader(options, settings, site);
  const plan = await untilStopped(stop, 'Stopped. Nothing was downloaded.', () =>
    downloader.plan(sources, {
      choice: choiceOf(options),
      withModel: placer.needsModel || settings.extras.sidecars.includes('model'),
      signal: stop,
    }),
  );
  refuseManyForOne(plan, options);
  const placed = await placeNames(plan.files, async (file) => (await placer.placeOf(file)).path, 'suffix');
  const events = new EventWriter(io, options.json === true);
  const quiet = options.quiet === true || !options.progress || (options.json === true && io.columns !== undefined);
  await tellPlaces(placed, placer, io);
  if (options.forBase !== undefined) warnOfOtherBase(plan.files, options.forBase, events, io);
  if (options.dryRun === true) {
    await dryRun(plan, placed, settings, { events, io, options, site });
    return;
  }
  if (options.failFast === true && plan.failures[0] !== undefined) throw plan.failures[0].error;
  events.write('plan', null, { dryRun: false, items: placed.map(planItem) });
  const parts = { civitai: site.civitai, downloader, placer, settings, options, events, io, stop, quiet };
  const outcome = await new DownloadRun(plan, placed, parts).run();
  await tellInstructions(placed, placer, io);
  tellOutcome(outcome, { events, io, quiet, hint: keyHint(site) });
}

function openDownloader(options: DownloadCommandOptions, { set }: DownloadSettings, { civitai }: Site): Downloader {
  const rate = parseByteRate(set.limitRate ?? '0') ?? 0;
  return orUsageError(() =>
    createDownloader(civitai, {
      ...(set.jobs === undefined ? {} : { maxConcurrentFiles: set.jobs }),
      ...(options.segments === undefined ? {} : { segments: options.segments }),
      ...(rate === 0 ? {} : { bytesPerSecond: rate }),
      ...(set.pause === undefined ? {} : { pauseBetweenMs: set.pause * 1000 }),
      ...(set.retries === undefined ? {} : { maxRetries: set.retries }),
      ...(options.timeout === undefined ? {} : { headersTimeoutMs: options.timeout * 1000 }),
      ...(options.stall === undefined ? {} : { stallTimeoutMs: options.stall * 1000 }),
      ...(options.minRate === undefined ? {} : { minBytesPerSecond: parseByteRate(options.minRate) ?? 0 }),
      ...(options.minRateFor === undefined ? {} : { slowForMs: options.minRateFor * 1000 }),
    }),
  );
}

function choiceOf({ all, file, format, fp, quant, size, type }: DownloadCommandOptions): FileChoice {
  const choice = { all, file, format, fp, quantType: quant, size, type };
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}

/** `--out` names one file. */
function refuseManyForOne({ files }: DownloadPlan, { out }: DownloadCommandOptions): void {
  if (out === undefined || files.length <= 1) return;
  const list = files.map(({ file, version }) => `v:${version.id}+${file.id} ${file.name}`);
  throw new CommandFailure(
    [`--out names one file, and these are ${files.length}. Choose one, or give --dir:`, ...list].join('\n'),
    exitCode.usage,
  );
}

interface DryParts {
  readonly events: EventWriter;
  readonly io: CommandIo;
  readonly options: DownloadCommandOptions;
  readonly site: Site;
}

async function dryRun(
  { failures: unresolved }: DownloadPlan,
  placed: readonly PlacedPlan[],
  { model, set }: DownloadSettings,
  { events, io, options, site }: DryParts,
): Promise<void> {
  const resume = options.resume && options.restart !== true;
  const allowUnsafe = options.allowUnsafe === true;
  const items = await planDryRun(placed, { onConflict: set.onConflict ?? 'fail', resume, allowUnsafe, model });
  const short = await printDryRun(items, credentialText(site), { events, io });
  const failures: Failure[] = [
    ...unresolved.map(({ error, source }) => ({ what: source.text, error })),
    ...placed.flatMap(({ file }) => {
      const error = allowUnsafe || !model ? undefined : riskOf(file.file);
      return error === undefined ? [] : [{ what: file.name, file, error }];
    }),
  ];
  tellOutcome({ files: [], extras: 0, failures, warnings: [] }, { events, io, quiet: true });
  if (short !== undefined) throw new CommandFailure(short, exitCode.storage);
}

function credentialText({ credential }: Site): string {
  switch (credential.kind) {
    case 'key':
      return `present (${credential.source})`;
    case 'sign-in':
      return 'signed in';
    case 'typed':
      return 'typed';
    case 'none':
      return 'missing';
  }
}

/** What somebody without a key should know. */
function keyHint({ credential }: Site): string | undefined {
  if (credential.kind !== 'none') return undefined;
  const other =
    credential.otherOrigin === undefined ? '' : ` (You are signed in at ${credential.otherOrigin}, not here.)`;
  return `No key was sent. \`civitkit login\` signs in, and -k asks for a key for this once.${other}`;
}

/** What is not certain about the folders, each once. */
async function tellPlaces(placed: readonly PlacedPlan[], placer: Placer, io: CommandIo): Promise<void> {
  for (const problem of placer.problems) io.err(problem);
  for (const { file, path } of placed) {
    const { notes } = await placer.placeOf(file);
    for (const note of notes) io.err(`${file.name} -> ${resolve(path)}: ${note}`);
  }
}

async function tellInstructions(placed: readonly PlacedPlan[], placer: Placer, io: CommandIo): Promise<void> {
  const places = await Promise.all(placed.map(({ file }) => placer.placeOf(file)));
  for (const instruction of new Set(places.map((place) => place.instruction))) {
    if (instruction !== undefined) io.err(instruction);
  }
}
