// `npm start`: installs and builds what is missing, then shows the library at work against a local emulator: the example
// examples/inversify-service without a key, then with one from a secrets file, then examples/generate-images, whose Buzz
// is the emulator's. Needs no account and no network.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulatorProcess } from './support/emulator-process.mjs';
import { cleanEnvironment, ownSettingsFile } from './support/example-environment.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalogue = join(root, 'examples', 'inversify-service');
const studio = join(root, 'examples', 'generate-images');
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort());

const setup = spawnSync(process.execPath, [join(root, 'scripts', 'setup.mjs')], { stdio: 'inherit' });
process.exitCode = setup.status === 0 ? await demonstrate() : (setup.status ?? 130);

async function demonstrate() {
  const secrets = mkdtempSync(join(tmpdir(), 'civitkit-secrets-'));
  const env = cleanEnvironment();
  const emulator = await startEmulatorProcess(join(root, 'dist', 'cli.js'), env);
  try {
    // the folder is named from the start, empty, so that a key in the default one (/run/secrets) stays out too
    const against = {
      ...env,
      CivitaiApi__BaseUrl: emulator.siteUrl,
      CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
      CIVITKIT_SECRETS_DIRECTORY: secrets,
    };
    heading(`1  Without a key, against the emulator at ${emulator.siteUrl}`);
    if (mayRun(catalogue)) {
      const anonymous = await runExample(catalogue, against);
      if (anonymous !== 0) return anonymous;
    }

    writeFileSync(join(secrets, 'CIVITAI_API_KEY'), `${emulator.apiKey}\n`, { mode: 0o600 });
    heading(`2  The same program, with a key in the file ${join(secrets, 'CIVITAI_API_KEY')}`);
    const identified = await runExample(catalogue, against);
    if (identified !== 0) return identified;

    heading(`3  Generating an image, with the same key, against the emulator at ${emulator.orchestrationUrl}`);
    if (mayRun(studio)) {
      const generated = await runExample(studio, against);
      if (generated !== 0) return generated;
    }
    whatNext();
    return 0;
  } finally {
    await emulator.stop();
    rmSync(secrets, { recursive: true, force: true });
  }
}

function mayRun(folder) {
  const own = ownSettingsFile(folder);
  if (own !== undefined) print(`Skipped: ${own} may hold your own key, which no emulator should see.`);
  return own === undefined;
}

function runExample(folder, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'dist', 'main.js')], { env, stdio: 'inherit' });
    interrupted.signal.addEventListener('abort', () => child.kill(), { once: true });
    child.once('error', reject);
    child.once('close', (code) => resolve(interrupted.signal.aborted ? 130 : (code ?? 1)));
  });
}

function heading(text) {
  print(`\n── ${text} ${'─'.repeat(Math.max(3, 96 - text.length))}\n`);
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

function whatNext() {
  heading('What to try next');
  print(`The same program against the real API, with a key from https://civitai.com/user/account:

  CIVITAI_API_KEY=… npm start --workspace @civitkit-examples/inversify-service

Images from the real API (this spends Buzz of your account):

  CIVITAI_API_KEY=… npm start --workspace @civitkit-examples/generate-images

Keep the key out of your shell and your repository (user secrets count in development):

  npx civitkit secrets init --project examples/inversify-service
  npx civitkit secrets set CivitaiApi:ApiKey --project examples/inversify-service
  NODE_ENV=development npm start --workspace @civitkit-examples/inversify-service

See where every setting comes from, secrets masked:

  npx civitkit config explain --project examples/inversify-service

The other examples, one at a time (npm run example lists them):

  npm run example -- batch-download

An emulator of your own, to test your program against:

  npx civitkit emulator

Read on: examples/inversify-service/src/main.ts (the program you just saw), examples/generate-images/src/studio.ts, docs/configuration.md,\ndocs/generation.md, docs/errors.md`);
}
