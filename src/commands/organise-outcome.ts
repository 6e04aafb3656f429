import type { IdentifiedFile, PlannedRename, RenamedFile } from '@civitkit/core/files';
import { type ExitCode, exitCode } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';

/** One file, and what became of it. */
export interface Organised {
  readonly file: IdentifiedFile;
  readonly planned?: PlannedRename;
  readonly renamed?: RenamedFile;
  /** In a word, for a table: `moved`, `same`, `exists`. */
  readonly action: string;
  /** What there is to say besides. */
  readonly text?: string;
  /** Absent when it is where it should be. */
  readonly code?: ExitCode;
}

const doneWords = { move: 'moved', copy: 'copied', hardlink: 'linked', symlink: 'linked' } as const;
const reasons: Readonly<Record<string, string>> = {
  collision: 'another file would get that name too',
  exists: 'there is another file of that name, or something that goes by it',
};

/** Puts together what was planned and what was done. */
export function organisedOf(
  files: readonly IdentifiedFile[],
  plan: readonly PlannedRename[],
  renames: readonly RenamedFile[],
  mode: keyof typeof doneWords,
): readonly Organised[] {
  const planned = new Map(plan.map((one) => [one.from, one]));
  const renamed = new Map(renames.map((one) => [one.from, one]));
  return files.map((file) => {
    if (file.status === 'failed') return { file, action: 'failed', code: exitCodeOf(file.error) };
    if (file.status === 'unknown') return { file, action: 'unknown', code: exitCode.notFound };
    const one = planned.get(file.path);
    if (one === undefined) return { file, action: 'unknown', code: exitCode.notFound };
    return { file, planned: one, ...outcomeOf(one, renamed.get(one.from), mode) };
  });
}

function outcomeOf(
  { action, error }: PlannedRename,
  renamed: RenamedFile | undefined,
  mode: keyof typeof doneWords,
): Omit<Organised, 'file' | 'planned'> {
  if (renamed !== undefined) {
    const failure = renamed.error === undefined ? {} : { text: renamed.error.message, code: exitCodeOf(renamed.error) };
    return { renamed, action: renamed.outcome === 'renamed' ? doneWords[mode] : 'failed', ...failure };
  }
  if (action === 'rename') return { action: mode };
  if (action === 'same' || action === 'duplicate') return { action };
  if (action === 'unsafe' && error !== undefined) return { action, text: error.message, code: exitCodeOf(error) };
  return { action, text: reasons[action] ?? action, code: exitCode.refused };
}
