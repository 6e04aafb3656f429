import { ValidationError } from '@civitkit/core/client';

/**
 * The JSON of a body: of text, of UTF-8 bytes, or of what somebody has parsed before.
 *
 * @throws ValidationError with code `invalid_event` when it is empty, broken or not UTF-8
 */
export function readJsonBody(body: unknown): unknown {
  const text = body instanceof Uint8Array ? decode(body) : body;
  if (typeof text !== 'string') return text;
  if (text.trim() === '') throw invalidBody('the body is empty');
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // The engine's own message repeats what it could not read, and events carry prompts.
    throw invalidBody('the body is not JSON, or is cut off');
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalidBody('the body is not UTF-8');
  }
}

function invalidBody(what: string): ValidationError {
  return new ValidationError(`webhooks.parse: ${what}. Pass it on as it came, before anything else reads it.`, {
    code: 'invalid_event',
    issues: [{ path: '', message: what }],
  });
}
