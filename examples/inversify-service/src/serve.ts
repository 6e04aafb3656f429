import 'reflect-metadata';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { addCivitaiApi, CivitaiClient, ConfigurationError, civitaiApiSection, loadConfiguration } from '@civitkit/core';
import { InversifyExpressHttpAdapter } from '@inversifyjs/http-express';
import { Container } from 'inversify';
import { AccountsController } from './http/accounts-controller.js';
import { CivitaiErrorFilter } from './http/civitai-error-filter.js';
import { HealthController } from './http/health-controller.js';
import { listenUntilStopped } from './http/listen-until-stopped.js';
import { RequestScope } from './http/request-scope.js';
import { ServiceState } from './http/service-state.js';

/** `EX_CONFIG` of sysexits: starting again does not help, somebody has to change something. */
const badConfiguration = 78;

const container = new Container();
try {
  const sections = [civitaiApiSection, { ...civitaiApiSection, name: 'Studio' }];
  const configuration = loadConfiguration({ directory: fileURLToPath(new URL('..', import.meta.url)), sections });
  configuration.validate(sections);
  addCivitaiApi(container, configuration);
  addCivitaiApi(container, configuration, { section: 'Studio', name: 'studio' });
  container.bind(ServiceState).toSelf().inSingletonScope();
  container.bind(RequestScope).toConstantValue(new RequestScope(container));
  container.bind(CivitaiErrorFilter).toSelf().inSingletonScope();
  container.bind(AccountsController).toSelf().inSingletonScope();
  container
    .bind(HealthController)
    .toResolvedValue((state, civitai) => new HealthController(state, civitai), [ServiceState, CivitaiClient])
    .inSingletonScope();

  const adapter = new InversifyExpressHttpAdapter(container, { logger: false });
  adapter.useGlobalFilters(CivitaiErrorFilter);
  const server = createServer(await adapter.build());
  const state = container.get(ServiceState);
  await listenUntilStopped(server, { port: Number(process.env['PORT'] ?? 8080), onStopping: () => state.stop() });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = badConfiguration;
} finally {
  // closes the connections of both clients, once nobody needs them any more
  await container.unbindAllAsync();
}
