import { createHash } from 'node:crypto';
import { FULL_SCOPE } from '../accounts/token-registry.js';
import { ACCOUNT_ID } from '../catalogue/creators.js';

/** The name of the device flow's grant. */
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** How a test presents itself as one of the registered applications. */
export interface OAuthAppCredentials {
  readonly clientId: string;
  /** Only confidential applications have one. */
  readonly clientSecret?: string;
  /** What it may be redirected to; on a loopback address the port is free. */
  readonly redirectUri?: string;
}

/** The applications registered at an emulator. */
export interface OAuthApps {
  /** Without a secret: authorization code and refresh. Browsers may use it from `https://app.example.com` alone. */
  readonly public: Required<Omit<OAuthAppCredentials, 'clientSecret'>>;
  /** With a secret, and owned by the account, so that it can revoke the account's tokens. */
  readonly confidential: Required<OAuthAppCredentials>;
  /** With a secret and the grant `client_credentials`; owned by somebody else. Allowed the scopes 114689 alone. */
  readonly service: Required<Omit<OAuthAppCredentials, 'redirectUri'>>;
  /** Of the first party: the device flow, and refresh. Allowed `AppBlocksSubmit` too. */
  readonly device: Pick<OAuthAppCredentials, 'clientId'>;
}

/** A registered application. */
export interface OAuthApp extends OAuthAppCredentials {
  readonly name: string;
  readonly ownerId: number;
  readonly grants: readonly string[];
  readonly allowedScope: number;
  /** Pages that may call the token endpoint; undefined for all. */
  readonly origins?: readonly string[];
}

const AI_SERVICES = 114_689;
const APP_BLOCKS_SUBMIT = 33_554_432;
const OTHER_OWNER_ID = 4001;
const CALLBACK = 'http://127.0.0.1/callback';

function secretOf(name: string, seed: number): string {
  return createHash('sha256').update(`${name}:${seed}`).digest('hex').slice(0, 40);
}

/** The applications of every emulator; only their secrets depend on the seed. */
export function createOAuthApps(seed: number): OAuthApps {
  return {
    public: { clientId: '0a11c0de-0001-4000-8000-000000000001', redirectUri: CALLBACK },
    confidential: {
      clientId: '0a11c0de-0002-4000-8000-000000000002',
      clientSecret: secretOf('confidential', seed),
      redirectUri: 'https://app.example.com/oauth/callback',
    },
    service: { clientId: '0a11c0de-0003-4000-8000-000000000003', clientSecret: secretOf('service', seed) },
    device: { clientId: '0a11c0de-0004-4000-8000-000000000004' },
  };
}

/** The same applications with everything the host knows of them, by client id. */
export function registerApps(apps: OAuthApps): ReadonlyMap<string, OAuthApp> {
  const byUser = ['authorization_code', 'refresh_token'];
  const registered: readonly OAuthApp[] = [
    {
      ...apps.public,
      name: 'Public example',
      ownerId: OTHER_OWNER_ID,
      grants: byUser,
      allowedScope: FULL_SCOPE,
      origins: ['https://app.example.com'],
    },
    {
      ...apps.confidential,
      name: 'Confidential example',
      ownerId: ACCOUNT_ID,
      grants: byUser,
      allowedScope: FULL_SCOPE,
    },
    {
      ...apps.service,
      name: 'Service example',
      ownerId: OTHER_OWNER_ID,
      grants: ['client_credentials', 'refresh_token'],
      allowedScope: AI_SERVICES,
    },
    {
      ...apps.device,
      name: 'Device example',
      ownerId: OTHER_OWNER_ID,
      grants: [DEVICE_GRANT, 'refresh_token'],
      allowedScope: FULL_SCOPE | APP_BLOCKS_SUBMIT,
    },
  ];
  return new Map(registered.map((app) => [app.clientId, app]));
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Exact, but any port on a loopback address, whose names are one (contract §9.1). */
export function mayRedirect(app: OAuthApp, uri: string): boolean {
  if (app.redirectUri === undefined || !URL.canParse(uri)) return false;
  if (uri === app.redirectUri) return true;
  const [wanted, known] = [new URL(uri), new URL(app.redirectUri)];
  const local = LOOPBACK.has(wanted.hostname) && LOOPBACK.has(known.hostname);
  return local && wanted.protocol === known.protocol && wanted.pathname === known.pathname;
}
