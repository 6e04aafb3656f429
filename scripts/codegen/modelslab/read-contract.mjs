import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the project knows of ModelsLab: see packages/sdk/contract. */
export function readContract(sdk) {
  const read = (name) => JSON.parse(readFileSync(join(sdk, 'contract', `modelslab-${name}.json`), 'utf8'));
  return {
    parameters: { ...read('parameters'), ...read('v7') },
    families: read('operations').families,
    overlay: read('overlay'),
  };
}
