import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, object, type Paths, paths, ref, report, type Schemas, text } from './report-on.js';
import { runCodegen, type SchemaNode, temporaryFolder, writeJson } from './run-codegen.js';

describe('choices', () => {
  const chosen = (member: string, values: Readonly<Record<string, string>>, preset?: string): SchemaNode => ({
    ...object({ [member]: { ...text, ...(preset === undefined ? {} : { default: preset }) } }, [member]),
    discriminator: {
      propertyName: member,
      mapping: Object.fromEntries(Object.entries(values).map(([value, name]) => [value, ref(name).$ref])),
    },
  });
  const child = (member: string, value: string): SchemaNode => ({
    allOf: [ref('Sent'), object({ [member]: { enum: [value], type: 'string' } })],
  });

  it('that come, go and lead elsewhere', () => {
    const children = { A: child('kind', 'a'), B: child('kind', 'b'), C: child('kind', 'c') };
    expect(
      report(
        { ...children, Sent: chosen('kind', { a: 'A', b: 'B' }) },
        { ...children, Sent: chosen('kind', { a: 'C', c: 'C' }) },
      ),
    ).toEqual([
      'Breaks',
      '  Sent.kind: no "b" any more (bodies that choose it are refused)',
      '',
      'Changes',
      '  Sent.kind: "a" chooses C now, was A',
      '',
      'Adds',
      '  Sent.kind: "c" (C)',
    ]);
  });

  it('with a level put in between', () => {
    const before = { Sent: chosen('operation', { make: 'Make' }), Make: child('operation', 'make') };
    const level = (preset?: string): Schemas => ({
      Sent: chosen('version', { v1: 'V1' }, preset),
      V1: { allOf: [ref('Sent'), chosen('operation', { make: 'Make' })] },
      Make: { allOf: [ref('V1'), object({ operation: { enum: ['make'], type: 'string' } })] },
    });
    const why = (after: Schemas): string | undefined =>
      report(before, after).find((line) => line.includes('is chosen by'));
    expect(why(level('v1'))).toBe(
      '  Sent: is chosen by version now, was by operation (bodies without version mean "v1"; types have one level more)',
    );
    expect(why(level())).toBe(
      '  Sent: is chosen by version now, was by operation (bodies without version are refused)',
    );
    expect(report(before, level('v1'))).toContain('  Make: extends V1 now, was Sent');
  });
});

describe('schemas and operations', () => {
  it('that come and go', () => {
    expect(report({ Old: object({}) }, { New: object({}) })).toEqual([
      'Removes',
      '  Old: the schema',
      '',
      'Adds',
      '  New: the schema',
    ]);
    expect(report({}, {}, paths, { '/others': { get: { responses: {} } } }).slice(0, 6)).toEqual([
      'Breaks',
      '  POST /things: the operation is gone (it answers 404 or 405)',
      '',
      'Adds',
      '  GET /others: the operation',
    ]);
  });

  it('with other parameters, bodies and answers', () => {
    const parameter = (name: string, schema: unknown, required = false): unknown => ({
      name,
      in: 'query',
      required,
      schema,
    });
    const get = (parameters: readonly unknown[], responses: unknown, requestBody?: unknown): Paths => ({
      '/things': { get: { parameters, responses, ...(requestBody === undefined ? {} : { requestBody }) } },
    });
    const before = get([parameter('wait', { type: 'boolean' }), parameter('old', text)], {
      200: json(ref('Answered')),
      404: {},
    });
    const after = get(
      [parameter('wait', { type: 'integer' }), parameter('new', text), parameter('must', text, true)],
      { 200: json(text), 202: {} },
      json(ref('Sent')),
    );
    expect(report({}, {}, before, after)).toEqual([
      'Breaks',
      '  GET /things query old: the parameter is gone (it is refused or has no effect)',
      '  GET /things query wait: is integer now, was boolean (what is sent today may be refused)',
      '  GET /things query must: a new parameter that is required (calls without it are refused)',
      '  GET /things body: takes a body now (calls without it may be refused)',
      '  GET /things 200: is string now, was Answered (code that reads it meets another type)',
      '',
      'Removes',
      '  GET /things 404: the answer',
      '',
      'Adds',
      '  GET /things query new: the parameter',
      '  GET /things 202: the answer',
    ]);
  });
});

it('says so when nothing is otherwise', () => {
  const folder = temporaryFolder();
  const file = writeJson(join(folder, 'a.json'), {
    openapi: '3.1.1',
    info: { title: 't', version: '1' },
    paths: {},
    components: { schemas: {} },
  });
  expect(runCodegen('--compare', file, file)).toEqual({ code: 0, output: 'The documents say the same.\n', errors: '' });
});

it('begins with a summary', () => {
  const folder = temporaryFolder();
  const document = (schemas: Schemas): unknown => ({
    openapi: '3.1.1',
    info: { title: 't', version: '1' },
    paths,
    components: { schemas: { Answered: object({}), ...schemas } },
  });
  const before = writeJson(join(folder, 'a.json'), document({ Sent: object({ a: text }) }));
  const after = writeJson(join(folder, 'b.json'), document({ Sent: object({ b: text }), New: object({}) }));
  const [summary] = runCodegen('--compare', before, after).output.split('\n');
  expect(summary).toBe('Compared with the document before, this one breaks 1, adds 2.');
});
