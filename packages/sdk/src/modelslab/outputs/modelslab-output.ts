/** What all outputs have. */
interface OutputBase {
  /** A name to save it under, without folders. */
  readonly fileName: string;
  /** `output`: what was asked for. `extra`: what came with it, such as the stems of a song or the preview of a model. */
  readonly role: 'output' | 'extra';
}

/** A file at a public address, which expires: hours for some operations, days for others. */
export interface UrlOutput extends OutputBase {
  readonly kind: 'url';
  readonly url: string;
  /** Present when what lies there is a text with the file in base64, as the flag `base64` has it. Decoded when it is read. */
  readonly encoding?: 'base64';
}

/** A text: a caption, lyrics, a transcript. */
export interface TextOutput extends OutputBase {
  readonly kind: 'text';
  readonly text: string;
  /** What the server gave instead of a plain text, such as a transcript with its words. */
  readonly value?: unknown;
}

/** A file inside of the answer. */
export interface DataOutput extends OutputBase {
  readonly kind: 'data';
  /** In base64; `outputs.bytes` decodes it. */
  readonly base64: string;
  /** Such as `image/png`, where it is told. */
  readonly mediaType: string | undefined;
}

/** One thing that a job has made. */
export type ModelsLabOutput = UrlOutput | TextOutput | DataOutput;
