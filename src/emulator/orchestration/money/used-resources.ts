import { isJsonObject } from '../../http/body-checks.js';
import { walkJson } from '../references/walk-json.js';
import { isFullAir } from '../validation/air-pattern.js';

/** The AIRs that an input names, as values or as keys, each once. */
export function usedResources(input: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (text: string): void => {
    if (isFullAir(text)) found.add(text);
  };
  walkJson(input, '', (value) => {
    if (typeof value === 'string') look(value);
    else if (isJsonObject(value)) for (const key of Object.keys(value)) look(key);
  });
  return [...found];
}

/** How large a resource is taken for: checkpoints are, what comes on top of them is not. */
function bytesOf(air: string): number {
  return air.includes(':checkpoint:') ? 6_500_000_000 : 220_000_000;
}

const COUNTED_FROM_BYTES = 512_000_000;
const PART_BYTES = 4_000_000_000;
const BUZZ_A_PART = 500;

/** What fetching these resources first costs: 500 Buzz for every started 4 GB of each one that is not small. */
export function downloadPrice(resources: readonly string[]): number {
  const parts = resources
    .map(bytesOf)
    .filter((bytes) => bytes >= COUNTED_FROM_BYTES)
    .map((bytes) => Math.ceil(bytes / PART_BYTES));
  return parts.reduce((sum, count) => sum + count, 0) * BUZZ_A_PART;
}
