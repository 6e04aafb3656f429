import { siteFixture } from '../../../../test/support/fixture.js';

/** A recorded answer of the site as what it is; the type is the caller's promise. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the type says what the test reads of it
export function siteSample<T>(name: string): T {
  return siteFixture(name.replace(/\.json$/, '')) as T;
}
