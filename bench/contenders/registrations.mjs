// Registers and resolves a client in 1,000 containers and prints the milliseconds of one.
import { addCivitaiApi, CivitaiClient, Configuration } from '@civitkit/core';
import { Container } from 'inversify';

const configuration = Configuration.from({ CivitaiApi: { TimeoutSeconds: 60 } });
const count = 1000;
const startedAt = performance.now();
for (let registration = 0; registration < count; registration += 1) {
  const container = new Container();
  addCivitaiApi(container, configuration);
  container.get(CivitaiClient);
  container.unbindAll();
}
console.log((performance.now() - startedAt) / count);
