import { CivitaiPromise, InvalidResponseError, type OpenOptions, type StreamedAnswer } from '@civitkit/core/client';
import type { OnConflict, SavedInto, SaveProgress } from '@civitkit/core/files';
import { checkCallOptions } from '@civitkit/core/internal';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { type OutputSource, openOutput } from './open-output.js';
import { nameOfUrl } from './output-name.js';

const mostBytes = 268_435_456;

/** How an output is read into memory. */
export interface OutputBytesOptions extends OpenOptions {
  /** What is longer is an error: save it to a file. Default: 268 435 456 (256 MiB). */
  readonly maxBytes?: number | undefined;
}

/** How an output is saved to a file. */
export interface SaveOutputOptions extends OpenOptions {
  /** What to do when there is a file of this name. Default: `fail`. */
  readonly onConflict?: OnConflict | undefined;
  /** Its name in the folder. Default: that of the output, with the extension that its content asks for. */
  readonly name?: string | undefined;
  /** Called after every piece that was written. What it throws ends the saving. */
  readonly onProgress?: ((progress: SaveProgress) => void) | undefined;
}

/**
 * What jobs have made, as bytes and files: `modelsLab.outputs`. The key is never sent along, since outputs are public and
 * lie at other hosts. Files in base64 are decoded. Links expire, within hours for some operations: save outputs when the
 * job is done.
 */
export class ModelsLabOutputs {
  readonly #calls: ModelsLabCalls;
  readonly #writing = new Set<string>();

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls) {
    this.#calls = calls;
  }

  /**
   * Opens an output, to be read piece by piece.
   *
   * @param output - one of a result's, or the address of one
   * @throws NotFoundError with code `link_expired` when it is not there any more
   */
  open(output: OutputSource, options: OpenOptions = {}): CivitaiPromise<StreamedAnswer> {
    checkCallOptions('modelslab.outputs.open', options);
    checkSource('open', output);
    return new CivitaiPromise(openOutput(this.#calls, output, options));
  }

  /**
   * An output as bytes.
   *
   * @throws NotFoundError with code `link_expired` when it is not there any more; InvalidResponseError with code
   * `response_too_large`
   */
  async bytes(output: OutputSource, options: OutputBytesOptions = {}): Promise<Uint8Array> {
    const { maxBytes = mostBytes, ...openOptions } = options;
    if (!(maxBytes > 0)) throw new RangeError(`modelslab.outputs.bytes: maxBytes must be above 0, got ${maxBytes}`);
    const answer = await this.open(output, openOptions);
    const pieces: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const piece of answer.body) {
        length += piece.byteLength;
        if (length > maxBytes) throw tooLong(maxBytes);
        pieces.push(piece);
      }
    } finally {
      answer.cancel();
    }
    return Buffer.concat(pieces);
  }

  /**
   * Saves an output. Under the final name there is the whole file or none.
   *
   * @param target - a folder, when it exists or ends with a separator (it is created then); else the path of the file
   * @throws NotFoundError with code `link_expired` when it is not there any more; DownloadError with code `file_exists`
   * before anything is asked for, or for what the disk refuses
   *
   * @example
   * ```ts
   * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
   *
   * using modelsLab = createModelsLabClient();
   * const { outputs } = await modelsLab.resume('images:12345');
   * for (const output of outputs) {
   *   const { path } = await modelsLab.outputs.save(output, 'pictures/', { onConflict: 'rename' });
   *   console.log(path);
   * }
   * ```
   */
  async save(output: OutputSource, target: string, options: SaveOutputOptions = {}): Promise<SavedInto> {
    const { name, onConflict, onProgress, ...openOptions } = options;
    checkCallOptions('modelslab.outputs.save', openOptions);
    checkSource('save', output);
    if (typeof target !== 'string' || target === '') {
      throw new TypeError('modelslab.outputs.save: the target is the path of a folder or a file');
    }
    const { saveInto } = await import('@civitkit/core/files');
    return await saveInto(
      target,
      name ?? nameOf(output),
      async () => {
        const answer = await this.open(output, openOptions);
        const close = (): void => {
          answer.cancel();
        };
        return { body: answer.body, expectedBytes: lengthOf(answer.headers), close };
      },
      {
        onConflict,
        signal: openOptions.signal,
        writing: this.#writing,
        ...(onProgress === undefined ? {} : { onProgress }),
      },
    );
  }
}

function checkSource(operation: string, output: unknown): void {
  const url = typeof output === 'string' ? output : (output as { readonly url?: unknown } | null)?.url;
  const { kind } = Object(output) as { readonly kind?: unknown };
  if (kind === 'text' || kind === 'data') return;
  if (typeof url === 'string' && /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) return;
  throw new TypeError(`modelslab.outputs.${operation}: give it an output of a result, or its http(s) address`);
}

function nameOf(output: OutputSource): string {
  return typeof output === 'string' ? nameOfUrl(output, 'output').fileName : output.fileName;
}

function lengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  const length = headers['content-length'] ?? '';
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

function tooLong(maxBytes: number): InvalidResponseError {
  return new InvalidResponseError(
    `modelslab.outputs.bytes: the output is longer than ${maxBytes} bytes. Save it to a file, or raise maxBytes.`,
    { code: 'response_too_large' },
  );
}
