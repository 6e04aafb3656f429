import type { CallOptions, CivitaiPromise, Secret } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type Parser } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { type Acknowledgement, acknowledgementOf, parseAcknowledgement } from '../answers/acknowledgement.js';
import { numberOf } from '../answers/read-fields.js';
import { pageParser } from '../answers/read-page.js';
import { findPlainCall } from '../operations/find-plain-call.js';
import { enterpriseHelp } from '../request/enterprise-help.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import { revealSecrets, type SecretText } from '../request/reveal-secrets.js';
import type { EnterpriseCalls, EnterpriseProduct, ServerDetails, UpdateS3Parameters } from './types.js';

/**
 * The servers of an enterprise deployment: `modelsLab.enterpriseServers`. What they generate are jobs:
 * `modelsLab.enterprise`. Both go with the enterprise key, or with the API key where none is configured.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const { modelCount, queueTime } = await modelsLab.enterpriseServers.systemDetails('flux');
 * console.log(modelCount, queueTime);
 * ```
 */
export class ModelsLabEnterpriseServers {
  readonly #calls: ModelsLabCalls;
  readonly #key: Secret | undefined;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls, key: Secret | null) {
    this.#calls = calls;
    this.#key = key ?? undefined;
  }

  /** How the servers of a product fare. */
  systemDetails(product: EnterpriseProduct, options?: CallOptions): CivitaiPromise<ServerDetails> {
    return this.#control('systemDetails', product, 'system_details', parseDetails, options, true);
  }

  /** Starts the servers of a product anew. */
  restartServer(product: EnterpriseProduct, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#control('restartServer', product, 'restart_server', parseAcknowledgement, options);
  }

  /** Brings the servers of a product up to date. */
  updateServer(product: EnterpriseProduct, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#control('updateServer', product, 'update_server', parseAcknowledgement, options);
  }

  /** Empties the cache of a product. */
  clearCache(product: EnterpriseProduct, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#control('clearCache', product, 'clear_cache', parseAcknowledgement, options);
  }

  /** Drops the jobs of a product that wait. Its servers may start anew. */
  clearQueue(product: EnterpriseProduct, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#control('clearQueue', product, 'clear_queue', parseAcknowledgement, options);
  }

  /** Has outputs stored in a bucket of one's own. The keys of the bucket are masked like the API key. */
  updateS3(parameters: UpdateS3Parameters, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const operation = 'enterpriseServers.updateS3';
    const revealed = revealSecrets(operation, parameters, ['aws_access_key_id', 'aws_secret_access_key']);
    return this.#send({ operation, path: ['update_s3'], ...revealed }, parseAcknowledgement, options);
  }

  /** Has outputs stored where they were before. */
  resetS3(parameters: { readonly deploy_type?: string } = {}, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const call = { operation: 'enterpriseServers.resetS3', path: ['reset_s3'], parameters };
    return this.#send(call, parseAcknowledgement, options);
  }

  /** Copies models between deployments, by the key that was given for that. */
  syncModels(syncKey: SecretText, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const operation = 'enterpriseServers.syncModels';
    const revealed = revealSecrets(operation, { sync_key: syncKey }, ['sync_key']);
    return this.#send({ operation, path: ['sync_models'], ...revealed }, parseAcknowledgement, options);
  }

  /** The models that are loaded. */
  models(options?: CallOptions): CivitaiPromise<readonly Readonly<JsonObject>[]> {
    return this.#list('models', 'get_all_models', options);
  }

  /** The schedulers there are: names, or objects with more. */
  schedulers(options?: CallOptions): CivitaiPromise<readonly unknown[]> {
    return this.#list('schedulers', 'schedulers_list', options);
  }

  /** The other calls that are no jobs, by name, such as `enterprise.images.loadModel`. */
  call<N extends keyof EnterpriseCalls>(
    name: N,
    parameters: EnterpriseCalls[N],
    options?: CallOptions,
  ): CivitaiPromise<Readonly<JsonObject>> {
    return this.#calls.send({ ...findPlainCall(name), parameters, ...this.#own() }, parseBody, options);
  }

  #control<T>(
    method: string,
    product: EnterpriseProduct,
    action: string,
    parser: Parser<T>,
    options: CallOptions | undefined,
    repeatable = false,
  ): CivitaiPromise<T> {
    const shared = product === 'flux_2_dev';
    return this.#send(
      {
        operation: `enterpriseServers.${method}`,
        path: product === 'images' ? [action] : [shared ? 'flux' : product, action],
        // By this alone the server tells the two apart.
        ...(shared ? { parameters: { deploy_type: product } } : {}),
        repeatable,
      },
      parser,
      options,
    );
  }

  #list<T>(method: string, path: string, options: CallOptions | undefined): CivitaiPromise<readonly T[]> {
    const parse = pageParser<T>({ page: 1, perPage: undefined });
    return this.#send(
      { operation: `enterpriseServers.${method}`, path: [path], repeatable: true },
      (json, context) => parse(json, context).items,
      options,
    );
  }

  #send<T>(call: ModelsLabCall, parser: Parser<T>, options: CallOptions | undefined): CivitaiPromise<T> {
    const own = { ...call, path: ['v1', 'enterprise', ...call.path], ...this.#own() };
    return this.#calls.send(own, parser, options);
  }

  #own(): Pick<ModelsLabCall, 'credential' | 'credentialHelp'> {
    return { credential: this.#key, credentialHelp: enterpriseHelp };
  }
}

const parseBody: Parser<Readonly<JsonObject>> = (json, context) => {
  if (!isJsonObject(json)) throw context.wrongShape('an object');
  return json;
};

const parseDetails: Parser<ServerDetails> = (json, context) => {
  const raw = parseBody(json, context);
  return {
    status: acknowledgementOf(raw).status,
    ...given({ modelCount: numberOf(raw['model_count']), queueTime: numberOf(raw['queue_time']) }),
    raw,
  };
};
