import { createCipheriv, createHash } from 'node:crypto';

/** What the bytes of a file are made from: the same content gives the same bytes in every emulator. */
export interface FileContent {
  /** Files that share it share every byte. */
  readonly key: string;
  readonly format: string;
}

/** A tensor inside a model file. */
export interface ContentTensor {
  readonly name: string;
  readonly dtype: 'F16' | 'F32';
  readonly shape: readonly [number, number];
  readonly sizeBytes: number;
}

/** The header of a model file with its padding; what follows is the data of its tensors. */
const HEADER_BYTES = 1024;
const UNIT_BYTES = 512;
/** Large enough for several ranges and for AutoV1; the other files are small, since many are hashed at once. */
const LARGE_UNITS = 2200;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** 1 to 4 KB; about 1.1 MB for the account's draft and for the first file of a version whose id ends in 500. */
function dataBytes({ key }: FileContent): number {
  let sum = 0;
  for (let index = 0; index < key.length; index += 1) sum += key.charCodeAt(index);
  const large = key === '990002:0' || key.endsWith('500:0');
  return UNIT_BYTES * ((large ? LARGE_UNITS : 2) + (sum % 7));
}

function isModelFormat(format: string): boolean {
  return format === 'SafeTensor' || format === 'GGUF';
}

/** The length of a file, without making it. */
export function contentLength(content: FileContent): number {
  return dataBytes(content) + (isModelFormat(content.format) ? HEADER_BYTES : 0);
}

/** The tensors of a model file: half of its data, a quarter, and the last quarter. */
export function tensorsOf(content: FileContent): readonly ContentTensor[] {
  const size = dataBytes(content);
  return [
    {
      name: 'model.diffusion_model.input_blocks.0.0.weight',
      dtype: 'F16',
      shape: [size / 256, 64],
      sizeBytes: size / 2,
    },
    { name: 'model.diffusion_model.out.2.weight', dtype: 'F16', shape: [size / 512, 64], sizeBytes: size / 4 },
    { name: 'first_stage_model.decoder.weight', dtype: 'F32', shape: [size / 512, 32], sizeBytes: size / 4 },
  ];
}

function safetensorsHeader(content: FileContent): Buffer {
  const entries: Record<string, unknown> = { __metadata__: { format: 'pt', key: content.key } };
  let start = 0;
  for (const { name, dtype, shape, sizeBytes } of tensorsOf(content)) {
    entries[name] = { dtype, shape, data_offsets: [start, start + sizeBytes] };
    start += sizeBytes;
  }
  const header = Buffer.alloc(HEADER_BYTES, ' ');
  header.writeBigUInt64LE(BigInt(HEADER_BYTES - 8));
  header.write(JSON.stringify(entries), 8);
  return header;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function ggufText(text: string): Buffer {
  return Buffer.concat([int64(Buffer.byteLength(text)), Buffer.from(text)]);
}

/** Version 3 with one entry, the alignment, which is why the data begins where the padding ends. */
function ggufHeader(content: FileContent): Buffer {
  const tensors = tensorsOf(content);
  const parts = [Buffer.from('GGUF'), int32(3), int64(tensors.length), int64(1)];
  parts.push(ggufText('general.alignment'), int32(4), int32(HEADER_BYTES));
  let start = 0;
  for (const { name, dtype, shape, sizeBytes } of tensors) {
    parts.push(
      ggufText(name),
      int32(2),
      int64(shape[1]),
      int64(shape[0]),
      int32(dtype === 'F32' ? 0 : 1),
      int64(start),
    );
    start += sizeBytes;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  Buffer.concat(parts).copy(header);
  return header;
}

function headerOf(content: FileContent): Buffer {
  if (content.format === 'SafeTensor') return safetensorsHeader(content);
  return content.format === 'GGUF' ? ggufHeader(content) : Buffer.alloc(0);
}

/** Makes the bytes of a file: a real header for model files, and a key stream behind it, which no compression shrinks. */
export function contentBytes(content: FileContent): Buffer {
  const secret = digest(`content:${content.key}`);
  const stream = createCipheriv('aes-128-ctr', secret.subarray(0, 16), secret.subarray(16));
  return Buffer.concat([headerOf(content), stream.update(Buffer.alloc(dataBytes(content)))]);
}

/** Where the data of a model file begins; 0 for other files. */
export function headerLength({ format }: FileContent): number {
  return isModelFormat(format) ? HEADER_BYTES : 0;
}
