import type { Issue } from '../http/issues.js';
import { prettifyIssues, zodErrorObject } from '../http/issues.js';
import { htmlReply, jsonReply, type Reply } from '../http/reply.js';

/** E1: `{ error }`, most decisions of the handlers. */
export function errorText(status: number, text: string): Reply {
  return jsonReply(status, { error: text });
}

/** E3: issues as JSON text inside an error object; models and images. */
export function wrappedIssues(issues: readonly Issue[]): Reply {
  return jsonReply(400, { error: zodErrorObject(issues) });
}

/** E4: the same error object without an envelope; users. */
export function unwrappedIssues(issues: readonly Issue[]): Reply {
  return jsonReply(400, zodErrorObject(issues));
}

/** E5: a bare array of issues; creators and tags. */
export function bareIssues(issues: readonly Issue[]): Reply {
  return jsonReply(400, issues);
}

/** E6: issues as readable text; path ids. */
export function prettyIssues(issues: readonly Issue[]): Reply {
  return jsonReply(400, { error: prettifyIssues(issues) });
}

/** E7: a sentence and the issues as JSON text in one; the hash routes that take a body. */
export function hashIssues(issues: readonly Issue[]): Reply {
  return errorText(400, `Request must include an array of SHA256 Hashes. ${zodErrorObject(issues).message}`);
}

/** E8: `{ message }`, decisions of the service layer seen through models, creators and tags. */
export function messageText(status: number, text: string): Reply {
  return jsonReply(status, { message: text });
}

/** E9: `{ error, code }`, the same decisions seen through images. */
export function codedError(status: number, text: string, code: string): Reply {
  return jsonReply(status, { error: text, code });
}

/** E10: the generic 500, whose `error` is whatever was left of the cause; the useful text is lost. */
export function unexpectedError(error: unknown): Reply {
  return jsonReply(500, { message: 'An unexpected error occurred', error });
}

/** E10 as the vault gives it: what remains of an error of the service layer. */
export function lostError(code: string): Reply {
  return unexpectedError({ cause: {}, code, name: 'TRPCError' });
}

/** E11: the issues of a body by field; the routes made for the site's own pages. */
export function bodyIssues(issues: readonly Issue[]): Reply {
  const formErrors = issues.filter((issue) => issue.path.length === 0).map((issue) => issue.message);
  const fieldErrors: Record<string, string[]> = {};
  for (const { path, message } of issues) {
    if (path.length > 0) (fieldErrors[String(path[0])] ??= []).push(message);
  }
  return jsonReply(400, { error: 'Invalid request body', details: { formErrors, fieldErrors } });
}

/** E12: the caller's country is blocked. */
export function regionBlocked(): Reply {
  return jsonReply(451, { error: 'Civitai is not available in your region', code: 'REGION_BLOCKED' });
}

/** The permanent 429 of page mode: a client must switch to cursors, never retry (contract §5.1). */
export function tooManyPages(): Reply {
  return errorText(429, "You've requested too many pages, please use cursors instead");
}

/** The passing 503 of the search services. */
export function searchOverloaded(): Reply {
  return jsonReply(
    503,
    { error: 'The service is temporarily overloaded, please try again', code: 'SERVICE_UNAVAILABLE' },
    { 'retry-after': '2', 'cache-control': 'no-store' },
  );
}

/** The framework's page for paths it has no route for. */
export function unknownPath(): Reply {
  return htmlReply(
    404,
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>404: This page could not be found</title></head>' +
      '<body><div id="__next"><h1>404</h1><h2>This page could not be found.</h2></div></body></html>',
  );
}
