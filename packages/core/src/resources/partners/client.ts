import { AuthenticationError } from '../../errors/authentication-error.js';
import type { CivitaiError } from '../../errors/civitai-error.js';
import { isSecret, Secret } from '../../secrets/secret.js';
import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import { assertSecure } from '../../transport/credential.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { checkId } from '../check-id.js';
import { objectParser } from '../object-parser.js';

/** A model version that a partner can run. */
export interface SupportedModel {
  readonly modelVersionId: number | string;
  /** Where the partner runs it. Without it an entry is counted, but not kept. */
  readonly runUrl?: string;
}

/** What became of a list of supported models. */
export interface SupportedModelsChange {
  readonly success: boolean;
  /** How many entries the server took. */
  readonly entryCount: number;
}

/** Options of a partner's call. */
export interface PartnerOptions extends CallOptions {
  /** The partner's own token, which is no API key. It travels in the URL, for the server looks nowhere else. */
  readonly token: Secret | string;
}

/** Where the tokens go. */
export interface PartnersSite {
  /** Root of the site. */
  readonly baseUrl: string;
  readonly allowInsecureHttp: boolean;
}

const fields: FieldTree<SupportedModelsChange> = { success: true, entryCount: true };

/**
 * For companies that run models for Civitai's users: `civitai.partners`. Entries that the server does not understand are
 * a `ValidationError` (status 420).
 */
export class PartnersClient {
  readonly #pipeline: Pipeline;
  readonly #site: PartnersSite;

  constructor(pipeline: Pipeline, site: PartnersSite) {
    this.#pipeline = pipeline;
    this.#site = site;
  }

  /**
   * The page that leads a user on to a partner who runs a model version; to be opened in a browser.
   *
   * @throws RangeError when an id cannot be one
   */
  runUrl(modelVersionId: number, partnerId?: number): string {
    const operation = 'partners.runUrl';
    const refused = checkId(operation, modelVersionId) ?? checkId(operation, partnerId ?? 1, 'partnerId');
    if (refused !== undefined) throw new RangeError(refused.message);
    const query = partnerId === undefined ? '' : `?partnerId=${partnerId}`;
    return `${this.#site.baseUrl}/api/run/${modelVersionId}${query}`;
  }

  /**
   * Makes these models the partner's whole list.
   *
   * @throws AuthenticationError when the token is not accepted; ValidationError for entries the server does not take;
   * ConfigurationError when the token would travel over plain http
   */
  replaceSupportedModels(
    models: readonly SupportedModel[],
    options: PartnerOptions,
  ): CivitaiPromise<SupportedModelsChange> {
    return this.#send('partners.replaceSupportedModels', 'POST', models, options);
  }

  /** Adds models to the partner's list, or changes those that are in it; otherwise as `replaceSupportedModels`. */
  upsertSupportedModels(
    models: readonly SupportedModel[],
    options: PartnerOptions,
  ): CivitaiPromise<SupportedModelsChange> {
    return this.#send('partners.upsertSupportedModels', 'PUT', models, options);
  }

  /** Takes models off the partner's list; otherwise as `replaceSupportedModels`. */
  removeSupportedModels(
    models: readonly SupportedModel[],
    options: PartnerOptions,
  ): CivitaiPromise<SupportedModelsChange> {
    return this.#send('partners.removeSupportedModels', 'DELETE', models, options);
  }

  #send(
    operation: string,
    method: 'POST' | 'PUT' | 'DELETE',
    models: readonly SupportedModel[],
    { token, ...callOptions }: PartnerOptions,
  ): CivitaiPromise<SupportedModelsChange> {
    if (!Array.isArray(models)) throw new TypeError(`${operation}: the models must be a list, got ${typeof models}`);
    const secret = readToken(operation, token);
    assertSecure(new URL(this.#site.baseUrl), this.#site.allowInsecureHttp);
    return this.#pipeline.send(
      {
        operation,
        method,
        path: ['partners', 'supported-models'],
        query: [['token', secret.reveal()]],
        body: models,
        confidential: [secret],
        mapError: (error) => withPartnerHelp(error, operation),
        // Each states what is to be, so saying it twice changes nothing.
        idempotent: true,
      },
      objectParser<SupportedModelsChange>({ marker: 'entryCount', fields }),
      callOptions,
    );
  }
}

function readToken(operation: string, token: Secret | string): Secret {
  const secret = isSecret(token) ? token : new Secret(token);
  // Only the kind is told: the value is the secret.
  if (typeof secret.reveal() !== 'string') throw new TypeError(`${operation}: the token must be a text or a Secret`);
  if (secret.reveal().trim() === '') throw new RangeError(`${operation}: the token is empty`);
  return secret;
}

/** The general error speaks of the API key, which these calls do not use. */
function withPartnerHelp(error: CivitaiError, operation: string): CivitaiError {
  const { status, requestId, attempts, code } = error;
  if (status !== 401) return error;
  return new AuthenticationError(
    `${operation}: the server answered 401: it does not know this partner token. Check that it is complete and that it ` +
      `is the partner's, not an API key. (request ${requestId})`,
    { code, status, requestId, attempts },
  );
}
