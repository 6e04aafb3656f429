import { readFileSync } from 'node:fs';
import type { ContractDocument, Schema } from './contract-document.js';

/** An operation as the document describes it. */
export interface Operation {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly query: readonly string[];
  /** Content types of the body and their schemas; none when it takes no body. */
  readonly body: Readonly<Record<string, Schema>>;
}

/** What is newer than the document, or missing in it: query parameters and whole operations. */
const newerQuery: Readonly<Record<string, readonly string[]>> = {
  'GET /v2/consumer/workflows/{workflowId}': ['until'],
  'PUT /v2/consumer/workflows/{workflowId}': ['whatif'],
  'GET /v2/consumer/workflows': ['excludeTags'],
  'HEAD /v2/consumer/blobs/{blobId}': ['workflowId', 'nsfwLevel', 'filename', 'download'],
  'GET /v2/resources': ['loaded', 'type', 'excludeType', 'source', 'minSizeBytes', 'maxSizeBytes'],
};

const newer: readonly Operation[] = [
  { method: 'GET', path: '/v2/consumer/free-tier', query: [], body: {} },
  { method: 'POST', path: '/v2/consumer/blobs/ingest', query: ['sourceUrl', 'public'], body: {} },
  { method: 'POST', path: '/v2/consumer/streaming-blobs/{blobKey}', query: ['seq', 'final'], body: {} },
];

const recipePath = '/v2/consumer/recipes/';

interface RawOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation of the contract, with the recipes that came after the document. */
export function readOperations({ recipes }: ContractDocument): readonly Operation[] {
  const file = new URL('../../../packages/sdk/contract/orchestration-v2.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  };
  const listed = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => toOperation(method.toUpperCase(), path, operation)),
  );
  const query = listed.find(({ path }) => path === `${recipePath}echo`)?.query ?? [];
  const newerRecipes = Object.entries(recipes)
    .filter(([type]) => !listed.some(({ path }) => path === `${recipePath}${type}`))
    .map(([type, { input }]) => ({
      method: 'POST',
      path: `${recipePath}${type}`,
      query,
      body: { 'application/json': input },
    }));
  return [...listed, ...newer, ...newerRecipes];
}

/** The operation a request is for; the one with the most literal path when several fit. */
export function operationFor(
  operations: readonly Operation[],
  method: string,
  pathname: string,
): Operation | undefined {
  return operations
    .filter((operation) => operation.method === method && patternOf(operation.path).test(pathname))
    .toSorted((a, b) => parametersIn(a.path) - parametersIn(b.path))[0];
}

function toOperation(method: string, path: string, { parameters = [], requestBody }: RawOperation): Operation {
  // tier came to all recipes and to the list of workflows after the document was written
  const added = newerQuery[`${method} ${path}`] ?? (path.startsWith(recipePath) ? ['tier'] : []);
  return {
    method,
    path,
    query: [...parameters.filter((one) => one.in === 'query').map(({ name }) => name), ...added],
    body: Object.fromEntries(Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema])),
  };
}

function parametersIn(path: string): number {
  return path.split('{').length;
}

function patternOf(path: string): RegExp {
  // The id of a service and an AIR have slashes in them.
  const open = path.endsWith('{serviceId}') || path.endsWith('{air}');
  return new RegExp(`^${path.replace(/\{\w+\}$/, open ? '.+' : '[^/]+').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
