import { readSources, type Source, type SourceProblem } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { count } from '../output/count.js';

const largestInput = 16 * 1024 * 1024;

/** What sources are read by. */
export interface SourceContext {
  readonly baseUrl: string;
  /** Leaves out what is not understood, and tells it. */
  readonly keepGoing: boolean;
}

/**
 * Reads all that is to be downloaded, `-` from stdin. Everything that is not understood is told at once, before anything
 * is asked for.
 *
 * @throws CommandFailure
 */
export async function readAllSources(
  texts: readonly string[],
  versionIds: readonly string[],
  { baseUrl, keepGoing }: SourceContext,
  io: CommandIo,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  const problems: SourceProblem[] = [];
  const add = async (text: string | readonly string[], name?: string): Promise<void> => {
    const options = { baseUrl, directory: io.cwd, ...(name === undefined ? {} : { name }) };
    const read = await readSources(text, options);
    sources.push(...read.sources);
    problems.push(...read.problems);
  };
  for (const text of texts) await (text.trim() === '-' ? add(await readInput(io), 'stdin') : add([text]));
  await add(versionIds.map((id) => (/^\d/.test(id) ? `v:${id}` : id)));
  const lines = problems.map(problemLine);
  if (problems.length > 0 && !(keepGoing && sources.length > 0)) {
    throw new CommandFailure(
      [`${count(problems.length, 'source')} not understood; nothing was downloaded.`, ...lines].join('\n'),
      exitCode.usage,
    );
  }
  for (const line of lines) io.err(`Left out: ${line}`);
  if (sources.length > 0) return sources;
  throw new CommandFailure(
    texts.length + versionIds.length === 0
      ? 'Say what to download, such as a model by its id: civitkit download 827184. All kinds of sources: --help.'
      : 'There is no source in what was given.',
    exitCode.usage,
  );
}

function problemLine({ at, problem, text }: SourceProblem): string {
  return `${at === undefined ? '' : `${at}: `}"${text}": ${problem}`;
}

async function readInput({ stdin }: CommandIo): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestInput) throw new CommandFailure('What came on stdin is too long for a list.', exitCode.usage);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
