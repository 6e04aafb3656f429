import type { CommercialUse } from '../vocabulary.js';

/**
 * Reads `allowCommercialUse`: a list, the database's own `{Image,RentCivit}`, or (long ago) a single word. Which one
 * comes depends on the server process that answers.
 */
export function parseCommercialUse(value: unknown): readonly CommercialUse[] {
  if (Array.isArray(value)) return value as CommercialUse[];
  if (typeof value !== 'string') return [];
  return value
    .replace(/^\{|\}$/g, '')
    .split(',')
    .map((word) => word.trim().replace(/^"|"$/g, ''))
    .filter((word) => word !== '');
}
