import { tryParseAir } from '@civitkit/core/client';
import { describe } from './describe.js';
import type { Walk } from './walk.js';

/** What the server itself takes for an AIR; everything else it refuses. */
const accepted =
  /^(?:urn:)?(?:air:)?(?:[a-zA-Z0-9_\-/]+:)?(?:[a-zA-Z0-9_\-/]+:)?[a-zA-Z0-9_\-/]+:[a-zA-Z0-9_\-/.]+(?:@[a-zA-Z0-9_\-/.=,%+:]+)?(?:\.[a-zA-Z0-9_-]+)?$/;

/** No AIR is that long, and the pattern takes its time over long texts. */
const longest = 512;

const example = 'urn:air:sdxl:checkpoint:civitai:101055@128078';

/** The identifier of a resource. */
export function checkAir(walk: Walk, text: string): void {
  if (/^(?:[a-z][a-z\d+.-]*:\/\/|data:)/i.test(text)) {
    // some members take an address as well
    if (walk.key !== 'sourceUrl')
      walk.warn('bad_air', `This is a URL; the AIR of a resource is meant, such as ${example}.`);
  } else if (text === '' || text.length > longest) {
    walk.warn('bad_air', `${describe(text)} is no AIR; one looks like ${example}.`);
  } else if (!accepted.test(text)) {
    walk.error(
      'bad_air',
      `${describeAir(text)} is no AIR; one looks like ${example}. Take it from the model's page, or make it with airOfModelVersion.`,
    );
  } else if (tryParseAir(text) === undefined) {
    walk.warn(
      'bad_air',
      `${describeAir(text)} is accepted as an AIR but names no resource; one looks like ${example}.`,
    );
  }
}

/** The names of an object may have to be AIRs; the document does not say so, hence only a warning. */
export function checkAirName(walk: Walk, name: string): void {
  if (name.length <= longest && tryParseAir(name) !== undefined) return;
  walk.warn(
    'bad_air',
    `The names here are AIRs such as urn:air:sdxl:lora:civitai:328553@368189; ${describeAir(name)} is none.`,
  );
}

/** What was mistaken for an AIR may be a secret: only what begins like one is repeated. */
function describeAir(text: string): string {
  return /^(?:urn:|air:)/i.test(text) && text.length <= 120 ? JSON.stringify(text) : describe(text);
}
