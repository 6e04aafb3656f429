import type { WorkflowOutput } from '@civitkit/sdk/client';
import { safeFileName } from '../output/safe-file-name.js';

/** What may stand in the pattern of a name. */
export const fileNameTokens = ['workflow', 'step', 'type', 'kind', 'index', 'blob'] as const;

/** The tokens of a pattern that there are none of, as they are written. */
export function unknownTokens(pattern: string): readonly string[] {
  const known: readonly string[] = fileNameTokens;
  return Array.from(pattern.matchAll(/\{([^{}]*)\}/g), ([token, name = '']) => ({ token, name }))
    .filter(({ name }) => !known.includes(name))
    .map(({ token }) => token);
}

/** A file among those of its workflow. */
export interface PlacedOutput {
  readonly workflowId: string;
  readonly output: WorkflowOutput;
  /** Counted from 0. */
  readonly index: number;
  readonly total: number;
}

/** The name of a file by its pattern; the ending is that of what the server made. */
export function fileNameOf(pattern: string, { index, output, total, workflowId }: PlacedOutput): string {
  const ending = endingOf(output);
  const { id = '', kind, step = '', stepType = '' } = output;
  const values = {
    workflow: workflowId,
    step,
    type: stepType,
    kind: String(kind),
    index: numberInName(index, total),
    blob: ending !== '' && id.toLowerCase().endsWith(`.${ending}`) ? id.slice(0, -ending.length - 1) : id,
  };
  return nameByPattern(pattern, values, ending);
}

/** A pattern with its tokens replaced. */
export function nameByPattern(
  pattern: string,
  values: Readonly<Record<(typeof fileNameTokens)[number], string>>,
  ending: string,
): string {
  const known: Readonly<Record<string, string>> = values;
  return safeFileName(
    pattern.replaceAll(/\{([^{}]*)\}/g, (token, name: string) => known[name] ?? token),
    ending,
  );
}

/** The number of a file in its name: with as many digits as the last one, so that they sort as they were made. */
export function numberInName(index: number, total: number): string {
  return String(index + 1).padStart(String(total).length, '0');
}

/** By the id, which has the ending in it, then by the link. */
function endingOf({ id, kind, url }: WorkflowOutput): string {
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname : '';
  for (const name of [id ?? '', path]) {
    const ending = /\.([a-z0-9]{1,12})$/i.exec(name)?.[1];
    if (ending !== undefined) return ending.toLowerCase();
  }
  return kind === 'archive' ? 'zip' : '';
}
