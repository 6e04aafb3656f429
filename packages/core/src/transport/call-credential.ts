import { secretFailure } from '../configuration/binding/kinds/secret-kind.js';
import { AuthenticationError } from '../errors/authentication-error.js';
import { isCivitaiError } from '../errors/civitai-error.js';
import type { ObservedCall } from '../observability/diagnostics.js';
import { isSecret, Secret } from '../secrets/secret.js';
import type { ApiRequest } from './api-request.js';
import { describeThrown } from './describe-thrown.js';
import type { PipelineParts } from './pipeline.js';

/** The credential over one call: asked for by every attempt, renewed at most once after the server refused it. */
export class CallCredential {
  readonly #parts: PipelineParts;
  readonly #request: ApiRequest;
  readonly #call: ObservedCall;
  #renewed = false;

  constructor(parts: PipelineParts, request: ApiRequest, call: ObservedCall) {
    this.#parts = parts;
    this.#request = request;
    this.#call = call;
  }

  /**
   * What to send now. The provider is not even asked for a call to another origin.
   *
   * @param attempt - 1 for the first
   * @throws AuthenticationError with code `missing_api_key` or `credential_unavailable`
   */
  async current(attempt: number): Promise<Secret | null> {
    const { credential: own, url } = this.#request;
    if (own !== undefined) return own;
    const { credential: provider, credentialHelp, rootUrl } = this.#parts;
    const authentication = this.#request.authentication ?? this.#parts.authentication;
    // Paths lie below the root; only a URL that the server gave may lead elsewhere.
    const elsewhere = url !== undefined && new URL(url).origin !== new URL(rootUrl).origin;
    if (elsewhere || authentication === 'none') return null;
    const given: unknown = await this.#guard(attempt - 1, () => provider.current());
    const credential = this.#check(given, attempt - 1);
    if (credential === null && authentication === 'required') {
      const { operation, requestId } = this.#call;
      throw new AuthenticationError(`${operation} needs a key, and none is configured. ${credentialHelp}`, {
        code: 'missing_api_key',
        requestId,
        attempts: attempt - 1,
      });
    }
    return credential;
  }

  /**
   * Tells the provider that the server answered 401 to `refused`, the first time that happens in a call.
   *
   * @returns whether there is another credential now
   * @throws AuthenticationError with code `credential_unavailable`
   */
  async renew(refused: Secret, attempt: number): Promise<boolean> {
    const { credential: provider } = this.#parts;
    if (this.#renewed || this.#request.credential !== undefined || provider.refused === undefined) return false;
    this.#renewed = true;
    return (await this.#guard(attempt, () => provider.refused?.(refused))) === true;
  }

  async #guard(sent: number, work: () => unknown): Promise<unknown> {
    try {
      return await work();
    } catch (thrown) {
      // Our own messages hold no secrets; whatever else a provider throws may.
      const why = isCivitaiError(thrown) ? `: ${thrown.message}` : '; the cause says why.';
      throw this.#unavailable(sent, `could not be obtained${why}`, thrown);
    }
  }

  #check(given: unknown, sent: number): Secret | null {
    if (given === null) return null;
    if (!isSecret(given)) {
      throw this.#unavailable(sent, 'is neither a Secret nor null. Have current() return new Secret(text).');
    }
    const text = given.reveal().trim();
    if (text === '') throw this.#unavailable(sent, 'is empty. Have current() return null for no credential.');
    const failure = secretFailure(text);
    if (failure !== undefined) throw this.#unavailable(sent, `${failure.message} ${failure.remedy}`);
    return text === given.reveal() ? given : new Secret(text);
  }

  #unavailable(sent: number, what: string, thrown?: unknown): AuthenticationError {
    const { operation, requestId } = this.#call;
    const known = isCivitaiError(thrown) ? thrown : undefined;
    return new AuthenticationError(`${operation}: the credential ${what}`, {
      code: 'credential_unavailable',
      requestId,
      attempts: sent,
      retryable: known?.retryable,
      retryAfterMs: known?.retryAfterMs,
      // Without a credential nothing was sent, or it was refused: even a POST may be repeated.
      details: { neverSent: true, ...(known === undefined ? {} : { providerCode: known.code }) },
      cause: thrown === undefined ? undefined : new Error(describeThrown(thrown)),
    });
  }
}
