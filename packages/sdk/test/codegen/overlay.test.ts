import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CodegenRun, copyOfSdk, type OpenApi, readDocument, runCodegen, writeJson } from './run-codegen.js';

/** Generates from the kept document after a change. */
function generateWith(change: (document: OpenApi) => void): CodegenRun & { readonly sdk: string } {
  const sdk = copyOfSdk();
  const document = readDocument(sdk);
  change(document);
  return { ...runCodegen(writeJson(join(sdk, 'new.json'), document), '--sdk', sdk), sdk };
}

describe('the overlay', () => {
  const cases: readonly (readonly [string, (schemas: OpenApi['components']['schemas']) => void, string])[] = [
    ['a schema is gone', (schemas) => delete schemas['WorkflowTips'], 'there is no schema WorkflowTips to correct'],
    [
      'a new schema is there by now',
      (schemas) => (schemas['WebSearchInput'] = { type: 'object' }),
      'WebSearchInput is in the document now; take it out here',
    ],
    [
      'a new member is there by now',
      (schemas) => Object.assign(schemas['ConvertImageInput']?.properties ?? {}, { public: { type: 'boolean' } }),
      'ConvertImageInput.public is in the document now',
    ],
    [
      'a member to replace is gone',
      (schemas) => delete schemas['JsonPatchOperation']?.properties?.['value'],
      'JsonPatchOperation.value is not there to be replaced',
    ],
    [
      'a member is as it was corrected',
      (schemas) => Object.assign(schemas['JsonPatchOperation']?.properties ?? {}, { value: {} }),
      'JsonPatchOperation.value is like that in the document now',
    ],
    [
      'a member to remove is gone',
      (schemas) => delete schemas['CustomComfyInput']?.properties?.['sessionOwnerApiToken'],
      'CustomComfyInput.sessionOwnerApiToken is not there any more',
    ],
    [
      'a member is no longer required',
      (schemas) => schemas['WorkflowTemplate']?.required?.splice(0),
      'WorkflowTemplate.currencies is not required any more',
    ],
    [
      'a choice has the value by now',
      (schemas) => valuesOf(schemas).push('workflow:preparing'),
      'WorkflowCallback.type has workflow:preparing in the document now',
    ],
  ];

  it.each(cases)('fails when %s', (_, change, problem) => {
    const { code, errors } = generateWith(({ components }) => change(components.schemas));
    expect(code).toBe(1);
    expect(errors).toContain(problem);
  });

  it('names all that does not fit, after the report, and changes nothing', () => {
    const { code, output, errors, sdk } = generateWith(({ components: { schemas }, paths }) => {
      delete schemas['WorkflowTips']?.properties?.['civitai'];
      schemas['WorkflowTips']?.required?.splice(0);
      schemas['RepeatStep'] = { type: 'object' };
      paths['/v2/consumer/recipes/webSearch'] = {};
    });
    expect(code).toBe(1);
    expect(errors).toContain(
      'packages/sdk/contract/overlay.json does not fit the document:\n' +
        '  RepeatStep is in the document now; take it out here\n' +
        '  WorkflowTips.civitai is not required any more\n' +
        '  WorkflowTips.creators is not required any more\n',
    );
    expect(output).toContain('WorkflowTips.civitai: the member is gone');
    expect(runCodegen('--check', '--sdk', sdk).code).toBe(0);
  });

  it('says of every correction why it is there', () => {
    const overlay = JSON.parse(readFileSync(new URL('../../contract/overlay.json', import.meta.url), 'utf8')) as {
      readonly schemas: Readonly<Record<string, { readonly because?: string }>>;
    };
    const silent = Object.entries(overlay.schemas).filter(([, { because = '' }]) => because === '');
    expect(silent).toEqual([]);
  });
});

function valuesOf(schemas: OpenApi['components']['schemas']): string[] {
  const type = schemas['WorkflowCallback']?.properties?.['type'] as { readonly items: { readonly enum: string[] } };
  return type.items.enum;
}
