import { isJsonObject } from '../../transport/parse-object.js';
import type { DtypeCount, SafetensorsTensor } from './safetensors-header.js';

/** Bits of a number; types that are not here are taken as they are described. */
const bitsOf: Readonly<Record<string, number>> = {
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E4M3: 8,
  F8_E5M2: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  I64: 64,
  U64: 64,
  F64: 64,
  C64: 64,
};

/**
 * The tensors of a parsed header.
 *
 * @returns a text instead: what is wrong with them
 */
export function parseTensors(
  header: Readonly<Record<string, unknown>>,
  dataFromByte: number,
): readonly SafetensorsTensor[] | string {
  const tensors: SafetensorsTensor[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const tensor = parseTensor(name, entry, dataFromByte);
    if (tensor === undefined) return `the entry ${JSON.stringify(name.slice(0, 80))} is no tensor`;
    const bits = Object.hasOwn(bitsOf, tensor.dtype) ? bitsOf[tensor.dtype] : undefined;
    if (bits !== undefined && (tensor.elementCount * bits) / 8 !== tensor.toByte - tensor.fromByte) {
      return `the shape of ${JSON.stringify(name.slice(0, 80))} does not fit its bytes`;
    }
    tensors.push(tensor);
  }
  return tensors;
}

function parseTensor(name: string, entry: unknown, dataFromByte: number): SafetensorsTensor | undefined {
  if (!isJsonObject(entry)) return undefined;
  const { data_offsets: offsets, dtype, shape } = entry;
  if (typeof dtype !== 'string' || !isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) return undefined;
  const [from = 0, to = 0] = offsets;
  const elementCount = shape.reduce((product, size) => product * size, 1);
  if (from > to || !Number.isSafeInteger(elementCount) || !Number.isSafeInteger(to + dataFromByte)) return undefined;
  return { name, dtype, shape, elementCount, fromByte: dataFromByte + from, toByte: dataFromByte + to };
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && (item as number) >= 0);
}

/** How much there is of each type; the most bytes first. */
export function countDtypes(tensors: readonly SafetensorsTensor[]): readonly DtypeCount[] {
  const counts = new Map<string, { -readonly [K in keyof DtypeCount]: DtypeCount[K] }>();
  for (const { dtype, elementCount, fromByte, toByte } of tensors) {
    const count = counts.get(dtype) ?? { dtype, tensorCount: 0, elementCount: 0, sizeBytes: 0 };
    count.tensorCount += 1;
    count.elementCount += elementCount;
    count.sizeBytes += toByte - fromByte;
    counts.set(dtype, count);
  }
  return [...counts.values()].toSorted((a, b) => b.sizeBytes - a.sizeBytes);
}
