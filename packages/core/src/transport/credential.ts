import { ConfigurationError } from '../errors/configuration-error.js';
import type { Secret } from '../secrets/secret.js';

/** Gives the credential of the moment, or `null` for none; asked once for every attempt. */
export type CredentialProvider = () => Secret | null | Promise<Secret | null>;

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
