import { type Failure, failure, type KindRules } from './kind-rules.js';

const remedy = 'Write an address such as https://civitai.com.';

export const urlKind: KindRules = {
  read(raw) {
    if (typeof raw === 'string') return { value: raw.trim() };
    return raw instanceof URL ? { value: raw.href } : failure('must be a URL.', remedy);
  },
  check: (value) => urlFailure(String(value)),
  finish(value) {
    const { origin, pathname } = new URL(String(value));
    return withoutTrailingSlashes(`${origin}${pathname}`);
  },
};

/** What is wrong with the address of a server. */
function urlFailure(text: string): Failure | undefined {
  const url = parseHttpUrl(text);
  if (url === undefined) return { message: 'must be an absolute http or https URL.', remedy };
  // The text is looked at as well as the parsed URL, which hides an empty user name and an empty query.
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@')) {
    return { message: 'must not contain a user name or a password.', remedy };
  }
  return /[?#]/.test(text) ? { message: 'must not contain a query or a fragment.', remedy } : undefined;
}

/** The URL, unless it takes the parser's leniency to see one: `http:host`, backslashes, whitespace that it drops. */
export function parseHttpUrl(text: string): URL | undefined {
  if (!/^https?:\/\/[^/\\\s]/i.test(text) || /[\\\s]/.test(text)) return undefined;
  return URL.canParse(text) ? new URL(text) : undefined;
}

function authorityOf(text: string): string {
  return text.split('/', 3)[2] ?? '';
}

/** By hand: `/\/+$/` takes quadratic time on a hostile text. */
function withoutTrailingSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}
