import type { Air } from './air.js';

/** The name of a part, as a message gives it. */
export type AirPartName = keyof Air;

const titles: Readonly<Partial<Record<AirPartName, string>>> = { fileId: 'file id' };

/** Characters that a part may not have. These are the server's own sets. */
const foreign: Readonly<Record<AirPartName, RegExp>> = {
  ecosystem: /[^\w/-]/u,
  type: /[^\w/-]/u,
  source: /[^\w/-]/u,
  id: /[^\w/.-]/u,
  version: /[^\w/.=,%+:-]/u,
  layer: /[^\w/.=,%+:-]/u,
  fileId: /[^\w-]/u,
  format: /[^\w-]/u,
};

/** An AIR for messages. */
export const exampleAir = 'urn:air:sdxl:lora:civitai:328553@368189';

/**
 * Says what is wrong with one part of an AIR.
 *
 * @returns a clause such as `the id is empty`, `undefined` for a good part. It holds one character of the text at most:
 *   what was mistaken for an AIR may be a secret.
 */
export function findPartProblem(name: AirPartName, text: string): string | undefined {
  const title = `the ${titles[name] ?? name}`;
  if (text === '') return `${title} is empty`;
  const [character] = foreign[name].exec(text) ?? [];
  if (character !== undefined) return `${title} has the character ${JSON.stringify(character)}, which it cannot have`;
  if (name === 'format') return /^\d/.test(text) ? `${title} begins with a digit` : undefined;
  // no source has such names, and as paths they would lead elsewhere
  if (/(?:^|\/)(?:\/|$)/.test(text)) return `${title} has an empty part beside a slash`;
  if (/\.(?:\/|$)/.test(text)) return `${title} has a part that ends with a dot`;
  return /^[+:]|[+:]$/.test(text)
    ? `${title} begins or ends with ${JSON.stringify(/[+:]/.exec(text)?.[0])}`
    : undefined;
}
