import { isSecret, Secret } from '../../../secrets/secret.js';
import { failure, type KindRules } from './kind-rules.js';
import { parseHttpUrl } from './url-kind.js';

const message = 'must be "environment", "none" or an absolute http or https URL.';
const remedy = 'Write an address such as http://proxy.example:3128.';
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
    return url !== undefined && url.pathname === '/' && !/[?#]/.test(text) ? undefined : { message, remedy };
  },
  finish: (value) => (keywords.has(String(value)) ? value : new Secret(String(value))),
};
