import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulatorProcess } from './emulator-process.mjs';
import { cleanEnvironment, ownSettingsFile } from './example-environment.mjs';
import { runToEnd, startService } from './example-processes.mjs';

/** Runs one example against an emulator of its own, as its scenario says; gives the exit code. */
export async function runExample({ root, name, scenario, print, interrupted }) {
  const folder = join(root, 'examples', name);
  const own = ownSettingsFile(folder);
  if (own !== undefined) {
    print(`${own} may hold your own key, which no emulator should see. Move it away, and run this again.`);
    return 1;
  }
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'civitkit-example-')));
  const secrets = join(temporary, 'secrets');
  mkdirSync(secrets);
  const clean = cleanEnvironment();
  const emulator = await startEmulatorProcess(join(root, 'dist', 'cli.js'), clean);
  try {
    // the folder is named from the start, empty, so that a key in the default one (/run/secrets) stays out too
    const env = {
      ...clean,
      CivitaiApi__BaseUrl: emulator.siteUrl,
      CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
      CIVITKIT_SECRETS_DIRECTORY: secrets,
      PORT: '0',
    };
    const options = (more) => ({ cwd: folder, ...more, env: { ...env, ...more?.env } });
    const entry = (file) => join(folder, 'dist', file);
    return await scenario({
      emulator,
      temporary,
      secrets,
      print,
      /** Puts a key where a container finds it. */
      giveKey: (key = emulator.apiKey, file = 'CIVITAI_API_KEY') =>
        writeFileSync(join(secrets, file), `${key}\n`, { mode: 0o600 }),
      /** Makes another key valid, of another user when told. */
      newKey: async (body = {}) => (await post(`${emulator.siteUrl}/__emulator/keys`, body)).key,
      run: (file = 'main.js', { args = [], ...more } = {}) =>
        runToEnd([entry(file), ...args], options(more), interrupted),
      start: (file = 'main.js', { args = [], ...more } = {}) =>
        startService([entry(file), ...args], options(more), interrupted, print),
      visit: (service, path) => visit(service, path, print),
    });
  } finally {
    await emulator.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function post(url, body) {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

/** Asks a service that listens, and prints what it answers. */
async function visit(service, path, print) {
  const line = await service.line(/listening on http/);
  if (line === undefined) throw new Error('The service ended before it listened.');
  const origin = /http:\S+/.exec(line)[0];
  const response = await fetch(`${origin}${path}`);
  const text = (await response.text()).trim();
  print(`  GET ${path}  ${response.status} ${text}`);
  return text;
}
