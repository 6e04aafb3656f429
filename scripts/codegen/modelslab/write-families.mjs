import { header } from '../schema-facts.mjs';
import { noteOfOperation } from './write-parameters.mjs';

/** A method for every kind of job, by family, and what makes them. */
export function writeFamilies({ families }) {
  const withJobs = families.filter(({ jobs }) => jobs.length > 0);
  const types = withJobs.flatMap(({ jobs }) => jobs.map(({ typeName }) => typeName)).toSorted();
  return `${header}import type { JobOptions } from '../jobs/job-options.js';
import type { ModelsLabJob } from '../jobs/modelslab-job.js';
import { type GenerateJob, makeFamilies } from '../operations/make-families.js';
import { jobFamilies } from './operations.js';
import type {
${types.map((type) => `  ${type},`).join('\n')}
} from './parameters.js';

${withJobs.map(writeFamily).join('\n')}
${writeGroup('V7Families', 'v7', 'The families of the seventh version: `model_id` decides what else counts.', withJobs)}
${writeGroup('EnterpriseFamilies', 'enterprise', 'The families of an enterprise deployment, with its own key.', withJobs)}
/** The families of jobs, one property each. */
export interface ModelsLabFamilies {
${withJobs
  .filter(({ name }) => !name.includes('.'))
  .map(({ name, typeName }) => `  readonly ${name}: ${typeName};`)
  .join('\n')}
  readonly v7: V7Families;
  readonly enterprise: EnterpriseFamilies;
}

/** Makes the families: each method hands its operation to \`generate\`. */
export function createFamilies(generate: GenerateJob): ModelsLabFamilies {
  return makeFamilies(jobFamilies, generate) as unknown as ModelsLabFamilies;
}
`;
}

function writeGroup(typeName, prefix, note, families) {
  return `/** ${note} */
export interface ${typeName} {
${families
  .filter(({ name }) => name.startsWith(`${prefix}.`))
  .map(({ name, typeName: type }) => `  readonly ${name.slice(prefix.length + 1)}: ${type};`)
  .join('\n')}
}
`;
}

function writeFamily({ jobs, name, path, typeName }) {
  return `/** \`${name}\`: jobs under \`/${path}\`. */
export interface ${typeName} {
${jobs.map(writeMethod).join('\n')}
}
`;
}

function writeMethod(operation) {
  return `${noteOfOperation(operation, '  ')}
  readonly ${operation.method}: (parameters: ${operation.typeName}, options?: JobOptions) => ModelsLabJob;`;
}
