import { siteFixture } from '../../../../test/support/fixture.js';

/** A recorded answer of the site as what it is; the type is the caller's promise. */
export function siteSample<T>(name: string): T {
  return siteFixture(name.replace(/\.json$/, '')) as T;
}
