/**
 * An error as lines for a person: the message, and the code of a Civitai error. The stack only on request, and even then
 * without causes and properties, which may hold more than is fit to print.
 */
export function describeError(error: unknown, { stack }: { readonly stack: boolean }): string[] {
  if (!(error instanceof Error)) return [`civitkit: ${String(error)}`];
  const { code } = error as { code?: unknown };
  const lines = `civitkit: ${error.message}`.split('\n');
  if (typeof code === 'string') {
    if (lines.length === 1) lines[0] += ` [${code}]`;
    else lines.push(`[${code}]`);
  }
  if (stack && error.stack !== undefined) lines.push(...framesOf(error.stack));
  return lines;
}

function framesOf(stack: string): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
