import { ConfigurationError } from '../errors/configuration-error.js';
import type { Secret } from '../secrets/secret.js';

/**
 * Where a client's credential comes from, when it is not simply a configured key.
 *
 * What `current()` gives is checked like a configured key. Whatever it throws reaches the caller as an
 * `AuthenticationError` with code `credential_unavailable`. A provider is not asked for requests to other origins than
 * the configured one.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, type CredentialProvider, Secret } from '@civitkit/core/client';
 *
 * declare function readVault(name: string): Promise<string>;
 *
 * const credential: CredentialProvider = {
 *   current: async () => new Secret(await readVault('civitai')),
 * };
 * const civitai = createCivitaiClient({ timeoutSeconds: 60 }, { credential });
 * ```
 */
export interface CredentialProvider {
  /**
   * The credential of the moment, or `null` for none: then the call is anonymous. Asked once for every attempt, so keep
   * what is costly to get.
   */
  current(): Secret | null | Promise<Secret | null>;
  /**
   * Called when the server answered 401 to a request that carried `credential`, at most once in a call. With `true` the
   * request is sent once more with the then current credential, which does not count as a retry.
   */
  refused?(credential: Secret): boolean | Promise<boolean>;
}

/** `127.0.0.0/8`, `::1` and `localhost`, where nobody listens in between. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Whether a credential may travel to this address: over https, to this machine, or where the user allows it. */
export function isSecureEnough(url: URL, allowInsecureHttp: boolean): boolean {
  return url.protocol === 'https:' || allowInsecureHttp || isLoopback(url.hostname);
}

/**
 * Refuses to send a credential over plain http, except to this machine.
 *
 * @throws ConfigurationError with code `insecure_connection`
 */
export function assertSecure(url: URL, allowInsecureHttp: boolean): void {
  if (isSecureEnough(url, allowInsecureHttp)) return;
  throw new ConfigurationError(
    [
      {
        key: 'BaseUrl',
        source: url.origin,
        message: 'the key would travel unencrypted over plain http.',
        remedy: 'Use https, or set AllowInsecureHttp to true if the network in between is your own.',
      },
    ],
    { code: 'insecure_connection' },
  );
}
