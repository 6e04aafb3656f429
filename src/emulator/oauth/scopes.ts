import { USER_READ } from '../accounts/token-registry.js';
import type { OAuthApp } from './oauth-apps.js';

const GREATEST_SCOPE = 134_217_727;

/** Every single scope as the discovery document lists it. */
export const SCOPE_BITS: readonly number[] = Array.from({ length: 27 }, (_, bit) => 2 ** bit);

/** Reads a decimal bitmask; `undefined` for anything else. */
export function readScope(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const scope = Number(text);
  return scope <= GREATEST_SCOPE ? scope : undefined;
}

/** Whether an application may have a scope. What is too much is refused, not trimmed (contract §9.1). */
export function mayHave(app: OAuthApp, scope: number): boolean {
  return (scope & ~(app.allowedScope | USER_READ)) === 0;
}
