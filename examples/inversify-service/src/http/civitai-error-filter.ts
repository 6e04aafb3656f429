import { CivitaiError } from '@civitkit/core';
import { CatchError, type ErrorFilter } from '@inversifyjs/http-core';
import type { Request, Response } from 'express';

/** What went wrong between this service and Civitai, as an answer to those who asked this service. */
@CatchError(CivitaiError)
export class CivitaiErrorFilter implements ErrorFilter<CivitaiError, Request, Response, void> {
  catch(error: CivitaiError, request: Request, response: Response): void {
    // for the log, which never holds a key; what to do about it is nothing the visitor needs to know
    console.error(`${request.method} ${request.path}: ${error.message} [${error.code}]`);
    if (response.headersSent || response.destroyed) return;
    if (error.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
    response.status(statusOf(error)).json({ error: error.code, requestId: error.requestId });
  }
}

function statusOf({ code, retryable }: CivitaiError): number {
  if (code === 'not_found') return 404;
  if (code === 'timeout') return 504;
  return retryable ? 503 : 502;
}
