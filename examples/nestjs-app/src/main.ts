import 'reflect-metadata';
import { ConfigurationError } from '@civitkit/core/client';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app-module.js';

/** `EX_CONFIG` of sysexits: starting again does not help, somebody has to change something. */
const badConfiguration = 78;

try {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    // otherwise Nest ends the process by itself when something is wrong
    abortOnError: false,
    // without debug, which has a line for each request to Civitai
    logger: ['log', 'warn', 'error'],
  });
  // events with inputs and outputs are larger than the 100 kB that the parser takes
  app.useBodyParser('json', { limit: '10mb' });
  // SIGTERM: no new requests, those under way are answered, then the clients are closed
  app.enableShutdownHooks([], { useProcessExit: true });
  await app.listen(process.env['PORT'] ?? 3000);
  console.log(`listening on ${(await app.getUrl()).replace('[::1]', 'localhost')}`);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = badConfiguration;
}
