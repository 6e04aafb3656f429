import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { acknowledgementOf } from '../answers/acknowledgement.js';
import { textOf } from '../answers/read-fields.js';
import { pageParser } from '../answers/read-page.js';
import type { VoiceVoiceListParameters, VoiceVoiceUploadParameters } from '../generated/parameters.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';

/** A voice that can speak or sing. */
export interface ListedVoice {
  readonly voice_id?: string;
  readonly name?: string;
  readonly language?: string;
  readonly [member: string]: unknown;
}

/** A voice that was uploaded. */
export interface UploadedVoice {
  readonly voiceId: string;
  readonly message?: string;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** Voices: `modelsLab.voices`. What they say is a job: `modelsLab.voice`. */
export class ModelsLabVoices {
  readonly #calls: ModelsLabCalls;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls) {
    this.#calls = calls;
  }

  /** The voices of a kind. Default, the server's: `manual`. */
  list(filter: VoiceVoiceListParameters = {}, options?: CallOptions): CivitaiPromise<readonly ListedVoice[]> {
    const parse = pageParser<ListedVoice>({ page: 1, perPage: undefined });
    return this.#calls.send(
      { operation: 'voices.list', path: ['v6', 'voice', 'voice_list'], parameters: filter, repeatable: true },
      (json, context) => parse(json, context).items,
      options,
    );
  }

  /** Uploads a voice. */
  upload(parameters: VoiceVoiceUploadParameters, options?: CallOptions): CivitaiPromise<UploadedVoice> {
    return this.#calls.send(
      { operation: 'voices.upload', path: ['v6', 'voice', 'voice_upload'], parameters },
      (json, context) => {
        const raw = isJsonObject(json) ? json : {};
        const voiceId = textOf(raw['voice_id']);
        if (voiceId === undefined) throw context.wrongShape('"voice_id"');
        return { voiceId, ...given({ message: acknowledgementOf(raw).message }), raw };
      },
      options,
    );
  }
}
