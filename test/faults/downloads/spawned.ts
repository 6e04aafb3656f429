import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';

/** A downloader in a process of its own: what it is given. */
export interface SpawnedDownload {
  /** The compiled sources of core. */
  readonly source: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly versionId: number;
  readonly folder: string;
  /** It kills itself, as nobody can prevent, when so many bytes are there. */
  readonly killAtBytes?: number;
  readonly segments?: number;
  /** Put before the command, such as a limit of the shell. */
  readonly shell?: string;
}

/** How the process ended. */
export interface SpawnedEnd {
  readonly signal: NodeJS.Signals | null;
  readonly exitCode: number | null;
  /** `ok` or the code of the error. */
  readonly said: string;
}

const script = `
  const [source, baseUrl, apiKey, versionId, directory, killAt, segments] = process.argv.slice(1);
  const { createCivitaiClient } = await import(source + '/client.js');
  const { createDownloader } = await import(source + '/files.js');
  const { Secret } = await import(source + '/secrets/secret.js');
  const civitai = createCivitaiClient({ baseUrl, apiKey: new Secret(apiKey) });
  const downloader = createDownloader(civitai, { segments: Number(segments), progressIntervalMs: 0, reserveBytes: 0 });
  const onEvent = (event) => {
    if (event.type === 'progress' && event.doneBytes >= Number(killAt)) process.kill(process.pid, 'SIGKILL');
  };
  const said = await downloader
    .download('v:' + versionId, { directory }, { onEvent })
    .then(() => 'ok', (error) => error.code ?? String(error));
  civitai.close();
  console.log(said);
`;

/** Runs a downloader in a process of its own until it ends. */
export async function spawnDownload(options: SpawnedDownload): Promise<SpawnedEnd> {
  const { apiKey, baseUrl, folder, killAtBytes = Infinity, segments = 1, shell, source, versionId } = options;
  const values = [source, baseUrl, apiKey, versionId, folder, killAtBytes, segments].map(String);
  const node = [process.execPath, '--input-type=module', '-e', script, ...values];
  const command = shell === undefined ? node : ['sh', '-c', `${shell}; exec "$@"`, 'sh', ...node];
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, trouble, ended] = await Promise.all([
    readText(child.stdout),
    readText(child.stderr),
    once(child, 'exit'),
  ]);
  const [exitCode, signal] = ended as [number | null, NodeJS.Signals | null];
  return { exitCode, signal, said: `${said}${trouble}`.trim() };
}
