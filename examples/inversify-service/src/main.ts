import { fileURLToPath } from 'node:url';
import { addCivitaiApi, CivitaiClient, isCivitaiError, loadConfiguration } from '@civitkit/core';
import { Container } from 'inversify';
import { ModelCatalogue } from './model-catalogue.js';
import { report } from './report.js';

// The composition root: the one place that knows where settings come from and how the parts fit together.
const container = new Container();
try {
  const configuration = loadConfiguration({ directory: fileURLToPath(new URL('..', import.meta.url)) });
  addCivitaiApi(container, configuration);
  container
    .bind(ModelCatalogue)
    .toResolvedValue((civitai) => new ModelCatalogue(civitai), [CivitaiClient])
    .inSingletonScope();

  // where the key comes from may be printed, the key itself never is: explain() masks it
  const key = configuration.explain().find((entry) => entry.key === 'CivitaiApi:ApiKey');
  await report(container.get(ModelCatalogue), key?.source === 'default' ? undefined : key?.source);
} catch (error) {
  if (!isCivitaiError(error)) throw error;
  // the message says what happened and what to do; the code is for programs
  console.error(`${error.message} [${error.code}]`);
  process.exitCode = 1;
} finally {
  // closes the client's connections; the asynchronous form waits until they are closed
  await container.unbindAllAsync();
}
