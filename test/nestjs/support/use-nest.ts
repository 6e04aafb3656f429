import type { AddressInfo } from 'node:net';
import type { INestApplication, LoggerService, ModuleMetadata, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterEach } from 'vitest';

/** Keeps the lines that an application logs. */
export class LogLines implements LoggerService {
  readonly lines: string[] = [];

  log(message: unknown, ...rest: unknown[]): void {
    this.#add('log', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.#add('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.#add('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.#add('debug', message, rest);
  }

  #add(level: string, message: unknown, rest: readonly unknown[]): void {
    const text = message instanceof Error ? `${message.name}: ${message.message}` : String(message);
    this.lines.push([level, ...rest.map(String), text].join(' | '));
  }
}

/** An application that listens. */
export interface Listening {
  readonly app: INestApplication;
  readonly log: LogLines;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
}

/** Real applications for one test, ended after it. */
export interface NestApplications {
  /** Starts one whose root module is made of this, and lets it listen. */
  listen(
    metadata: ModuleMetadata,
    options?: NestApplicationOptions,
    prepare?: (app: NestExpressApplication) => void,
  ): Promise<Listening>;
  /** Starts one without a server. */
  context(metadata: ModuleMetadata): Promise<INestApplication>;
}

/** Call it in a `describe` or at the top of a file. */
export function useNest(): NestApplications {
  const running: INestApplication[] = [];
  afterEach(async () => {
    for (const app of running.splice(0)) await app.close();
  });

  const create = async (
    metadata: ModuleMetadata,
    options: NestApplicationOptions,
  ): Promise<{ app: NestExpressApplication; log: LogLines }> => {
    class Root {}
    const log = new LogLines();
    const app = await NestFactory.create<NestExpressApplication>(
      { module: Root, ...metadata },
      { abortOnError: false, logger: log, ...options },
    );
    running.push(app);
    return { app, log };
  };

  return {
    async listen(metadata, options = {}, prepare = () => undefined) {
      const { app, log } = await create(metadata, options);
      prepare(app);
      await app.listen(0, '127.0.0.1');
      const { port } = app.getHttpServer().address() as AddressInfo;
      return { app, log, origin: `http://127.0.0.1:${port}` };
    },
    async context(metadata) {
      const { app } = await create(metadata, {});
      return app.init();
    },
  };
}
