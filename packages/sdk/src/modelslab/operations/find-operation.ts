import { jobFamilies } from '../generated/operations.js';
import type { JobOperation } from '../jobs/job-operation.js';
import type { JobPlace } from '../jobs/job-reference.js';
import type { JobFamilyRow } from './family-table.js';

/** The kind of job of that name, such as `images.text2img`. */
export function findJobOperation(name: string): JobOperation | undefined {
  const dot = name.lastIndexOf('.');
  const family = findFamily(name.slice(0, dot));
  const method = name.slice(dot + 1);
  return family !== undefined && Object.hasOwn(family.jobs, method)
    ? jobOperation(name.slice(0, dot), family, method)
    : undefined;
}

/** Where the jobs of a family are fetched, such as those of `images`. */
export function findJobPlace(familyName: string): JobPlace | undefined {
  const family = findFamily(familyName);
  return family === undefined ? undefined : jobPlace(family);
}

/** The names of all kinds of jobs, for messages. */
export function jobOperationNames(): readonly string[] {
  return Object.entries(jobFamilies).flatMap(([name, { jobs }]) => Object.keys(jobs).map((job) => `${name}.${job}`));
}

/** One row of a family's jobs, spread out. */
export function jobOperation(familyName: string, family: JobFamilyRow, method: string): JobOperation {
  const forms = family.forms?.[method];
  return {
    name: `${familyName}.${method}`,
    path: pathOf(family.path, family.jobs[method]),
    ...jobPlace(family),
    ...(forms === undefined ? {} : { forms }),
    ...(family.text?.includes(method) === true ? { output: 'text' } : {}),
  };
}

function jobPlace({ fetch, fetchMember, key }: JobFamilyRow): JobPlace {
  return {
    fetchPath: pathOf(fetch),
    ...(fetchMember === undefined ? {} : { fetchMember }),
    ...(key === undefined ? {} : { key }),
  };
}

function findFamily(name: string): JobFamilyRow | undefined {
  return Object.hasOwn(jobFamilies, name) ? jobFamilies[name] : undefined;
}

/** Parts of an address; an operation may have none of its own. */
function pathOf(...addresses: readonly (string | undefined)[]): readonly string[] {
  return addresses.flatMap((address = '') => (address === '' ? [] : address.split('/')));
}
