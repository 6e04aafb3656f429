import { type ProblemFacts, readProblem } from './problem-details.js';
import type { ValidationIssue } from './validation-error.js';

/** What the server says beside the real message of a 500. */
const unexpected = 'An unexpected error occurred';

/** What could be understood of an error answer's body. */
export interface ErrorBody {
  readonly message?: string;
  readonly issues: readonly ValidationIssue[];
  /** The server's own code, such as `REGION_BLOCKED`. */
  readonly serverCode?: string;
  /** End of an early-access period, ISO-8601. */
  readonly deadline?: string;
  /** What a problem document says beyond that. */
  readonly problem?: ProblemFacts;
}

/**
 * Reads the many shapes in which the site reports errors: `{error}`, `{message}`, `{error: ZodError}`, a bare ZodError,
 * a bare list of issues, prettified text, `{error, details}`, `{error, error_description}`, or plain text; and the one in
 * which the generation API does: a problem document (RFC 7807) with `errors`, or a bare JSON string.
 *
 * Messages are taken in this order: the issues, `error` when it is text (with `message` behind it, which then says why),
 * `message`, `error_description`, `title` and `detail`.
 */
export function readErrorBody(text: string): ErrorBody {
  const value = parse(text);
  if (Array.isArray(value)) return { issues: readIssues(value), ...messageOf(readIssues(value)) };
  if (!isRecord(value)) return plainText(typeof value === 'string' ? value : text);
  const problem = readProblem(value);
  const issues = [...findIssues(value), ...(problem?.issues ?? [])];
  const message = messageOf(issues).message ?? textOf(value) ?? problem?.message;
  const serverCode = firstText(value['code'], value['error_description'] === undefined ? undefined : value['error']);
  const deadline = firstText(value['deadline']);
  return {
    issues,
    ...(message === undefined ? {} : { message: tidy(message) }),
    ...(serverCode === undefined ? {} : { serverCode }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(problem === undefined ? {} : { problem: problem.facts }),
  };
}

function findIssues(body: Readonly<Record<string, unknown>>): readonly ValidationIssue[] {
  const { error, message, details } = body;
  // {"error":{"name":"ZodError","message":"[…]"}} and the same without the envelope
  if (isRecord(error) && typeof error['message'] === 'string') return readIssues(parse(error['message']));
  if (typeof message === 'string' && body['name'] === 'ZodError') return readIssues(parse(message));
  // "Request must include an array of SHA256 Hashes. […]"
  if (typeof error === 'string')
    return [...readIssues(parse(error.slice(error.indexOf('[')))), ...prettified(error), ...fieldErrors(details)];
  return [];
}

function readIssues(value: unknown): readonly ValidationIssue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((issue: unknown) => {
    if (!isRecord(issue) || typeof issue['message'] !== 'string') return [];
    const path = Array.isArray(issue['path']) ? issue['path'].join('.') : '';
    const code = firstText(issue['code']);
    return [{ path, message: issue['message'], ...(code === undefined ? {} : { code }) }];
  });
}

/** `✖ Invalid input: expected number, received NaN\n  → at id` */
function prettified(text: string): readonly ValidationIssue[] {
  return Array.from(text.matchAll(/✖ ([^\n]+)(?:\n\s*→ at ([^\n]+))?/g), ([, message, path]) => ({
    path: path ?? '',
    message: message ?? '',
  }));
}

/** `details: { fieldErrors: { id: ["…"] } }` */
function fieldErrors(details: unknown): readonly ValidationIssue[] {
  const fields = isRecord(details) ? details['fieldErrors'] : undefined;
  if (!isRecord(fields)) return [];
  return Object.entries(fields).flatMap(([path, messages]) =>
    Array.isArray(messages) ? messages.map((message) => ({ path, message: String(message) })) : [],
  );
}

function textOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const error = firstText(body['error']);
  const message = firstText(body['message']);
  if (error === undefined || message === undefined || message === error) {
    return firstText(error, message, body['error_description']);
  }
  return message === unexpected ? error : `${error}: ${message}`;
}

function messageOf(issues: readonly ValidationIssue[]): { readonly message?: string } {
  if (issues.length === 0) return {};
  return { message: issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ') };
}

function plainText(text: string): ErrorBody {
  const message = text.trim();
  return message === '' || message.startsWith('<') ? { issues: [] } : { issues: [], message: tidy(message) };
}

function tidy(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
