import { readFileSync } from 'node:fs';

/** A recorded answer of the site API, freshly parsed: tests may change it. */
export function siteFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/site/${name}.json`, import.meta.url), 'utf8'));
}
