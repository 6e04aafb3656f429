import { header } from '../schema-facts.mjs';
import { compact } from './merge-facts.mjs';

/** Where everything is, as data: one row a family. */
export function writeOperations({ families }) {
  const jobs = families.filter((family) => family.jobs.length > 0).map((family) => writeRow(family, jobRow(family)));
  const calls = families.filter((family) => family.calls.length > 0).map((family) => writeRow(family, callRow(family)));
  return `${header}import type { CallFamilyTable, JobFamilyTable } from '../operations/family-table.js';

/** Families of jobs: where jobs are submitted and fetched. */
export const jobFamilies: JobFamilyTable = {
${jobs.join('\n')}
};

/** Calls that are no jobs. */
export const callFamilies: CallFamilyTable = {
${calls.join('\n')}
};
`;
}

function writeRow({ name }, row) {
  return `  ${JSON.stringify(name)}: ${JSON.stringify(row)},`;
}

function jobRow({ fetch, fetchMember, jobs, key, path }) {
  const text = jobs.filter(({ isText }) => isText).map(({ method }) => method);
  return compact({
    path,
    fetch,
    fetchMember,
    key,
    jobs: segmentsOf(jobs),
    forms: formsOf(jobs),
    text: text.length === 0 ? undefined : text,
  });
}

function callRow({ calls, key, path }) {
  return compact({ path, key, calls: segmentsOf(calls), forms: formsOf(calls) });
}

function segmentsOf(operations) {
  return Object.fromEntries(operations.map(({ method, segment }) => [method, segment]));
}

/** What the server spells as words. */
function formsOf(operations) {
  const forms = operations
    .map(({ members, method }) => [method, wordsOf(members)])
    .filter(([, words]) => Object.keys(words).length > 0);
  return forms.length === 0 ? undefined : Object.fromEntries(forms);
}

function wordsOf(members) {
  return compact(
    Object.fromEntries(
      ['yesNo', 'trueFalse', 'numberAsText'].map((form) => {
        const names = members.filter((member) => member.form === form).map(({ name }) => name);
        return [form, names.length === 0 ? undefined : names];
      }),
    ),
  );
}
