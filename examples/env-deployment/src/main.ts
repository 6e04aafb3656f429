import { createServer } from 'node:http';
import { ConfigurationError, civitaiApiSection, createCivitaiClient, loadConfiguration } from '@civitkit/core/client';
import { civitaiSdkSection, createOrchestrationClient } from '@civitkit/sdk/client';
import { listenUntilStopped } from './listen-until-stopped.js';
import { requestListener } from './request-listener.js';

/** `EX_CONFIG` of sysexits: starting again does not help, somebody has to change something. */
const badConfiguration = 78;

try {
  // Everything that is wrong, in one report, before the first request: a half-configured replica must not start.
  const sections = [civitaiApiSection, civitaiSdkSection];
  const configuration = loadConfiguration({ sections });
  configuration.validate(sections);
  for (const { key, source } of configuration.explain(sections).filter(({ secret }) => secret)) {
    console.log(`${key} from ${source}`);
  }

  using civitai = createCivitaiClient(configuration);
  using generation = createOrchestrationClient(configuration);
  let stopping = false;
  const server = createServer(requestListener({ civitai, generation, isStopping: () => stopping }));
  const onStopping = (): void => {
    stopping = true;
  };
  await listenUntilStopped(server, { port: Number(process.env['PORT'] ?? 8080), onStopping });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = badConfiguration;
}
