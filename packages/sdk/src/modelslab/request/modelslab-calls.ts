import type { CallOptions, CivitaiPromise, Secret } from '@civitkit/core/client';
import {
  type ApiRequest,
  type CredentialPlace,
  errorFromResponse,
  type OpenOptions,
  type Parser,
  type Pipeline,
  type SignalHub,
  type StreamedAnswer,
} from '@civitkit/core/internal';
import { readFailure } from '../errors/read-failure.js';
import { type CallParameters, spelledOut, type WireForms, wireBody } from './wire-forms.js';

/** Where the APIs of ModelsLab want their credential. */
export const keyPlaces: {
  /** Generation, fetching, utilities, enterprise. */
  readonly body: CredentialPlace;
  /** Workflows. */
  readonly header: CredentialPlace;
  /** Model search: it lands in access logs, but the server looks nowhere else. */
  readonly query: CredentialPlace;
  /** LLM and agents. */
  readonly bearer: CredentialPlace;
  /** The Anthropic form of the LLM API. */
  readonly xApiKey: CredentialPlace;
} = {
  body: { in: 'body', name: 'key' },
  header: { in: 'header', name: 'key' },
  query: { in: 'query', name: 'key' },
  bearer: 'bearer',
  xApiKey: { in: 'header', name: 'x-api-key' },
};

/** One call of ModelsLab. */
export interface ModelsLabCall {
  /** Without the API's name, such as `images.text2img`. */
  readonly operation: string;
  /** Default: `POST`. */
  readonly method?: ApiRequest['method'];
  /** Below the base address, such as `['v6', 'images', 'text2img']`. */
  readonly path: readonly (string | number)[];
  /** Complete URL that the server gave; at another origin it goes without the key. */
  readonly url?: string;
  readonly query?: ApiRequest['query'];
  /** With the key in the body there always is one. */
  readonly parameters?: object;
  readonly forms?: WireForms;
  /** Default: `body`. With `none` it goes without a credential, as a sign-in does. */
  readonly place?: keyof typeof keyPlaces | 'none';
  /** Sent instead of the configured key. */
  readonly credential?: Secret | undefined;
  /** How to get the credential, where that is not the configured key; ends the errors of a refused one. */
  readonly credentialHelp?: string;
  /** Further secrets in the request, such as those of a storage. With any, even none, nothing is shown of a success. */
  readonly confidential?: readonly Secret[];
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether sending it twice does no harm: reading, polling. Anything else is sent again only when it never left, or was
   * refused because of a limit.
   */
  readonly repeatable?: boolean;
  /** Not even sent again when it was refused because of a limit: it moves money, or its sender does that itself. */
  readonly once?: boolean;
  /** What a success carries; see `ApiRequest.answer`. */
  readonly answer?: ApiRequest['answer'];
  /** The one content type that is read piece by piece; see `ApiRequest.streamedType`. */
  readonly streamedType?: string;
  /** Time of one attempt; `null` leaves it to the total. */
  readonly attemptTimeoutMs?: number | null;
}

/** Sends the calls of all families: one way to put the key in its place, and one way to read failures. */
export class ModelsLabCalls {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Listens to the signals of callers. */
  get signals(): SignalHub {
    return this.#pipeline.signals;
  }

  /**
   * Sends a call. The parameters are read at once.
   *
   * @throws TypeError for mistakes in the arguments
   */
  send<T>(call: ModelsLabCall, parser: Parser<T>, options: CallOptions = {}): CivitaiPromise<T> {
    return this.#pipeline.send(requestOf(call), parser, options);
  }

  /** Sends a call and gives its answer as it comes. */
  open(call: ModelsLabCall, options: OpenOptions = {}): CivitaiPromise<StreamedAnswer> {
    return this.#pipeline.open(requestOf(call), options);
  }

  /** Opens what lies anywhere, without the key: outputs are public and live elsewhere. */
  openPublic(
    operation: string,
    url: string,
    options: OpenOptions = {},
    more: Pick<ApiRequest, 'redirect' | 'mapError'> = {},
  ): CivitaiPromise<StreamedAnswer> {
    return this.#pipeline.open(
      { operation: `modelslab.${operation}`, method: 'GET', path: [], url, authentication: 'none', ...more },
      options,
    );
  }
}

function requestOf(call: ModelsLabCall): ApiRequest {
  const { method = 'POST', operation, parameters, place = 'body' } = call;
  const body: CallParameters | undefined =
    place === 'body'
      ? wireBody(operation, parameters ?? {}, call.forms)
      : parameters && spelledOut(parameters, call.forms);
  return {
    operation: `modelslab.${operation}`,
    method,
    path: call.path,
    ...(place === 'none' ? { authentication: 'none' } : { credentialPlace: keyPlaces[place] }),
    readFailure: call.credentialHelp === undefined ? readFailure : readFailureOf(call.credentialHelp),
    refusedWhenLimited: call.once !== true,
    ...(call.url === undefined ? {} : { url: call.url }),
    ...(call.query === undefined ? {} : { query: call.query }),
    ...(body === undefined ? {} : { body }),
    ...(call.credential === undefined ? {} : { credential: call.credential }),
    ...(call.confidential === undefined ? {} : { confidential: call.confidential }),
    ...(call.headers === undefined ? {} : { headers: call.headers }),
    ...(call.answer === undefined ? {} : { answer: call.answer }),
    ...(call.streamedType === undefined ? {} : { streamedType: call.streamedType }),
    ...(call.repeatable === undefined ? {} : { idempotent: call.repeatable }),
    ...(call.attemptTimeoutMs === undefined ? {} : { attemptTimeoutMs: call.attemptTimeoutMs }),
  };
}

/** Failures of calls with a credential of their own: what is said about the configured key would mislead. */
function readFailureOf(credentialHelp: string): NonNullable<ApiRequest['readFailure']> {
  return (answer, asItCame) => {
    const own = { ...answer, credentialHelp };
    return readFailure(own, asItCame) ?? (answer.status === 401 ? errorFromResponse(own) : undefined);
  };
}
