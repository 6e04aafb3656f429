import { type CivitaiError, isCivitaiError } from '@civitkit/core/client';
import { failureClassOf } from '@civitkit/core/files';

/** A failure as the members of an event. */
export function describeFailure(error: unknown): Readonly<Record<string, unknown>> {
  const message = error instanceof Error ? error.message : String(error);
  const kind = failureClassOf(error);
  if (!isCivitaiError(error)) return { code: 'unknown', class: kind, message, retryable: false };
  const { code, retryable, status } = error;
  const deadline = detailOf(error, 'deadline');
  return { code, class: kind, status, message, retryable, ...(deadline === undefined ? {} : { deadline }) };
}

/** A failure as lines for a person. */
export function failureLines(what: string, error: unknown): readonly string[] {
  const message = error instanceof Error ? error.message : String(error);
  const code = isCivitaiError(error) ? ` [${error.code}]` : '';
  const [first = '', ...others] = message.split('\n');
  return [
    `${what}: ${first}${others.length === 0 ? code : ''}`,
    ...others,
    ...(others.length === 0 ? [] : [code.trim()]),
  ];
}

function detailOf({ details }: CivitaiError, name: string): unknown {
  return details?.[name];
}
