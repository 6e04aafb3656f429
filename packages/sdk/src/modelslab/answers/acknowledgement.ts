import type { Open } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type Parser } from '@civitkit/core/internal';
import { textOf } from './read-fields.js';

/** That something was done, or has begun. */
export interface Acknowledgement {
  /** `processing` for what takes time. */
  readonly status: Open<'success' | 'processing' | 'ok'>;
  /** What the server says about it, if anything. */
  readonly message?: string;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** Reads an {@link Acknowledgement}. */
export const parseAcknowledgement: Parser<Acknowledgement> = (json, context) => {
  if (!isJsonObject(json)) throw context.wrongShape('an object');
  return acknowledgementOf(json);
};

/** What an answer says about itself, wherever it says it: some spell it `messege`. */
export function acknowledgementOf(body: JsonObject): Acknowledgement {
  const message = textOf(body['message']) ?? textOf(body['messege']) ?? textOf(body['server_status']);
  return {
    status: textOf(body['status']) ?? 'success',
    ...(message === undefined ? {} : { message }),
    raw: body,
  };
}
