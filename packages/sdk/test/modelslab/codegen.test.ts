import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfSdk, runCodegen } from '../codegen/run-codegen.js';

const generated = ['check-table.ts', 'families.ts', 'operations.ts', 'parameters.ts'];

type Json = Record<string, Record<string, Record<string, Record<string, unknown>>>>;

function contractOf(sdk: string, name: string): string {
  return join(sdk, `contract/modelslab-${name}.json`);
}

/** Changes a file of the contract. */
function change(sdk: string, name: string, edit: (contract: Json) => void): void {
  const path = contractOf(sdk, name);
  const contract = JSON.parse(readFileSync(path, 'utf8')) as Json;
  edit(contract);
  writeFileSync(path, JSON.stringify(contract));
}

function generatedFiles(sdk: string): readonly string[] {
  return generated.map((name) => readFileSync(join(sdk, 'src/modelslab/generated', name), 'utf8'));
}

describe('codegen --check', () => {
  it('fails when a file of ModelsLab was changed, is missing, or is left over', () => {
    const sdk = copyOfSdk();
    const folder = join(sdk, 'src/modelslab/generated');
    appendFileSync(join(folder, 'parameters.ts'), '// by hand\n');
    rmSync(join(folder, 'operations.ts'));
    writeFileSync(join(folder, 'old.ts'), '');
    const { code, errors } = runCodegen('--check', '--sdk', sdk);
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'src/modelslab/generated/operations.ts is not what the document gives; run: npm run codegen',
      'src/modelslab/generated/parameters.ts is not what the document gives; run: npm run codegen',
      'src/modelslab/generated/old.ts is left over; run: npm run codegen',
    ]);
  });

  it('fails when the contract was changed and nothing generated from it', () => {
    const sdk = copyOfSdk();
    change(sdk, 'v7', ({ v7 }) => Object.assign(v7?.['POST /v7/images/inpaint'] ?? {}, { mood: { type: 'string' } }));
    expect(runCodegen('--check', '--sdk', sdk).code).toBe(1);
    expect(runCodegen('--sdk', sdk).code).toBe(0);
    expect(runCodegen('--check', '--sdk', sdk).code).toBe(0);
    expect(generatedFiles(sdk).at(-1)).toContain('  readonly mood?: string | null | undefined;');
  });
});

describe('codegen', () => {
  it('gives the same whatever the order of the families and corrections is', () => {
    const sdk = copyOfSdk();
    const before = generatedFiles(sdk);
    const turn = (contract: Json, member: string): void => {
      contract[member] = Object.fromEntries(Object.entries(contract[member] ?? {}).toReversed());
    };
    change(sdk, 'operations', (contract) => turn(contract, 'families'));
    change(sdk, 'overlay', (contract) => turn(contract, 'corrections'));
    expect(runCodegen('--sdk', sdk).code).toBe(0);
    expect(generatedFiles(sdk)).toEqual(before);
  });

  it('names all that does not fit, and changes nothing', () => {
    const sdk = copyOfSdk();
    const before = generatedFiles(sdk);
    change(sdk, 'operations', ({ families }) => {
      Object.assign(families?.['realtime'] ?? {}, { jobs: ['text2img', 'img2img', 'morph'] });
    });
    change(sdk, 'overlay', ({ corrections = {} }) => {
      Object.assign(corrections, {
        'images.morph': { because: 'a test' },
        'images.inpaint': {
          because: 'a test',
          add: { prompt: { type: 'string' } },
          change: { mood: { type: 'string' }, width: { maximum: 1024 } },
          optional: ['prompt'],
          required: ['init_image'],
          removed: ['sound'],
          needsOneOf: ['tune'],
        },
      });
      delete corrections['realtime.inpaint'];
    });
    const { code, errors } = runCodegen('--sdk', sdk);
    expect(code).toBe(1);
    for (const problem of [
      'nobody describes /v6/realtime/morph',
      'no family has /v6/realtime/inpaint',
      'there is no operation images.morph to correct',
      'images.inpaint.prompt is described already',
      'images.inpaint.mood is not there to be changed',
      'images.inpaint.width is so already',
      'images.inpaint.prompt is not required',
      'images.inpaint.init_image is required already',
      'images.inpaint.sound is not there to be removed',
      'images.inpaint.tune is needed, but not there',
    ]) {
      expect(errors).toContain(`  ${problem}\n`);
    }
    expect(generatedFiles(sdk)).toEqual(before);
  });

  it('refuses a type that it does not know', () => {
    const sdk = copyOfSdk();
    change(sdk, 'v7', ({ v7 }) => Object.assign(v7?.['POST /v7/images/inpaint'] ?? {}, { mood: { type: 'strnig' } }));
    expect(runCodegen('--sdk', sdk).errors).toContain('there is no type strnig');
  });
});
