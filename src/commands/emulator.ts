import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import type { RunningEmulator } from '../emulator/running-emulator.js';
import { addExamples } from './examples.js';

interface EmulatorOptions {
  readonly port: number;
  readonly host: string;
  readonly seed?: number;
  readonly modelslab?: boolean;
  readonly json?: boolean;
}

/** `civitkit emulator`: serves a stand-in for the remote API until it is told to stop. */
export function addEmulatorCommand(program: Command, io: CommandIo): void {
  const emulator = program
    .command('emulator')
    .description('serve a local stand-in for the Civitai API, for tests and for trying things out')
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'another catalogue; the same seed gives the same one', parseSeed)
    .option('--modelslab', 'tell how to reach the ModelsLab API, which it stands in for as well')
    .option('--json', 'print one line of JSON once it listens, and nothing else')
    .action((options: EmulatorOptions) => serve(options, io));
  addExamples(emulator, [
    'civitkit emulator --port 4010',
    'civitkit emulator --modelslab',
    'civitkit emulator --seed 7 --json',
  ]);
}

async function serve({ port, host, seed, modelslab, json }: EmulatorOptions, io: CommandIo): Promise<void> {
  // asked for first, so that a signal during start-up still closes what was opened
  const stop = io.stopSignal();
  const { startEmulator } = await import('../emulator/start-emulator.js');
  const emulator = await startEmulator({ port, host, ...(seed === undefined ? {} : { seed }) });
  try {
    const { siteUrl, apiKey, authUrl, storageUrl, partnerToken, oauthApps } = emulator;
    const { orchestrationUrl, blobsUrl, apiToken } = emulator;
    const site = { siteUrl, apiKey, authUrl, storageUrl, partnerToken, oauthApps };
    const generation = { orchestrationUrl, blobsUrl, apiToken };
    const more = modelslab === true ? modelsLabFacts(emulator) : {};
    if (json === true) io.out(JSON.stringify({ ...site, ...generation, ...more }));
    else for (const line of introduction(emulator, modelslab === true)) io.out(line);
    await aborted(stop);
  } finally {
    await emulator.close();
  }
}

function modelsLabFacts(emulator: RunningEmulator): Readonly<Record<string, string>> {
  const { modelslabUrl, modelslabAssetsUrl, modelslabKey, modelslabEnterpriseKey, modelslabAgentToken } = emulator;
  return { modelslabUrl, modelslabAssetsUrl, modelslabKey, modelslabEnterpriseKey, modelslabAgentToken };
}

function modelsLabLines({ modelslabUrl, modelslabKey }: RunningEmulator): string[] {
  return [
    'And one that uses @civitkit/sdk/modelslab:',
    '',
    `  ModelsLab__BaseUrl=${modelslabUrl}`,
    `  ModelsLab__ApiKey=${modelslabKey}`,
    '',
  ];
}

function introduction(emulator: RunningEmulator, withModelsLab: boolean): string[] {
  const { siteUrl, apiKey, authUrl, storageUrl, oauthApps, orchestrationUrl, apiToken } = emulator;
  return [
    `Civitai emulator at ${siteUrl} (Ctrl-C ends it)`,
    '',
    'Point a program that uses @civitkit/core at it through its environment:',
    '',
    `  CivitaiApi__BaseUrl=${siteUrl}`,
    `  CivitaiApi__ApiKey=${apiKey}   # only this emulator knows this key; without it, requests are anonymous`,
    '',
    'And one that uses @civitkit/sdk, the generation API:',
    '',
    `  CivitaiSdk__BaseUrl=${orchestrationUrl}`,
    `  CivitaiSdk__ApiToken=${apiToken}`,
    '',
    ...(withModelsLab ? modelsLabLines(emulator) : []),
    `OAuth is at ${authUrl} (public client ${oauthApps.public.clientId}), files are at ${storageUrl}.`,
    '',
    `Or ask it something: curl '${siteUrl}/api/v1/models?limit=1'`,
  ];
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function parsePort(text: string): number {
  return parseWhole(text, 65_535, 'a port from 0 to 65535');
}

function parseSeed(text: string): number {
  return parseWhole(text, 0xffff_ffff, 'a whole number from 0 to 4294967295');
}

function parseWhole(text: string, largest: number, what: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= largest)) throw new InvalidArgumentError(`It must be ${what}.`);
  return value;
}
