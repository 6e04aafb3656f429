/** A tensor as the header of its file describes it. */
export interface SafetensorsTensor {
  readonly name: string;
  /** Such as `F16` or `BF16`; new ones appear. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** How many numbers it has: the product of its shape. */
  readonly elementCount: number;
  /** Where it begins in the file. */
  readonly fromByte: number;
  /** Where it ends in the file, exclusive. */
  readonly toByte: number;
}

/** What the header of a safetensors file says. */
export interface SafetensorsHeader {
  /** Absolute. */
  readonly path: string;
  /** Of the whole file. */
  readonly sizeBytes: number;
  /** Where the data begins, which is what AutoV3 is made of. */
  readonly dataFromByte: number;
  /** Of all tensors, as the header says. */
  readonly dataBytes: number;
  /** Whether all of the data is there; not so of a file that was cut off. */
  readonly complete: boolean;
  /** In the order of the header. */
  readonly tensors: readonly SafetensorsTensor[];
  /** The numbers of all tensors together. */
  readonly parameterCount: number;
  readonly dtypes: readonly DtypeCount[];
  /** What the program that wrote it had to say, as texts; `summarizeMetadata` reads them. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** How much of a file is of one type; the most bytes first. */
export interface DtypeCount {
  readonly dtype: string;
  readonly tensorCount: number;
  readonly elementCount: number;
  readonly sizeBytes: number;
}
