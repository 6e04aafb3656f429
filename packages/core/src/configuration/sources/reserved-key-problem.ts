import type { ConfigurationProblem } from '../../errors/configuration-error.js';

/** What to say about a key such as `__proto__`. */
export function reservedKeyProblem(key: string, source: string): ConfigurationProblem {
  return {
    key,
    source,
    message: 'is a reserved name: a program that assigns to it changes every object.',
    remedy: 'Remove it.',
  };
}
