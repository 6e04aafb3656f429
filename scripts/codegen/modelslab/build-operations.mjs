import { byText } from '../order.mjs';
import { correctOperation, refuseMisplaced } from './correct-operation.mjs';
import { mergeFacts } from './merge-facts.mjs';
import { normalMember } from './normal-member.mjs';

/**
 * Families and their operations, with the members that each takes.
 *
 * @throws Error naming what does not fit together: addresses nobody describes, descriptions nobody uses, corrections
 *   without a place
 */
export function buildOperations({ families, overlay, parameters }) {
  const described = describedAddresses(parameters);
  const built = Object.entries(families)
    .map(([name, family]) => buildFamily(name, family))
    .toSorted((a, b) => byText(a.name, b.name));
  const operations = built.flatMap(({ calls, jobs }) => [...jobs, ...calls]);
  const problems = [
    ...operations.filter(({ address }) => !described.has(address)).map(({ address }) => `nobody describes ${address}`),
    ...[...described.keys()]
      .filter((address) => !operations.some((operation) => operation.address === address))
      .map((address) => `no family has ${address}`),
    ...refuseMisplaced(
      overlay,
      operations.map(({ name }) => name),
    ),
  ];
  for (const operation of operations) {
    const sources = described.get(operation.address) ?? [];
    const { facts, problems: misplaced } = correctOperation(operation.name, mergeFacts(sources), overlay);
    problems.push(...misplaced);
    operation.sources = sources.map(({ source }) => source);
    operation.members = Object.entries(facts).map(([name, fact]) => normalMember(name, fact));
    const { neededBy, needsOneOf, withdrawn } = overlay.corrections[operation.name] ?? {};
    Object.assign(operation, { neededBy, needsOneOf, withdrawn });
    problems.push(...unknownNeeds(operation, facts));
  }
  if (problems.length > 0) {
    throw new Error(
      `packages/sdk/contract/modelslab-*.json does not fit together:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  return { families: built, operations };
}

/** Members that are needed, and that nobody knows. */
function unknownNeeds({ name, neededBy = {}, needsOneOf = [] }, facts) {
  return [...needsOneOf, ...Object.values(neededBy).flat()]
    .filter((member) => facts[member] === undefined)
    .map((member) => `${name}.${member} is needed, but not there`);
}

/** What is said about each address; several documents may describe the same one. */
function describedAddresses(parameters) {
  const described = new Map();
  for (const [source, operations] of Object.entries(parameters)) {
    for (const [key, members] of Object.entries(operations)) {
      const address = key.slice(key.indexOf(' ') + 1);
      described.set(address, [...(described.get(address) ?? []), { source, members }]);
    }
  }
  return described;
}

function buildFamily(name, { calls = [], fetch, fetchMember, jobs = [], path, text = [] }) {
  const operationsOf = (named) =>
    entriesOf(named)
      .map(([method, segment]) => ({
        name: `${name}.${method}`,
        method,
        segment,
        address: `/${[path, segment].filter((part) => part !== '').join('/')}`,
        typeName: `${pascalCase(name)}${pascalCase(method)}Parameters`,
        isText: text.includes(segment),
      }))
      .toSorted((a, b) => byText(a.name, b.name));
  return {
    name,
    typeName: `${pascalCase(name)}Family`,
    path,
    fetch,
    fetchMember,
    key: name.startsWith('enterprise.') ? 'enterprise' : undefined,
    jobs: operationsOf(jobs),
    calls: operationsOf(calls),
  };
}

function entriesOf(named) {
  return Array.isArray(named) ? named.map((segment) => [camelCase(segment), segment]) : Object.entries(named);
}

function camelCase(segment) {
  return segment.replaceAll(/[-_](.)/g, (_, letter) => letter.toUpperCase());
}

function pascalCase(name) {
  return name.replaceAll(/(?:^|\.)(.)/g, (_, letter) => letter.toUpperCase());
}
