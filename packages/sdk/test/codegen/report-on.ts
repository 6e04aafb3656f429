import { join } from 'node:path';
import { expect } from 'vitest';
import { runCodegen, type SchemaNode, temporaryFolder, writeJson } from './run-codegen.js';

export type Schemas = Readonly<Record<string, SchemaNode>>;
export type Paths = Readonly<Record<string, unknown>>;

/** A reference to a schema. */
export const ref = (name: string): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });
/** A body or an answer. */
export const json = (schema: unknown): unknown => ({ content: { 'application/json': { schema } } });
export const object = (properties: Record<string, Record<string, unknown>>, required: string[] = []): SchemaNode => ({
  type: 'object',
  properties,
  required,
});

/** `Sent` goes to the server, `Answered` comes from it. */
export const paths = {
  '/things': { post: { requestBody: json(ref('Sent')), responses: { 200: json(ref('Answered')) } } },
};
export const text = { type: 'string' };

/** The report on two documents, as lines; the heading is left out. */
export function report(before: Schemas, after: Schemas, was: Paths = paths, is: Paths = was): readonly string[] {
  const folder = temporaryFolder();
  const write = (name: string, part: Paths, schemas: Schemas): string =>
    writeJson(join(folder, name), {
      openapi: '3.1.1',
      info: { title: 't', version: '1' },
      paths: part,
      components: { schemas: { Sent: object({}), Answered: object({}), ...schemas } },
    });
  const { code, output, errors } = runCodegen('--compare', write('a.json', was, before), write('b.json', is, after));
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return output.trim().split('\n').slice(2);
}
