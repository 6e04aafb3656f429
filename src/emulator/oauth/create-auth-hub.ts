import type { TokenRegistry } from '../accounts/token-registry.js';
import type { RateWindows } from '../http/rate-windows.js';
import type { EmulatorLimits } from '../limits.js';
import { createCodeStore } from './code-store.js';
import { createDeviceStore } from './device-store.js';
import { createIdTokens } from './id-tokens.js';
import { type OAuthApps, registerApps } from './oauth-apps.js';
import type { OAuthBehaviour } from './oauth-behaviour.js';
import type { AuthHub } from './oauth-request.js';
import { createTokenStore } from './token-store.js';

const MONTH_SECONDS = 30 * 24 * 60 * 60;

/** What an OAuth host is made from. */
export interface AuthHubOptions {
  readonly authUrl: string;
  readonly seed: number;
  readonly apps: OAuthApps;
  readonly behaviour: OAuthBehaviour;
  readonly limits: Required<EmulatorLimits>;
  readonly minutes: RateWindows;
  readonly registry: TokenRegistry;
}

/** Creates the state of an OAuth host that has not been asked anything yet. */
export function createAuthHub(options: AuthHubOptions): AuthHub {
  const { behaviour, registry, seed } = options;
  return {
    ...options,
    apps: registerApps(options.apps),
    tokens: createTokenStore(registry, {
      accessTokenSeconds: behaviour.accessTokenSeconds ?? 3600,
      refreshTokenSeconds: behaviour.refreshTokenSeconds ?? MONTH_SECONDS,
    }),
    codes: createCodeStore(behaviour.codeSeconds ?? 600),
    devices: createDeviceStore(behaviour.deviceCodeSeconds ?? 900),
    idTokens: createIdTokens(seed),
    consents: new Map(),
  };
}
