import type { ValidationIssue } from './validation-error.js';

/** Members of a problem document that programs may want; each is left out when it is missing. */
export interface ProblemFacts {
  /** The kind of problem, a URI; `about:blank` says nothing and is left out. */
  readonly problemType?: string;
  /** This one occurrence, a URI. */
  readonly instance?: string;
  /** Finds the request in the server's own logs. */
  readonly traceId?: string;
  /** What the call would have cost. */
  readonly requiredBuzz?: number;
  /** What the account has. */
  readonly availableBuzz?: number;
}

/** A problem document, read. */
export interface Problem {
  readonly message?: string;
  readonly issues: readonly ValidationIssue[];
  readonly facts: ProblemFacts;
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** Longer than any of these members is meant to be. */
const maxText = 300;

/**
 * Reads a problem document (RFC 7807), whatever its content type says; `undefined` when it is none. Paths of issues are
 * the server's own, such as `steps[0].input.width`.
 */
export function readProblem(body: JsonRecord): Problem | undefined {
  const issues = readErrors(body['errors']);
  const facts = readFacts(body);
  const title = textIn(body, 'title');
  const detail = textIn(body, 'detail');
  const message =
    title === undefined || detail === undefined || title === detail ? (detail ?? title) : joined(title, detail);
  const { availableBuzz, requiredBuzz, traceId } = facts;
  // "type" and "instance" alone are words that other documents use too.
  if ((message ?? traceId ?? requiredBuzz ?? availableBuzz) === undefined && issues.length === 0) return undefined;
  return { ...(message === undefined ? {} : { message }), issues, facts };
}

/** Titles often end like sentences. */
function joined(title: string, detail: string): string {
  return `${title.replace(/[.:\s]+$/, '')}: ${detail}`;
}

/** `{ "steps[0].input.width": ["…"] }`, `{ messages: ["…"] }`, `["…"]`, or `[{ path, message }]`. */
function readErrors(errors: unknown): readonly ValidationIssue[] {
  if (Array.isArray(errors)) return errors.flatMap((error) => readIssue(error));
  if (!isRecord(errors)) return [];
  return Object.entries(errors).flatMap(([path, messages]) => {
    const texts: readonly unknown[] = Array.isArray(messages) ? messages : [messages];
    // What concerns the whole request comes under this name, which is no place in it.
    const place = path === 'messages' ? '' : path;
    return texts.flatMap((message) => (isText(message) ? [{ path: place, message }] : []));
  });
}

function readIssue(error: unknown): readonly ValidationIssue[] {
  if (isText(error)) return [{ path: '', message: error }];
  if (!isRecord(error)) return [];
  const message = textIn(error, 'message') ?? textIn(error, 'detail');
  if (message === undefined) return [];
  const code = textIn(error, 'code');
  const path = Array.isArray(error['path'])
    ? error['path'].join('.')
    : (textIn(error, 'path') ?? textIn(error, 'pointer') ?? textIn(error, 'field') ?? '');
  return [{ path, message, ...(code === undefined ? {} : { code }) }];
}

function readFacts(body: JsonRecord): ProblemFacts {
  const { instance, requiredBuzz, availableBuzz, traceId, type } = body;
  return {
    ...(isText(type) && type !== 'about:blank' ? { problemType: type.slice(0, maxText) } : {}),
    ...(isText(instance) ? { instance: instance.slice(0, maxText) } : {}),
    ...(isText(traceId) ? { traceId: traceId.slice(0, maxText) } : {}),
    ...(isAmount(requiredBuzz) ? { requiredBuzz } : {}),
    ...(isAmount(availableBuzz) ? { availableBuzz } : {}),
  };
}

function textIn(record: JsonRecord, name: string): string | undefined {
  const value = record[name];
  return isText(value) ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
