import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from './support/compile.js';

const source = readFileSync(new URL('./fixtures/wrong-literals.ts.txt', import.meta.url), 'utf8');
const mark = '/*!*/';

/** Right behind every mark. */
const expected = source
  .split('\n')
  .flatMap((text, index) =>
    Array.from(text.matchAll(/\/\*!\*\//g), ({ index: at }) => ({ line: index + 1, column: at + mark.length + 1 })),
  )
  .filter(({ line }) => line > 1);

describe('a file with twenty wrong literals', () => {
  const found = compile(source);

  it('gives twenty errors, each at the member that is wrong', () => {
    expect(expected).toHaveLength(20);
    expect(found.map(({ line, column }) => ({ line, column }))).toEqual(expected);
  });

  it('says what was meant, where that can be guessed', () => {
    const messages = found.map(({ message }) => message).join('\n');
    expect(messages).toContain(`Did you mean '"textToImage"'?`);
    expect(messages).toContain("Did you mean to write 'negativePrompt'?");
    expect(messages).toContain(`Did you mean '"openai"'?`);
    expect(messages).toContain(`Did you mean '"krea2"'?`);
    expect(messages).toContain(`'"base"' is not assignable to type '"raw" | "turbo"'`);
  });
});
