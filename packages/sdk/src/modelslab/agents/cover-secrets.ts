import { Secret } from '@civitkit/core/client';
import { isJsonObject } from '@civitkit/core/internal';

/** Members whose texts open something. */
const secretNames =
  /^(?:(?:access|refresh|plain_text|plainText|auth|session|bearer)_?token|token|api_?key|key|secret|client_secret|secret_key|password)$/i;

/** Puts the secrets of an answer under cover: each text of a member that is named like one becomes a `Secret`. */
export function coverSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(coverSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && member !== '' && secretNames.test(name) ? new Secret(member) : coverSecrets(member),
    ]),
  );
}
