import { buildOperations } from './build-operations.mjs';
import { readContract } from './read-contract.mjs';
import { writeCheckTable } from './write-check-table.mjs';
import { writeFamilies } from './write-families.mjs';
import { writeOperations } from './write-operations.mjs';
import { writeParameters } from './write-parameters.mjs';

/** The files that the contract of ModelsLab gives, by name. */
export function generateModelsLab(sdk) {
  const model = buildOperations(readContract(sdk));
  return {
    'check-table.ts': writeCheckTable(model),
    'families.ts': writeFamilies(model),
    'operations.ts': writeOperations(model),
    'parameters.ts': writeParameters(model),
  };
}
