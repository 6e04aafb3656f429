// Runs pieces of code out of the documents, one after another, each in a folder and against an emulator of its own. A
// process of its own, started by run-blocks.ts with stay-here.mjs, for the code may change it as a program does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEmulator } from 'civitkit/emulator';
import { fillIn } from './fill-in.mjs';

process.once('disconnect', () => process.exit(1));
let failing;
process.on('unhandledRejection', (reason) => failing?.(reason));
process.on('uncaughtException', (error) => failing?.(error));

process.once('message', ({ blocks, timeoutMs }) => {
  void runAll(blocks, timeoutMs);
});

async function runAll(blocks, timeoutMs) {
  for (const block of blocks) process.send({ name: block.name, problem: await problemOf(block, timeoutMs) });
  process.exit(0);
}

/** What went wrong, as text; nothing when the code came to its end. */
async function problemOf({ module, folder }, timeoutMs) {
  process.chdir(folder);
  const emulator = await startEmulator({ oauth: { pollSeconds: 1 } });
  setEnvironment(emulator, join(folder, 'no-secrets'));
  // the user of a device flow does as he is told
  console.log = (...words) => {
    const code = /\btype in (\S+)/.exec(words.join(' '))?.[1];
    if (code !== undefined) emulator.approveDevice(code);
  };
  let timer;
  // a service ends by a signal, once it waits for one
  const stop = setInterval(() => process.emit('SIGTERM'), 50);
  const failed = new Promise((_, reject) => {
    failing = reject;
    timer = setTimeout(() => reject(new Error(`not at its end after ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([run(module), failed]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    clearTimeout(timer);
    clearInterval(stop);
    process.removeAllListeners('SIGTERM');
    failing = undefined;
    await emulator.close();
  }
}

async function run(module) {
  writeFileSync(module, await fillIn(readFileSync(module, 'utf8')));
  await import(pathToFileURL(module).href);
}

/** Where the emulator is and what opens it, as a deployment would say it; nothing of this machine's own. */
function setEnvironment(emulator, secrets) {
  for (const name of Object.keys(process.env)) {
    if (/^(?:civitai|civitkit|modelslab|studio)/i.test(name)) delete process.env[name];
  }
  mkdirSync(secrets, { recursive: true });
  Object.assign(process.env, {
    CIVITKIT_ENVIRONMENT: 'Production',
    CIVITKIT_SECRETS_DIRECTORY: secrets,
    CivitaiApi__BaseUrl: emulator.siteUrl,
    CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
    ModelsLab__BaseUrl: emulator.modelslabUrl,
    Studio__BaseUrl: emulator.siteUrl,
    CIVITAI_API_KEY: emulator.apiKey,
    MODELSLAB_API_KEY: emulator.modelslabKey,
    Studio__ApiKey: emulator.apiKey,
    STUDIO_KEY: emulator.apiKey,
    STUDIO_TOKEN: emulator.apiToken,
    STUDIO_MODELSLAB_KEY: emulator.modelslabKey,
    MODELSLAB_ENTERPRISE_KEY: emulator.modelslabEnterpriseKey,
    PARTNER_TOKEN: emulator.partnerToken,
    AGENT_PASSWORD: 'the-password-of-an-agent',
    WEBHOOK_SECRET: 'the-secret-of-these-webhooks',
    OLD_WEBHOOK_SECRET: 'the-secret-they-had-before',
    AUTH_URL: emulator.authUrl,
    OAUTH_CLIENT_ID: emulator.oauthApps.device.clientId,
  });
}
