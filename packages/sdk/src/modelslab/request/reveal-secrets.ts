import { isSecret, Secret } from '@civitkit/core/client';

/** A text that should not be printed: as a `Secret` it is not. */
export type SecretText = string | Secret;

/** Parameters as they are sent, and the secrets among them. */
export interface Revealed {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly confidential: readonly Secret[];
}

/**
 * Takes secrets out of their covers for the body, and gives their list, by which errors mask them.
 *
 * @param names - the members that are secret
 * @throws TypeError for one that is no text, its value not told
 */
export function revealSecrets(operation: string, parameters: object, names: readonly string[]): Revealed {
  const plain: Record<string, unknown> = { ...parameters };
  const confidential: Secret[] = [];
  for (const name of names) {
    const value = plain[name];
    if (value === undefined || value === null) continue;
    const secret = isSecret(value) ? value : typeof value === 'string' ? new Secret(value) : undefined;
    if (secret === undefined) {
      throw new TypeError(`modelslab.${operation}: ${name} must be a text or a Secret, got ${typeof value}`);
    }
    plain[name] = secret.reveal();
    confidential.push(secret);
  }
  return { parameters: plain, confidential };
}
