import { describe, expect, it } from 'vitest';
import { type ContractDocument, nameOf, readContract } from '../support/contract/contract-document.js';
import { type Extent, sampleOf } from '../support/contract/sample.js';
import { leavesOf } from '../support/contract/shapes.js';
import { compile } from './support/compile.js';

const document: ContractDocument = readContract();

/** A file with a literal for everything that can be chosen, and how many there are. */
function literals(extent: Extent): { readonly source: string; readonly count: number } {
  const inputs = Object.values(document.recipes).flatMap(({ input }) =>
    input.$ref === undefined ? [] : [nameOf(input.$ref)],
  );
  const names = [...new Set([...inputs, 'WorkflowStepTemplate', 'WorkflowTemplate', 'UpdateWorkflowRequest'])];
  const lines = names.flatMap((name) =>
    leavesOf(document, name).map(
      (leaf) => `{ const it: contract.${name} = ${JSON.stringify(sampleOf(document, leaf, extent))}; void it; }`,
    ),
  );
  return {
    source: ["import type * as contract from '@civitkit/sdk/client';", ...lines].join('\n'),
    count: lines.length,
  };
}

describe('every leaf of every choice', () => {
  it.each(['least', 'all'] as const)('is a literal of its type, with %s of its members', (extent) => {
    const { source, count } = literals(extent);
    expect(count).toBeGreaterThan(350);
    const problems = compile(source).map(({ line, message }) => `${message} in ${source.split('\n')[line - 1]}`);
    expect(problems).toEqual([]);
  });

  it('is no literal of its type when a member of the wrong kind is in it', () => {
    const wrong = `import type * as contract from '@civitkit/sdk/client';
${leavesOf(document, 'ImageGenInput')
  .map(
    (leaf) =>
      `{ const it: contract.ImageGenInput = ${JSON.stringify({ ...sampleOf(document, leaf, 'least'), quantity: 'two' })}; void it; }`,
  )
  .join('\n')}`;
    const lines = new Set(compile(wrong).map(({ line }) => line));
    expect(lines.size).toBe(leavesOf(document, 'ImageGenInput').length);
  });
});
