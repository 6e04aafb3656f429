import { isSecret, Secret } from '../../../secrets/secret.js';
import { failure, type KindRules } from './kind-rules.js';
import { parseHttpUrl } from './url-kind.js';

const message = 'must be "environment", "none" or an absolute http or https URL.';
const remedy =
  'Write an address such as http://proxy.example:3128, special characters of a user name or password percent-encoded.';
const keywords: ReadonlySet<string> = new Set(['environment', 'none']);

export const proxyKind: KindRules = {
  read(raw) {
    const text = isSecret(raw) ? raw.reveal() : raw instanceof URL ? raw.href : raw;
    if (typeof text !== 'string') return failure(message, remedy);
    const trimmed = text.trim();
    const keyword = trimmed.toLowerCase();
    return { value: keywords.has(keyword) ? keyword : trimmed };
  },
  check(value) {
    const text = String(value);
    if (keywords.has(text)) return undefined;
    const url = parseHttpUrl(text);
    const usable = url !== undefined && url.pathname === '/' && !/[?#]/.test(text) && isDecodable(url);
    return usable ? undefined : { message, remedy };
  },
  finish: (value) => (keywords.has(String(value)) ? value : new Secret(String(value))),
};

/** User name and password are percent-encoded; a `%` by itself must be written as `%25`. */
function isDecodable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== undefined;
  } catch {
    return false;
  }
}
