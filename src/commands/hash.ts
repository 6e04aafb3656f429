import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import { wholeFrom } from './download-values.js';
import { addExamples } from './examples.js';

/** Everything that `civitkit hash` takes. */
export interface HashCommandOptions {
  readonly algo?: readonly string[];
  readonly recursive?: boolean;
  readonly check?: string;
  readonly upper?: boolean;
  readonly jobs?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The algorithms, as they are typed. */
const algorithms = ['sha256', 'sha512', 'blake3', 'crc32', 'autov1', 'autov2', 'autov3'] as const;

const notes = `One algorithm gives lines as sha256sum has them, several give one line each with the name of the algorithm in front;
both can be read by --check, as can the lists that civitdl puts beside models. AutoV3 is that of safetensors files only, and
AutoV1 that of files above one MiB: where a file has none, there is no line. Exit codes: 0 done, 2 there is no such file,
7 --check found another file, 8 a file cannot be read.`;

/** Completes `civitkit hash` with its options and what it does. */
export function defineHashCommand(hash: Command, io: CommandIo): void {
  hash
    .argument('[paths...]', 'files; folders with -r')
    .option('-a, --algo <names>', `some of ${algorithms.join(',')} (default: sha256,autov2)`, parseAlgorithms)
    .option('-r, --recursive', 'look for models in folders, and in folders in them')
    .option('-c, --check <list>', 'check the files of a list: of sha256sum, of this command, or of civitdl')
    .option('--upper', 'in upper case, as the API has them')
    .option('-j, --jobs <number>', 'files at a time', wholeFrom(1))
    .option('--json', 'print one line of JSON for each file')
    .option('-q, --quiet', 'no progress; with --check only what is wrong');
  addExamples(
    hash,
    [
      'civitkit hash style.safetensors',
      'civitkit hash -r ./models --algo sha256 > models.sha256',
      'civitkit hash --check models.sha256',
      "civitkit hash -r ./models --algo blake3,autov3 --json | jq -r '.hashes.autov3'",
    ],
    notes,
  );
  hash.action(async (paths: readonly string[], options: HashCommandOptions) => {
    const { runHash } = await import('./hash-action.js');
    await runHash(paths, options, io);
  });
}

function parseAlgorithms(text: string, earlier: readonly string[] | undefined): readonly string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !(algorithms as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${algorithms.join(', ')}.`);
  return [...new Set([...(earlier ?? []), ...names])];
}
