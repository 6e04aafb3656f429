import { type CallOptions, CivitaiPromise, isCivitaiError } from '@civitkit/core/client';
import { checkCallOptions, type Parser } from '@civitkit/core/internal';
import { extendError } from '../../errors/extend-error.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import type { ReadableSource } from './inline-source.js';

/** What the documents say the server takes. It decides by itself: nothing is refused here. */
const documentedBytes = 5_000_000;

/** Sends what has to be read first. An error about something large says that it may be too large. */
export function sendInline<T>(
  calls: ModelsLabCalls,
  source: ReadableSource,
  parser: Parser<T>,
  options: CallOptions,
  callOf: (data: string) => ModelsLabCall,
): CivitaiPromise<T> {
  checkCallOptions(`modelslab.${callOf('').operation}`, options);
  const sent = Promise.resolve(source.text()).then((data) => calls.send(callOf(data), parser, options).withResponse());
  return new CivitaiPromise(
    sent.catch((error: unknown) => {
      if (source.sizeBytes <= documentedBytes || !isCivitaiError(error) || error.status === undefined) throw error;
      const megabytes = (source.sizeBytes / 1_000_000).toFixed(1);
      throw extendError(error, {
        remedy: `It has ${megabytes} MB; the documents allow 5 MB. Give a URL of your own for larger files.`,
      });
    }),
  );
}
