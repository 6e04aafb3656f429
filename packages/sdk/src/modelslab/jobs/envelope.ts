import { isJsonObject, type JsonObject, type ParseContext } from '@civitkit/core/internal';
import { flagOf, idOf, numberOf, textOf } from '../answers/read-fields.js';

/** What an answer says of a job; the families spell it in different ways. */
export interface Envelope {
  /** In lower case; absent in some answers. */
  readonly status: string | undefined;
  /** A number is written out; `""` is none, and so is what could not be asked for. */
  readonly id: string | undefined;
  readonly etaSeconds: number | undefined;
  /** As the server gave it: not to be trusted. */
  readonly fetchResult: string | undefined;
  readonly message: string | undefined;
  /** Where results will be once the job has succeeded: dead until then, and no results. */
  readonly futureLinks: readonly string[];
  /** The same files at another host. */
  readonly proxyLinks: readonly string[];
  readonly meta: Readonly<JsonObject> | undefined;
  readonly generationTimeSeconds: number | undefined;
  readonly audioSeconds: number | undefined;
  readonly nsfwContentDetected: boolean | undefined;
  readonly raw: Readonly<JsonObject>;
}

/** Reads any answer to a submit or a fetch, whatever the types of its members. A key that it echoes is masked. */
export function readEnvelope(answer: unknown, context: ParseContext): Envelope {
  const json = masked(answer, context);
  if (!isJsonObject(json)) throw context.wrongShape('a job');
  const { meta } = json;
  const eta = numberOf(json['eta']);
  return {
    status: textOf(json['status'])?.trim().toLowerCase(),
    id: idOf(json['id']),
    etaSeconds: eta === undefined || eta < 0 ? undefined : eta,
    fetchResult: textOf(json['fetch_result']),
    message: textOf(json['message']) ?? textOf(json['messege']) ?? textOf(json['tip']),
    futureLinks: textsIn(json['future_links']),
    proxyLinks: textsIn(json['proxy_links']),
    meta: isJsonObject(meta) ? meta : undefined,
    generationTimeSeconds: numberOf(json['generationTime']),
    audioSeconds: numberOf(json['audio_time']),
    nsfwContentDetected: flagOf(json['nsfw_content_detected']),
    raw: json,
  };
}

/** What is read here is shown: as progress, as a result, in messages. */
function masked(answer: unknown, context: ParseContext): unknown {
  const text = JSON.stringify(answer) ?? '';
  const shown = context.redact(text);
  return shown === text ? answer : (JSON.parse(shown) as unknown);
}

/** The texts in a list, in an object that stands for one (`{"0": …, "1": …}`), or a single one. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
