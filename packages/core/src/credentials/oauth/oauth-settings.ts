import { bindSection } from '../../configuration/binding/bind-section.js';
import { Configuration } from '../../configuration/configuration.js';
import type { SectionSchema } from '../../configuration/section-schema.js';
import type { Secret } from '../../secrets/secret.js';
import type { OAuthScopes } from './scopes.js';

/** Which application signs users in, and where. `undefined` and `''` mean not given. */
export interface OAuthClientOptions {
  /** Of the application, as its settings at Civitai show it. */
  readonly clientId: string;
  /** Only confidential applications have one: a server, never something that users install. */
  readonly clientSecret?: string | Secret | undefined;
  /** Where the user comes back to, exactly as registered; on a loopback address the port is free. */
  readonly redirectUri?: string | undefined;
  /** What to ask for. Default: `['UserRead']`, which the server adds in any case. */
  readonly scopes?: OAuthScopes | undefined;
  /** The OAuth host. Default: `https://auth.civitai.com`. */
  readonly authBaseUrl?: string | URL | undefined;
  /** Time limit of a call, in seconds, 1–300. Default 30. */
  readonly timeoutSeconds?: number | undefined;
  /** As in the settings of the client. Default: `'environment'`. */
  readonly proxy?: 'environment' | 'none' | (string & {}) | URL | Secret | undefined;
  /** Added to the `User-Agent` header. */
  readonly userAgentSuffix?: string | undefined;
  /** Whether secrets may travel over plain `http` to a host other than this one. Default `false`. */
  readonly allowInsecureHttp?: boolean | undefined;
}

/** {@link OAuthClientOptions}, complete and checked, without what is the caller's own data. */
export interface OAuthSettings {
  readonly clientSecret: Secret | null;
  /** Without a trailing slash. */
  readonly authBaseUrl: string;
  readonly timeoutSeconds: number;
  readonly proxy: 'environment' | 'none' | Secret;
  readonly userAgentSuffix: string;
  readonly allowInsecureHttp: boolean;
}

const section: SectionSchema<OAuthSettings> = {
  name: 'OAuthClient',
  fields: {
    ClientSecret: { doc: 'Secret of the application.', kind: 'secret', default: null },
    AuthBaseUrl: { doc: 'Address of the OAuth host.', kind: 'url', default: 'https://auth.civitai.com' },
    TimeoutSeconds: { doc: 'Time limit of a call, in seconds.', kind: 'number', default: 30, min: 1, max: 300 },
    Proxy: { doc: 'As in the settings of the client.', kind: 'proxy', default: 'environment' },
    UserAgentSuffix: {
      doc: 'Added to the User-Agent header.',
      kind: 'text',
      default: '',
      pattern: { expression: /^[\x20-\x7e]{0,256}$/, description: 'be at most 256 printable ASCII characters' },
    },
    AllowInsecureHttp: { doc: 'Whether secrets may travel over plain http.', kind: 'boolean', default: false },
  },
};

/**
 * Checks options like the settings of a section; nothing but the options is looked at.
 *
 * @throws ConfigurationError naming everything that is wrong
 */
export function readOAuthSettings(options: OAuthClientOptions): OAuthSettings {
  const { clientSecret, authBaseUrl, timeoutSeconds, proxy, userAgentSuffix, allowInsecureHttp } = options;
  const explicit = { clientSecret, authBaseUrl, timeoutSeconds, proxy, userAgentSuffix, allowInsecureHttp };
  return bindSection(Configuration.from({}), section, { explicit });
}
