// Serves one answer to itself, over HTTP, prints it and stops.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app-module.js';

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
await app.listen(0, '127.0.0.1');
const answer = await fetch(`${await app.getUrl()}/report`);
console.log(JSON.stringify({ answered: answer.status, ...((await answer.json()) as object) }));
await app.close();
