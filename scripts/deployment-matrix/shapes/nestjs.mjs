// A NestJS application, whose module finds the configuration from the working directory.
import 'reflect-metadata';
import { CivitaiClient, loadConfiguration } from '@civitkit/core';
import { CivitaiModule } from '@civitkit/core/nestjs';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { report } from './report.mjs';

// oxlint-disable-next-line typescript/no-extraneous-class -- what Nest calls a module is an empty class
class Application {}
Module({ imports: [CivitaiModule.forRoot(JSON.parse(process.argv[3]))] })(Application);

const application = await NestFactory.createApplicationContext(Application, { logger: false });
await report(application.get(CivitaiClient), loadConfiguration());
await application.close();
