import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, startLoopback } from '../../../../test/support/loopback-server.js';
import { copyOfSdk, generatedFiles, readDocument, runCodegen, runCodegenBeside, writeJson } from './run-codegen.js';

const written = '4 files in src/generated\n4 files in src/modelslab/generated\n';

describe('codegen --check', () => {
  it('agrees with what is kept', () => {
    expect(runCodegen('--check')).toEqual({ code: 0, output: '', errors: '' });
  });

  it('fails when a generated file was changed, is missing, or is left over', () => {
    const sdk = copyOfSdk();
    appendFileSync(join(sdk, 'src/generated/types.ts'), '// by hand\n');
    rmSync(join(sdk, 'src/generated/recipe-calls.ts'));
    writeFileSync(join(sdk, 'src/generated/old.ts'), '');
    const { code, errors } = runCodegen('--check', '--sdk', sdk);
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'src/generated/types.ts is not what the document gives; run: npm run codegen',
      'src/generated/recipe-calls.ts is not what the document gives; run: npm run codegen',
      'src/generated/old.ts is left over; run: npm run codegen',
    ]);
    expect(existsSync(join(sdk, 'src/generated/old.ts'))).toBe(true);
  });

  it('fails when the document was changed and nothing generated from it', () => {
    const sdk = copyOfSdk();
    const path = join(sdk, 'contract/orchestration-v2.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"maximum":150', '"maximum":149'));
    expect(runCodegen('--check', '--sdk', sdk).code).toBe(1);
    expect(runCodegen('--sdk', sdk).code).toBe(0);
    expect(runCodegen('--check', '--sdk', sdk).code).toBe(0);
  });
});

describe('codegen', () => {
  it('gives the same whenever it runs, and takes away what is left over', () => {
    const sdk = copyOfSdk();
    const before = generatedFiles(sdk);
    writeFileSync(join(sdk, 'src/generated/old.ts'), '');
    expect(runCodegen('--sdk', sdk).output).toBe(written);
    expect(generatedFiles(sdk)).toEqual(before);
    expect(existsSync(join(sdk, 'src/generated/old.ts'))).toBe(false);
  });

  it('gives the same whatever the order of the document is', () => {
    const sdk = copyOfSdk();
    const document = readDocument(sdk);
    const turned = <T>(object: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(object).toReversed());
    document.components.schemas = turned(document.components.schemas);
    document.paths = turned(document.paths);
    const before = { ...generatedFiles(sdk), kept: readFileSync(join(sdk, 'contract/orchestration-v2.json'), 'utf8') };
    const { output, code } = runCodegen(writeJson(join(sdk, 'new.json'), document), '--sdk', sdk);
    expect({ code, output }).toEqual({ code: 0, output: `The documents say the same.\n\n${written}` });
    expect({ ...generatedFiles(sdk), kept: readFileSync(join(sdk, 'contract/orchestration-v2.json'), 'utf8') }).toEqual(
      before,
    );
  });

  it('reads a document from an address', async () => {
    const sdk = copyOfSdk();
    const document = readDocument(sdk);
    document.components.schemas['EchoInput']?.required?.push('title');
    Object.assign(document.components.schemas['EchoInput']?.properties ?? {}, { title: { type: 'string' } });
    await using server = await startLoopback(json(document));
    const { output } = await runCodegenBeside(`${server.origin}/openapi/v2-consumers.json`, '--sdk', sdk);
    expect(output).toContain('EchoInput.title: a new member that is required (bodies without it are refused)');
    expect(generatedFiles(sdk)['types.ts']).toContain('  readonly title: RefOr<string>;');
  });

  it.each([
    [['a.json', 'b.json'], 'Name one document'],
    [['--compare', 'a.json'], 'Name two documents'],
    [['missing.json'], 'ENOENT'],
    [['--chek'], "Unknown option '--chek'"],
  ])('refuses %j', (parameters, problem) => {
    const { code, errors } = runCodegen(...parameters);
    expect(code).toBe(1);
    expect(errors).toContain(problem);
  });

  it('refuses what is no document, and leaves everything as it was', () => {
    const sdk = copyOfSdk();
    const { code, errors } = runCodegen(writeJson(join(sdk, 'new.json'), { title: 'x' }), '--sdk', sdk);
    expect(code).toBe(1);
    expect(errors).toContain('new.json is not an OpenAPI document with schemas.');
    expect(runCodegen('--check', '--sdk', sdk).code).toBe(0);
  });
});
