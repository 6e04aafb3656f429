import type { JobOperation } from '../jobs/job-operation.js';
import type { JobOptions } from '../jobs/job-options.js';
import type { ModelsLabJob } from '../jobs/modelslab-job.js';
import type { JobFamilyTable } from './family-table.js';
import { jobOperation } from './find-operation.js';

/** Submits a job. */
export type GenerateJob = (operation: JobOperation, parameters: object, options?: JobOptions) => ModelsLabJob;

/** Methods, or families with methods. */
interface FamilyTree {
  [name: string]: FamilyTree | JobMethod;
}

type JobMethod = (parameters: object, options?: JobOptions) => ModelsLabJob;

/** An object for each family of the table, `v7.images` inside `v7`, with a method for each of its jobs. */
export function makeFamilies(table: JobFamilyTable, generate: GenerateJob): object {
  const tree: FamilyTree = {};
  for (const [name, family] of Object.entries(table)) {
    const methods: FamilyTree = {};
    for (const method of Object.keys(family.jobs)) {
      const operation = jobOperation(name, family, method);
      methods[method] = (parameters, options) => generate(operation, parameters, options);
    }
    const [group, member] = name.split('.', 2) as [string, string?];
    if (member === undefined) tree[group] = methods;
    else tree[group] = { ...(tree[group] as FamilyTree | undefined), [member]: methods };
  }
  return tree;
}
