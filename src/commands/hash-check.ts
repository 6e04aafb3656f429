import { type HashAlgorithm, sameHash } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { groupBy } from '../group-by.js';
import { count } from '../output/count.js';
import type { Expectation } from './hash-check-list.js';
import { shownPath } from './hash-lines.js';
import { type Hashed, hashInOrder } from './hash-work.js';

/** How files are checked. */
export interface CheckOptions {
  readonly jobs?: number | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/**
 * Checks files against what is expected of them, each read once.
 *
 * @throws CommandFailure when one is another, or cannot be read
 */
export async function checkFiles(expectations: readonly Expectation[], options: CheckOptions): Promise<void> {
  const { io, jobs, quiet, stop } = options;
  const byPath = groupBy(expectations, ({ path }) => path);
  const report = new Report(options);
  // Files of which the same is asked go together: none is hashed by more than what is asked of it.
  const groups = groupBy(byPath, ([, lines]) =>
    [...new Set(lines.map(({ algorithm }) => algorithm))].toSorted().join(),
  );
  for (const [names, files] of groups) {
    const algorithms = names.split(',') as HashAlgorithm[];
    const paths = files.map(([path]) => path);
    const onFile = (hashed: Hashed): void => report.add(hashed, byPath.get(hashed.path) ?? []);
    await hashInOrder(paths, { algorithms, jobs, quiet, io, stop, onFile });
  }
  report.finish();
}

class Report {
  readonly #options: CheckOptions;
  readonly #errors: unknown[] = [];
  #wrong = 0;
  #files = 0;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  add(hashed: Hashed, lines: readonly Expectation[]): void {
    this.#files += 1;
    const { io } = this.#options;
    const path = shownPath(hashed.path, io.cwd);
    if ('error' in hashed) {
      this.#errors.push(hashed.error);
      this.#tell(path, false, 'it cannot be read', { path: hashed.path, ok: false, error: hashed.error.code });
      io.err(hashed.error.message);
      return;
    }
    const results = lines.map(({ algorithm, expected }) => {
      const actual = hashed.file.hashes[algorithm];
      const ok = actual === undefined ? undefined : sameHash(algorithm, expected, actual);
      return { algo: algorithm.toLowerCase(), expected, actual, ok };
    });
    const wrong = results.find(({ ok }) => ok === false);
    // What a file has no hash of proves nothing, but all of its lines cannot be like that.
    const ok = wrong === undefined && results.some((result) => result.ok === true);
    if (!ok) this.#wrong += 1;
    const { actual, algo, expected } = wrong ?? results[0] ?? {};
    const why = ok ? '' : `${algo} is ${actual ?? 'none'}, expected ${expected}`;
    this.#tell(path, ok, why, { path: hashed.path, ok, checks: results });
  }

  /** @throws CommandFailure */
  finish(): void {
    if (this.#wrong > 0) {
      throw new CommandFailure(
        `${count(this.#wrong, 'file')} of ${this.#files} ${this.#wrong === 1 ? 'is' : 'are'} not what the list says. ` +
          'Download them again, or look who has changed them.',
        exitCode.integrity,
      );
    }
    const [error] = this.#errors;
    if (error !== undefined) {
      throw new CommandFailure(`${count(this.#errors.length, 'file')} could not be checked.`, exitCodeOf(error));
    }
  }

  #tell(path: string, ok: boolean, why: string, json: Readonly<Record<string, unknown>>): void {
    const { io, json: asJson, quiet } = this.#options;
    if (asJson) io.out(JSON.stringify(json));
    else if (!ok) io.out(`${path}: FAILED (${why})`);
    else if (!quiet) io.out(`${path}: OK`);
  }
}
