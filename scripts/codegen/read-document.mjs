import { readFile } from 'node:fs/promises';
import { mapValues, sorted } from './order.mjs';

/** What a document says about structure; everything else in it is prose, examples and presentation. */
const structure = new Set([
  '$ref',
  'additionalProperties',
  'allOf',
  'anyOf',
  'default',
  'discriminator',
  'enum',
  'format',
  'items',
  'mapping',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'oneOf',
  'pattern',
  'propertyName',
  'readOnly',
  'required',
  'type',
  'uniqueItems',
]);

/** Values in which nothing is prose, whatever the names are. */
const verbatim = new Set(['default', 'enum', 'mapping', 'required', 'type']);

const methods = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace']);

/** Reads an OpenAPI document from a file or URL and keeps its structure alone, in the order of names. */
export async function readDocument(source) {
  const document = JSON.parse(await readText(source));
  const schemas = document?.components?.schemas;
  if (schemas === undefined || document.paths === undefined)
    throw new Error(`${source} is not an OpenAPI document with schemas.`);
  return {
    openapi: document.openapi,
    info: { title: document.info.title, version: document.info.version },
    paths: sorted(mapValues(document.paths, strippedPath)),
    components: { schemas: sorted(mapValues(schemas, strippedSchema)) },
  };
}

async function readText(source) {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.text();
}

function strippedPath({ parameters = [], ...operations }) {
  const kept = Object.entries(operations).filter(([method]) => methods.has(method));
  return Object.fromEntries(
    kept.map(([method, operation]) => [
      method,
      strippedOperation(
        parameters.length === 0
          ? operation
          : { ...operation, parameters: [...parameters, ...(operation.parameters ?? [])] },
      ),
    ]),
  );
}

function strippedOperation({ operationId, parameters, requestBody, responses }) {
  return {
    operationId,
    ...(parameters === undefined ? {} : { parameters: parameters.map(strippedParameter) }),
    ...(requestBody === undefined ? {} : { requestBody: { content: strippedContent(requestBody.content) } }),
    responses: mapValues(responses, ({ content }) =>
      content === undefined ? {} : { content: strippedContent(content) },
    ),
  };
}

function strippedParameter({ name, in: place, required, schema }) {
  return { name, in: place, required, schema: strippedSchema(schema) };
}

/** The text/json and application/*+json twins say nothing new. */
function strippedContent(content) {
  const kept = Object.entries(content).filter(([type]) => type !== 'text/json' && type !== 'application/*+json');
  return Object.fromEntries(kept.map(([type, { schema }]) => [type, { schema: strippedSchema(schema) }]));
}

function strippedSchema(schema) {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map(strippedSchema);
  const kept = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') kept[key] = mapValues(value, strippedSchema);
    else if (verbatim.has(key)) kept[key] = value;
    else if (structure.has(key)) kept[key] = strippedSchema(value);
  }
  return kept;
}
