import { createRequire } from 'node:module';
import type { htmlToMarkdown, htmlToText } from '../files/descriptions/html-to-text.js';
import type { JsonObject } from '../transport/parse-object.js';

/**
 * A description in other forms. They are worked out when they are first read, and are not members that are listed: JSON,
 * copies by `{ ...model }` and `structuredClone` have what the server sent, and not these.
 */
export interface DescriptionTexts {
  /** The description as Markdown, without scripts and unsafe links; `null` when there is none. */
  readonly descriptionMarkdown: string | null;
  /** The description as plain text; `null` when there is none. */
  readonly descriptionText: string | null;
}

/** The same for what has `content` and no description. */
export interface ContentTexts {
  /** The content as Markdown, without scripts and unsafe links. */
  readonly contentMarkdown: string;
  /** The content as plain text. */
  readonly contentText: string;
}

/** Adds {@link DescriptionTexts} to what has a description. */
export function addDescriptionTexts(target: JsonObject): void {
  Object.defineProperties(target, descriptionMembers);
}

/** Adds {@link ContentTexts} to what has content. */
export function addContentTexts(target: JsonObject): void {
  Object.defineProperties(target, contentMembers);
}

/** The module with the conversions. */
interface Conversions {
  readonly htmlToMarkdown: typeof htmlToMarkdown;
  readonly htmlToText: typeof htmlToText;
}

const descriptionMembers: PropertyDescriptorMap = {
  descriptionMarkdown: lazy('descriptionMarkdown', 'description', 'htmlToMarkdown'),
  descriptionText: lazy('descriptionText', 'description', 'htmlToText'),
};

const contentMembers: PropertyDescriptorMap = {
  contentMarkdown: lazy('contentMarkdown', 'content', 'htmlToMarkdown'),
  contentText: lazy('contentText', 'content', 'htmlToText'),
};

/**
 * Loads the conversions when a text is read for the first time: most programs read none, and should not load them. It must
 * be done at once, since a getter cannot wait, so `import()` will not do. A bundler sees the literal `require` and takes
 * them in; in Node there is none in ES modules, and one is made. From the sources, too, this leads to what was built of
 * them, for Node cannot require those.
 */
function loadConversions(): Conversions {
  return typeof require === 'function'
    ? (require('../../dist/files/descriptions/html-to-text.js') as Conversions)
    : (createRequire(import.meta.url)('../../dist/files/descriptions/html-to-text.js') as Conversions);
}

/** A getter that makes a value of itself, where the object lets it. */
function lazy(name: string, source: string, conversion: keyof Conversions): PropertyDescriptor {
  return {
    configurable: true,
    enumerable: false,
    get(this: JsonObject): string | null {
      const html = this[source];
      const value = typeof html === 'string' ? loadConversions()[conversion](html) : null;
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (own?.configurable === true)
        Object.defineProperty(this, name, { value, enumerable: false, configurable: true });
      return value;
    },
  };
}
