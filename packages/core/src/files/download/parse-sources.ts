import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DownloadError } from '../../errors/download-error.js';
import { systemCodeOf } from '../../errors/system-code.js';
import { looksLikeAddress } from './parse-address.js';
import { isSourceProblem, type ParseSourceOptions, parseSource } from './parse-source.js';
import type { Source, SourceProblem } from './source.js';

/** What may be set for {@link parseSources} and {@link readSources}. */
export interface ParseSourcesOptions extends ParseSourceOptions {
  /** Where files named by `@list.txt` lie. Default: the working directory. */
  readonly directory?: string;
  /** What the text is called in messages, such as `stdin`. Default: no name. */
  readonly name?: string;
}

/** What a text says: the sources in it in order, each once, and what could not be understood. */
export interface ReadSources {
  readonly sources: readonly Source[];
  readonly problems: readonly SourceProblem[];
}

const longestList = 16 * 1024 * 1024;

/**
 * Reads sources out of a text: separated by lines or commas, with comments from `#` to the end of the line, and
 * `@file` for a list in another file, whose own lists lie beside it. A line that is the path of a text file is one too.
 *
 * @throws DownloadError with code `bad_source` and all that is wrong in `details.problems`
 *
 * @example
 * ```ts
 * import { parseSources } from '@civitkit/core/files';
 *
 * const sources = await parseSources('827184, v:1234  # two of them\nurn:air:sdxl:lora:civitai:328553@368189');
 * console.log(sources.map(({ kind }) => kind)); // [ 'model', 'version', 'model' ]
 * ```
 */
export async function parseSources(
  text: string | readonly string[],
  options: ParseSourcesOptions = {},
): Promise<readonly Source[]> {
  const { problems, sources } = await readSources(text, options);
  if (problems.length === 0) return sources;
  const list = problems.map(
    ({ at, problem, text: source }) => `${at === undefined ? '' : `${at}: `}"${source}": ${problem}`,
  );
  throw new DownloadError(
    `${problems.length === 1 ? 'A source is' : `${problems.length} sources are`} not understood; nothing was downloaded.\n${list.join('\n')}`,
    { code: 'bad_source', details: { problems } },
  );
}

/** Like {@link parseSources}, but gives what is wrong beside what is right. */
export async function readSources(
  text: string | readonly string[],
  options: ParseSourcesOptions = {},
): Promise<ReadSources> {
  const reader = new SourceReader(options);
  const { directory = '.', name } = options;
  for (const one of typeof text === 'string' ? [text] : text) await reader.read(one, name, resolve(directory), []);
  return { sources: [...reader.sources.values()], problems: reader.problems };
}

class SourceReader {
  readonly sources = new Map<string, Source>();
  readonly problems: SourceProblem[] = [];
  readonly #options: ParseSourceOptions;

  constructor(options: ParseSourceOptions) {
    this.#options = options;
  }

  async read(text: string, name: string | undefined, directory: string, within: readonly string[]): Promise<void> {
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const at =
        name === undefined && lines.length === 1
          ? undefined
          : `${name ?? 'line '}${name === undefined ? '' : ':'}${index + 1}`;
      for (const piece of piecesOf(line)) await this.#add(piece, at, directory, within);
    }
  }

  async #add(piece: string, at: string | undefined, directory: string, within: readonly string[]): Promise<void> {
    if (piece.startsWith('@')) {
      await this.#readList(resolve(directory, piece.slice(1)), piece, at, within);
      return;
    }
    const source = parseSource(piece, this.#options, at);
    if (!isSourceProblem(source)) {
      const key = keyOf(source);
      if (!this.sources.has(key)) this.sources.set(key, source);
      return;
    }
    const path = resolve(directory, piece);
    if (await isFile(path)) await this.#readList(path, piece, at, within);
    else this.problems.push(source);
  }

  async #readList(path: string, text: string, at: string | undefined, within: readonly string[]): Promise<void> {
    const problem = (why: string): void => {
      this.problems.push({ text, problem: why, ...(at === undefined ? {} : { at }) });
    };
    try {
      const real = await realpath(path);
      if (within.includes(real)) {
        problem('the list contains itself. Remove this line.');
        return;
      }
      const { size } = await stat(real);
      if (size > longestList) {
        problem('the file is too long for a list. Is it a model? Then use the command for local files.');
        return;
      }
      const content = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(real));
      if (content.includes('\0')) throw new TypeError('binary');
      await this.read(content, text.replace(/^@/, ''), dirname(real), [...within, real]);
    } catch (thrown) {
      if (systemCodeOf(thrown) === noText || thrown instanceof TypeError)
        problem('the file is no text. A list is UTF-8.');
      else problem(`the list cannot be read (${systemCodeOf(thrown) || 'unknown'}). Check the path.`);
    }
  }
}

/** Node's code for bytes that are not UTF-8. */
const noText = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** How a source may begin, for the comma before it to be the end of the one before. */
const beginning = /^(?:\s|$|\d+\s*$|\d+@|@|[a-z][a-z\d+.-]*:|(?:www\.)?civitai\.|[\da-f]{64})/i;

/** The sources of a line. Addresses keep the commas inside their query. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  for (const piece of line.replace(/(^|\s)#.*$/, '').split(',')) {
    const last = pieces.at(-1) ?? '';
    const inQuery = looksLikeAddress(last.trim()) && last.includes('?') && !beginning.test(piece);
    if (inQuery) pieces[pieces.length - 1] = `${last},${piece}`;
    else pieces.push(piece);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function keyOf(source: Source): string {
  const { choice = {} } = source;
  const choices = Object.entries(choice).toSorted(([a], [b]) => (a < b ? -1 : 1));
  switch (source.kind) {
    case 'model':
      return JSON.stringify(
        source.versionId === undefined
          ? ['model', source.modelId, source.versionName?.toLowerCase(), choices]
          : ['version', source.versionId, choices],
      );
    case 'version':
      return JSON.stringify(['version', source.versionId, choices]);
    case 'hash':
      return JSON.stringify(['hash', source.hash, choices]);
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
