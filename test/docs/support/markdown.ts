import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** A piece of code in a document or a comment. */
export interface CodeBlock {
  /** Relative to the repository. */
  readonly file: string;
  /** Line of the first line of code, from 1. */
  readonly line: number;
  /** Such as `ts`; empty when there is none. */
  readonly language: string;
  readonly text: string;
}

/** The text of a file of the repository. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Every document: at the root, in `docs`, in the packages and in the examples. */
export function documents(): readonly string[] {
  const folders = ['.', 'docs', ...foldersIn('packages'), ...foldersIn('examples')];
  return folders.flatMap((folder) => filesIn(folder).filter((file) => file.endsWith('.md')));
}

/** The TypeScript in the documents and in the examples of comments; what an example quotes of its sources is not it. */
export function typeScriptBlocks(): readonly CodeBlock[] {
  const inDocuments = documents()
    .filter((file) => !file.startsWith('examples/'))
    .flatMap(codeBlocks);
  const inComments = packageSources().flatMap(exampleBlocks);
  return [...inDocuments, ...inComments].filter(({ language }) => language === 'ts');
}

/** The TypeScript sources of the packages. */
export function packageSources(): readonly string[] {
  return foldersIn('packages').flatMap((folder) =>
    readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => posix.join(folder, 'src', file.replaceAll('\\', '/'))),
  );
}

/** What the files of a folder say, those of folders in it too. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** The packages and examples of a folder such as `packages`. */
export function foldersIn(parent: string): readonly string[] {
  return readdirSync(join(root, parent)).flatMap((name) =>
    existsSync(join(root, parent, name, 'package.json')) ? [posix.join(parent, name)] : [],
  );
}

/** The fenced blocks of a document. */
export function codeBlocks(file: string): readonly CodeBlock[] {
  return blocksOf(file, read(file).split('\n'));
}

/** The fenced blocks behind `@example` in the comments of a source. */
export function exampleBlocks(file: string): readonly CodeBlock[] {
  let example = false;
  let fenced = false;
  const lines = read(file)
    .split('\n')
    .map((line) => {
      const comment = /^\s*\* ?(.*)$/.exec(line)?.[1];
      if (comment === undefined) fenced = false;
      else if (comment.startsWith('```')) fenced = !fenced;
      // a tag or the end of the comment ends the example, but not a decorator in its code; lines keep their numbers
      const isTag = comment?.startsWith('@') === true && !fenced;
      if (comment === undefined || isTag || comment.startsWith('/')) example = comment?.startsWith('@example') === true;
      return example ? (comment ?? '') : '';
    });
  return blocksOf(file, lines);
}

/** A document without its fenced blocks and inline code; lines keep their numbers. */
export function prose(file: string): readonly string[] {
  let fenced = false;
  return read(file)
    .split('\n')
    .map((line) => {
      const fence = /^\s*```/.test(line);
      if (fence) fenced = !fenced;
      return fence || fenced ? '' : line;
    });
}

/** The cells of a table's row that begins with `first` in backticks, wherever the table is. */
export function tableRow(file: string, first: string): readonly string[] | undefined {
  const line = prose(file).find((candidate) => candidate.trim().startsWith(`| \`${first}`));
  return line?.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** The anchors that GitHub gives the headings of a document. */
export function anchors(file: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of prose(file)) {
    const heading = /^#{1,6} (.+?)\s*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    for (let count = 0; ; count += 1) {
      const anchor = count === 0 ? slug : `${slug}-${count}`;
      if (found.has(anchor)) continue;
      found.add(anchor);
      break;
    }
  }
  return found;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(folder, entry.name));
}

function blocksOf(file: string, lines: readonly string[]): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly line: number; readonly language: string; readonly code: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const fence = /^\s*```(\w*)/.exec(line);
    if (fence === null) open?.code.push(line);
    else if (open === undefined) open = { line: index + 2, language: fence[1] ?? '', code: [] };
    else {
      blocks.push({ file, line: open.line, language: open.language, text: `${open.code.join('\n')}\n` });
      open = undefined;
    }
  }
  return blocks;
}
