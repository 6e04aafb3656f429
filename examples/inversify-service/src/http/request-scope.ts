import { CivitaiClient } from '@civitkit/core';
import { createCustomParameterDecorator, type Middleware, NotFoundHttpResponse } from '@inversifyjs/http-core';
import type { NextFunction, Request, Response } from 'express';
import { Container, type ServiceIdentifier } from 'inversify';
import { ModelCatalogue } from '../model-catalogue.js';

/** The accounts of this service, by the word in the path: the default client, and one with a name. */
const accounts: ReadonlyMap<string, string | undefined> = new Map([
  ['shop', undefined],
  ['studio', 'studio'],
]);

/**
 * Gives each request a container of its own, a child of the application's: what is bound in it lives as long as the request
 * and sees whose request it is. The clients stay singletons of the parent.
 */
export class RequestScope implements Middleware<Request, Response, NextFunction, void> {
  readonly #application: Container;

  constructor(application: Container) {
    this.#application = application;
  }

  execute(request: Request, response: Response, next: NextFunction): void {
    const account = String(request.params['account']);
    if (!accounts.has(account)) throw new NotFoundHttpResponse({ error: `There is no account ${account}.` });
    const scope = new Container({ parent: this.#application });
    const name = accounts.get(account);
    const gone = new AbortController();
    scope
      .bind(ModelCatalogue)
      .toResolvedValue(
        (civitai) => new ModelCatalogue(civitai, { signal: gone.signal }),
        [name === undefined ? CivitaiClient : { serviceIdentifier: CivitaiClient, name }],
      )
      .inSingletonScope();
    response.locals['scope'] = scope;
    // answered, or nobody waits any more: what is still asked of Civitai is given up
    response.once('close', () => {
      gone.abort();
      void scope.unbindAllAsync();
    });
    next();
  }
}

/** A parameter that comes from the container of the request. */
export function FromRequest(identifier: ServiceIdentifier): ParameterDecorator {
  return createCustomParameterDecorator((_request: Request, response: Response) =>
    (response.locals['scope'] as Container).get(identifier),
  );
}
