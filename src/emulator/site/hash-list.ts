import { jsonType } from '../http/body-checks.js';
import { at, type Issue, tooLong, wrongLength, wrongType } from '../http/issues.js';
import type { ReadParameters } from '../http/read-parameters.js';

const SHA256_LENGTH = 64;

function hashIssues(entry: unknown): Issue[] {
  if (typeof entry !== 'string') return [wrongType('string', jsonType(entry))];
  return entry.length === SHA256_LENGTH ? [] : [wrongLength(SHA256_LENGTH, entry.length < SHA256_LENGTH)];
}

/** Reads a body that must be a list of SHA256 hashes; only their length is looked at. They come back in upper case. */
export function readHashList(body: unknown, greatest: number): ReadParameters<readonly string[]> {
  if (!Array.isArray(body)) return { ok: false, issues: [wrongType('array', jsonType(body))] };
  const issues = body.flatMap((entry, index) => hashIssues(entry).map((issue) => at(index, issue)));
  if (body.length > greatest) issues.push(tooLong('array', greatest));
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: (body as readonly string[]).map((hash) => hash.toUpperCase()) };
}
