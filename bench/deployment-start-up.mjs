// What civitkit adds to the start of an application, for each way to deploy one: the whole process, from `node` to the
// client in hand. "by hand" is what the application would do instead: axios and its own reading of settings.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { interleave, median, printTable, ratio, runNode } from './support.mjs';

const nest = `
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
class Application {}`;
const startNest = `
const application = await NestFactory.createApplicationContext(Application, { logger: false });
await application.close();`;
const byAxios = `axios.create({ baseURL: 'https://civitai.com/api/v1', timeout: 30_000 })`;
const ownSettings = `
import { readFileSync } from 'node:fs';
import convict from 'convict';
import dotenv from 'dotenv';
dotenv.config({ quiet: true });
const settings = convict({ CivitaiApi: { TimeoutSeconds: { format: Number, default: 30 } } });
settings.load(JSON.parse(readFileSync('appsettings.json', 'utf8'))).validate();`;

const shapes = {
  Inversify: {
    bare: `import { Container } from 'inversify'; new Container();`,
    byHand: `import axios from 'axios'; import { Container } from 'inversify';
const container = new Container(); container.bind('api').toConstantValue(${byAxios}); container.get('api');`,
    civitkit: `import { addCivitaiApi, CivitaiClient } from '@civitkit/core'; import { Container } from 'inversify';
const container = addCivitaiApi(new Container()); container.get(CivitaiClient); await container.unbindAllAsync();`,
  },
  NestJS: {
    bare: `${nest}\nModule({})(Application);${startNest}`,
    byHand: `${nest}\nimport axios from 'axios';
Module({ providers: [{ provide: 'api', useValue: ${byAxios} }] })(Application);${startNest}`,
    civitkit: `${nest}\nimport { CivitaiModule } from '@civitkit/core/nestjs';
Module({ imports: [CivitaiModule.forRoot()] })(Application);${startNest}`,
  },
  'configuration file': {
    bare: '',
    byHand: `import axios from 'axios';${ownSettings} ${byAxios};`,
    civitkit: `import { createCivitaiClient, loadConfiguration } from '@civitkit/core/client';
createCivitaiClient(loadConfiguration({ directory: '.' })).close();`,
  },
  'no container': {
    bare: '',
    byHand: `import axios from 'axios'; ${byAxios};`,
    civitkit: `import { createCivitaiClient } from '@civitkit/core/client'; createCivitaiClient().close();`,
  },
};

export async function deploymentStartUp() {
  // packages are looked for from where a program lies, so these lie below the repository
  const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'start-up-'));
  const project = mkdtempSync(join(tmpdir(), 'civitkit-bench-'));
  writeFileSync(join(project, 'appsettings.json'), '{ "CivitaiApi": { "TimeoutSeconds": 60 } }');
  try {
    for (const [shape, programs] of Object.entries(shapes)) await measure(shape, programs, folder, project);
  } finally {
    for (const each of [folder, project]) rmSync(each, { recursive: true, force: true });
  }
}

async function measure(shape, programs, folder, project) {
  const contenders = Object.entries(programs).map(([name, code]) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, code);
    const start = `process.chdir(${JSON.stringify(project)}); await import(${JSON.stringify(pathToFileURL(file).href)});`;
    return { name, run: async () => (await runNode(['--input-type=module', '-e', start])).ms };
  });
  const figures = await interleave(7, contenders);
  const note = (to) => `${ratio(figures, 'civitkit', to).toFixed(2)} ×`;
  printTable(`Start of an application: ${shape}, the whole process`, 'ms', [
    { name: 'with civitkit', value: median(figures.get('civitkit')) },
    {
      name: 'by hand, with axios',
      value: median(figures.get('byHand')),
      note: `civitkit takes ${note('byHand')} this`,
    },
    { name: 'with neither', value: median(figures.get('bare')), note: `civitkit takes ${note('bare')} this` },
  ]);
}
