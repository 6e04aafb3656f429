import type { ValidationIssue } from '@civitkit/core/client';
import { isJsonObject, type JsonObject } from '@civitkit/core/internal';

/** What a failed answer says, wherever it says it. */
export interface FailureText {
  /** All that was said, in one line; `undefined` when nothing was. */
  readonly text: string | undefined;
  /** Advice, which may be the only useful text. */
  readonly tip: string | undefined;
  /** What is wrong with which parameter. */
  readonly issues: readonly ValidationIssue[];
  /** The server's own word, where it has one. */
  readonly serverCode: string | undefined;
}

const longestText = 300;

/**
 * Reads the text of a failure: `message` (a text, or an object with the texts of each field), `messege` (their spelling),
 * `error` (a text, or an object of the LLM and agents APIs), `errors`, and `tip`, `tips`, `tip_1`.
 */
export function readFailureText(body: JsonObject): FailureText {
  const { error, errors, message, messege } = body;
  const inner = isJsonObject(error) ? error : {};
  const issues = [message, messege, errors, error, inner['details']].flatMap(readIssues);
  const said = firstText(message, messege, error, inner['message'], errors);
  const listed = issues.map(({ path, message: what }) => (path === '' ? what : `${path}: ${what}`)).join('; ');
  const text = said ?? (listed === '' ? undefined : listed);
  const tip = firstText(body['tip'], body['tips'], body['tip_1']);
  return {
    text: text === undefined ? undefined : tidy(text),
    tip: tip === undefined ? undefined : tidy(tip),
    issues,
    serverCode: firstText(body['error_code'], inner['code'], inner['type'], body['code']),
  };
}

/** `{ prompt: ["is required"], width: "too large" }`; the envelope of an error object is not a field. */
function readIssues(value: unknown): readonly ValidationIssue[] {
  if (Array.isArray(value)) {
    return value.filter((one) => typeof one === 'string').map((message) => ({ path: '', message }));
  }
  if (!isJsonObject(value) || typeof value['message'] === 'string') return [];
  return Object.entries(value).flatMap(([path, texts]) =>
    (Array.isArray(texts) ? texts : [texts])
      .filter((text) => typeof text === 'string')
      .map((message) => ({ path, message })),
  );
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  return candidates.find((one): one is string => typeof one === 'string' && one.trim() !== '');
}

function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
}
