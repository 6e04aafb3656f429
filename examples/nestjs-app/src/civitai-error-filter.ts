import { CivitaiError } from '@civitkit/core/client';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';

/** What went wrong between this service and Civitai, as an answer to those who asked this service. */
@Catch(CivitaiError)
export class CivitaiErrorFilter implements ExceptionFilter<CivitaiError> {
  readonly #logger = new Logger(CivitaiErrorFilter.name);

  catch(error: CivitaiError, host: ArgumentsHost): void {
    // for the log, which never holds a key; what to do about it is nothing the visitor needs to know
    this.#logger.warn(`${error.message} [${error.code}]`);
    const response = host.switchToHttp().getResponse<Response>();
    if (error.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
    response.status(statusOf(error)).json({ error: error.code, requestId: error.requestId });
  }
}

function statusOf({ code, retryable }: CivitaiError): number {
  if (code === 'not_found') return 404;
  if (code === 'timeout') return 504;
  return retryable ? 503 : 502;
}
