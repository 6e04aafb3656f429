import type { InjectionToken } from '@nestjs/common';

/** A token for a client's name: the token itself without one, a symbol that all copies of this package share with one. */
export function tokenFor(token: InjectionToken, name: string | undefined): InjectionToken {
  if (name === undefined) return token;
  const description = typeof token === 'function' ? `@civitkit/${token.name}` : nameOf(token);
  return Symbol.for(`${description}:${name}`);
}

function nameOf(token: Exclude<InjectionToken, (...args: never) => unknown>): string {
  return typeof token === 'symbol' ? (token.description ?? '') : String(token);
}
