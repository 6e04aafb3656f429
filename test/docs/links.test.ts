import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchors, documents, prose, root } from './support/markdown.js';

describe('documents', () => {
  it.each(documents())('%s links to what is there', (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });

  it('are all reachable from the README', () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file) || !file.endsWith('.md') || !existsSync(join(root, file))) return;
      reached.add(file);
      for (const { target } of linksOf(file)) follow(target);
    };
    follow('README.md');
    expect(documents().filter((file) => !reached.has(file))).toEqual([]);
  });
});

interface Link {
  /** Relative to the repository. */
  readonly target: string;
  readonly anchor: string | undefined;
  readonly line: number;
}

function linksOf(file: string): readonly Link[] {
  return prose(file).flatMap((text, index) => {
    const plain = text.replaceAll(/`[^`]*`/g, (code) => 'x'.repeat(code.length));
    return [...plain.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, address = '']) => {
      if (/^[a-z]+:/.test(address)) return [];
      const [path = '', anchor] = address.split('#');
      const target = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
      return [{ target, anchor, line: index + 1 }];
    });
  });
}

function brokenLinks(file: string): readonly string[] {
  return linksOf(file).flatMap(({ target, anchor, line }) => {
    if (!existsSync(join(root, target))) return [`${file}:${line} ${target} is not there`];
    if (anchor === undefined || anchors(target).has(anchor)) return [];
    return [`${file}:${line} ${target} has no heading #${anchor}`];
  });
}
