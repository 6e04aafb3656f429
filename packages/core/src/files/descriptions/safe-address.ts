import { decodeReferences } from './html-attributes.js';

/** Addresses without a host are of the site. */
const site = 'https://civitai.com/';
const longestAddress = 4096;
const forLinks: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);
const forImages: ReadonlySet<string> = new Set(['https:', 'http:']);

/**
 * The address of a link or an image, written anew and complete; `undefined` when it is not one of the web. It is a list of
 * what is allowed: whatever `javascript:`, `data:` and `vbscript:` are disguised as, they are not on it.
 *
 * @param value - of the attribute, as it was written
 */
export function safeAddress(value: string | undefined, use: 'link' | 'image'): string | undefined {
  const text = decodeReferences(value ?? '').trim();
  if (text === '' || text.startsWith('#') || text.length > longestAddress || !URL.canParse(text, site))
    return undefined;
  const address = new URL(text, site);
  if (!(use === 'link' ? forLinks : forImages).has(address.protocol)) return undefined;
  // They are there to make a host look like another one.
  address.username = '';
  address.password = '';
  return address.href.replace(/[\s"'<>()\\|`]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
