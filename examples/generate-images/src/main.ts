import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCivitaiApi, CivitaiClient, isCivitaiError, loadConfiguration } from '@civitkit/core';
import { addCivitaiSdk, OrchestrationClient, type WorkflowProgress } from '@civitkit/sdk';
import { Container } from 'inversify';
import { Studio } from './studio.js';

// Both clients in one container, on one configuration.
const container = new Container();
try {
  const configuration = loadConfiguration({ directory: fileURLToPath(new URL('..', import.meta.url)) });
  addCivitaiApi(container, configuration);
  addCivitaiSdk(container, configuration);
  container
    .bind(Studio)
    .toResolvedValue((civitai, generation) => new Studio(civitai, generation), [CivitaiClient, OrchestrationClient])
    .inSingletonScope();
  await show(container.get(Studio));
} catch (error) {
  if (!isCivitaiError(error)) throw error;
  console.error(`${error.message} [${error.code}]`);
  process.exitCode = 1;
} finally {
  await container.unbindAllAsync();
}

async function show(studio: Studio): Promise<void> {
  const version = await studio.favouriteCheckpoint();
  console.log(`Model    ${version.model.name}, version ${version.name}\n         ${version.air}`);

  const plan = studio.plan(version, 'a lighthouse at dusk, oil painting');
  const { total, charges } = await studio.estimate(plan);
  const accounts = charges.map(({ account, amount }) => `${amount} ${account}`).join(', ');
  console.log(`Estimate ${total} Buzz (${accounts}); an estimate, nothing is spent yet`);

  const folder = mkdtempSync(join(tmpdir(), 'civitkit-images-'));
  const files = await studio.generate(plan, total, folder, printProgress);
  for (const file of files) console.log(`Saved    ${file}`);
}

function printProgress({ status, progress, steps }: WorkflowProgress): void {
  const shown = steps.map(({ name, status: step }) => `${name} ${step}`).join(', ');
  const percent = progress === undefined ? '' : ` ${Math.round(progress * 100)} %`;
  console.log(`Progress ${status}${percent} (${shown})`);
}
