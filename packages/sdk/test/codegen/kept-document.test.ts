import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfSdk, generatedFiles, readDocument, runCodegen, writeJson } from './run-codegen.js';

const text = readFileSync(new URL('../../contract/orchestration-v2.json', import.meta.url), 'utf8');
const document = readDocument();

/** Every name and every text in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(textsIn)];
}

describe('the document that is kept', () => {
  it('has one line for each path and each schema', () => {
    const lines = text.split('\n');
    for (const name of [...Object.keys(document.paths), ...Object.keys(document.components.schemas)]) {
      expect(lines.filter((line) => line.startsWith(`${JSON.stringify(name)}: `))).toHaveLength(1);
    }
    expect(lines.length).toBeLessThan(
      Object.keys(document.paths).length + Object.keys(document.components.schemas).length + 12,
    );
  });

  it('has no prose', () => {
    const { info, ...rest } = document;
    expect(Object.keys(info)).toEqual(['title', 'version']);
    expect(textsIn(rest).filter((one) => one.split(/\s+/).length > 2)).toEqual([]);
    expect(/"(?:description|summary|example|examples|externalDocs)":["[]/.exec(text)?.[0]).toBeUndefined();
  });

  it('loses the prose of a document that is taken in', () => {
    const sdk = copyOfSdk();
    const wordy = readDocument(sdk);
    wordy.info.description = 'What the whole thing is for.';
    const echo = wordy.components.schemas['EchoInput'];
    if (echo?.properties?.['message'] !== undefined) {
      echo['description'] = 'What an echo takes.';
      echo['example'] = { message: 'an example of a message' };
      echo.properties['message']['description'] = 'A message that is sent back.';
    }
    for (const operation of Object.values(wordy.paths['/v2/consumer/workflows'] ?? {})) {
      Object.assign(operation as object, { summary: 'Does something with workflows.', tags: ['one'], security: [] });
    }
    expect(runCodegen(writeJson(join(sdk, 'new.json'), wordy), '--sdk', sdk).output).toContain('say the same');
    expect(readFileSync(join(sdk, 'contract/orchestration-v2.json'), 'utf8')).toBe(text);
    expect(Object.values(generatedFiles(sdk)).join('')).not.toMatch(/What an echo takes|A message that is sent back/);
  });

  it('keeps members that are named like prose', () => {
    expect(document.components.schemas['ChatCompletionFunction']?.properties).toHaveProperty('description');
    expect(document.components.schemas['ProblemDetails']?.properties).toHaveProperty('title');
  });
});
