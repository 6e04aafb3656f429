import type { InjectionToken } from '@nestjs/common';

/**
 * A token for a client's name: the token itself without one, a symbol that all copies of a package share with one.
 *
 * @param id - what the token is called, package included; the name of a class may be a minifier's
 */
export function tokenFor(token: InjectionToken, id: string, name: string | undefined): InjectionToken {
  return name === undefined ? token : Symbol.for(`${id}:${name}`);
}
