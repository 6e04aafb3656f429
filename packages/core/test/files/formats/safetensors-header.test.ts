import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentBytes, tensorsOf } from '../../../../../src/emulator/catalogue/file-content.js';
import { FileError } from '../../../src/errors/file-error.js';
import { readSafetensorsHeader } from '../../../src/files/formats/read-safetensors-header.js';
import { summarizeMetadata } from '../../../src/files/formats/summarize-metadata.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();

function file(bytes: Uint8Array): string {
  const path = join(folder(), 'model.safetensors');
  writeFileSync(path, bytes);
  return path;
}

/** A file with this header, and so many bytes behind it. */
function withHeader(header: string | Uint8Array, dataBytes = 0, length = Buffer.byteLength(header)): string {
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(length));
  return file(Buffer.concat([prefix, Buffer.from(header), Buffer.alloc(dataBytes)]));
}

const tensor = (change: object = {}): string =>
  JSON.stringify({ weight: { dtype: 'F16', shape: [2, 3], data_offsets: [0, 12], ...change } });

describe('readSafetensorsHeader', () => {
  it('reads the tensors of a model', async () => {
    const content = { key: '1:0', format: 'SafeTensor' };
    const path = file(contentBytes(content));
    const header = await readSafetensorsHeader(path);
    expect(header).toMatchObject({ path, dataFromByte: 1024, complete: true, metadata: { format: 'pt', key: '1:0' } });
    expect(header.sizeBytes).toBe(1024 + header.dataBytes);
    expect(header.tensors.map(({ name, dtype, shape }) => ({ name, dtype, shape }))).toEqual(
      tensorsOf(content).map(({ name, dtype, shape }) => ({ name, dtype, shape })),
    );
    expect(header.tensors[0]?.fromByte).toBe(1024);
    expect(header.tensors.at(-1)?.toByte).toBe(header.sizeBytes);
    expect(header.dtypes.map(({ dtype, tensorCount }) => [dtype, tensorCount])).toEqual([
      ['F16', 2],
      ['F32', 1],
    ]);
    const elements = header.tensors.reduce((sum, { shape }) => sum + (shape[0] ?? 0) * (shape[1] ?? 0), 0);
    expect(header.parameterCount).toBe(elements);
  });

  it('reads a file that was cut off, and says so', async () => {
    expect(await readSafetensorsHeader(withHeader(tensor(), 5))).toMatchObject({ complete: false, dataBytes: 12 });
    expect(await readSafetensorsHeader(withHeader(tensor(), 12))).toMatchObject({ complete: true, dataBytes: 12 });
    expect(await readSafetensorsHeader(withHeader('{}'))).toMatchObject({ complete: true, tensors: [], dtypes: [] });
  });

  it('takes types it does not know, scalars, empty tensors and blanks at the end', async () => {
    const header = {
      new: { dtype: 'F4_NEW', shape: [7], data_offsets: [0, 4] },
      scalar: { dtype: 'F32', shape: [], data_offsets: [4, 8] },
      empty: { dtype: 'F32', shape: [0, 5], data_offsets: [8, 8] },
    };
    const { parameterCount, tensors } = await readSafetensorsHeader(withHeader(`${JSON.stringify(header)}   `, 8));
    expect(tensors.map(({ elementCount }) => elementCount)).toEqual([7, 1, 0]);
    expect(parameterCount).toBe(8);
  });

  it('leaves out metadata that is no text, and is not misled by names of objects', async () => {
    const header =
      '{"__metadata__":{"a":"b","n":1,"__proto__":"x"},"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}';
    const { metadata, tensors } = await readSafetensorsHeader(withHeader(header, 1));
    expect(Object.entries(metadata)).toEqual([
      ['a', 'b'],
      ['__proto__', 'x'],
    ]);
    expect(tensors.map(({ name }) => name)).toEqual(['__proto__']);
  });

  it.each<[string, () => string]>([
    ['an empty file', () => file(new Uint8Array(0))],
    ['a pickle', () => file(Buffer.from('\x80\x02}q\x01.', 'latin1'))],
    ['a length behind the end', () => withHeader('{"a":1}', 0, 5000)],
    ['the largest length there is', () => file(Buffer.from('\xff\xff\xff\xff\xff\xff\xff\xff{', 'latin1'))],
    ['broken JSON', () => withHeader('{"weight":{"dtype":')],
    ['JSON that is no object', () => withHeader('{} {}')],
    ['bytes that are no text', () => withHeader(Buffer.from('{"\xff\xfe":1}', 'latin1'))],
    ['a tensor that is none', () => withHeader('{"weight":5}')],
    ['a tensor without a shape', () => withHeader('{"weight":{"dtype":"F16"}}')],
    ['a negative size', () => withHeader(tensor({ shape: [-1, 3] }), 12)],
    ['sizes that are too large to multiply', () => withHeader(tensor({ dtype: 'X', shape: [2 ** 52, 2 ** 52] }), 12)],
    ['an end before the beginning', () => withHeader(tensor({ dtype: 'X', data_offsets: [12, 0] }), 12)],
    ['a shape that does not fit', () => withHeader(tensor({ shape: [2, 4] }), 12)],
    ['depth', () => withHeader(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)],
    ['width', () => withHeader(`{"a":[${'0,'.repeat(2_100_000)}0]}`)],
  ])('refuses %s', async (_what, make) => {
    const path = make();
    const error: unknown = await readSafetensorsHeader(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ code: 'bad_header', details: { path } });
  });

  it('does not read headers that are longer than is allowed', async () => {
    const path = withHeader('{"a":1}', 0, 90_000_000);
    truncateSync(path, 200_000_000);
    await expect(readSafetensorsHeader(path)).rejects.toThrow('its header has 90000000 bytes');
    await expect(readSafetensorsHeader(withHeader(tensor(), 12), { maxHeaderBytes: 10 })).rejects.toThrow(
      'maxHeaderBytes',
    );
    await expect(readSafetensorsHeader(path, { maxHeaderBytes: 0 })).rejects.toThrow(RangeError);
  });

  it('gives a header or says what is wrong, whatever is in the file', async () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const entry = fc.record({ dtype: value, shape: value, data_offsets: value }, { requiredKeys: [] });
    const header = fc.oneof(
      fc.dictionary(fc.string(), fc.oneof(entry, value)).map((object) => JSON.stringify(object)),
      fc.string().map((text) => `{${text}`),
    );
    await fc.assert(
      fc.asyncProperty(header, fc.nat(40), async (text, dataBytes) => {
        const outcome: unknown = await readSafetensorsHeader(withHeader(text, dataBytes)).catch(
          (thrown: unknown) => thrown,
        );
        const wanted =
          outcome instanceof Error
            ? { name: 'FileError', code: 'bad_header' }
            : { path: join(folder(), 'model.safetensors') };
        expect(outcome).toMatchObject(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

describe('summarizeMetadata', () => {
  it('reads what trainers write', () => {
    const summary = summarizeMetadata({
      ss_output_name: 'my_lora',
      ss_base_model_version: 'sdxl_base_v1-0',
      ss_sd_model_name: 'sd_xl_base_1.0.safetensors',
      ss_network_module: 'networks.lora',
      ss_network_dim: '32',
      ss_network_alpha: '16.0',
      ss_resolution: '(1024, 1024)',
      ss_num_epochs: '10',
      ss_steps: '2500',
      ss_training_finished_at: '1700000000.5',
    });
    expect(summary).toEqual({
      title: 'my_lora',
      baseModel: 'sdxl_base_v1-0',
      baseModelFile: 'sd_xl_base_1.0.safetensors',
      networkModule: 'networks.lora',
      networkDim: 32,
      networkAlpha: 16,
      resolution: '1024x1024',
      epochs: 10,
      steps: 2500,
      trainedAtMs: 1_700_000_000_500,
    });
  });

  it('prefers the model specification, and leaves out what is not said', () => {
    const summary = summarizeMetadata({
      'modelspec.title': 'Title',
      ss_output_name: 'file',
      'modelspec.date': '2024-05-01T00:00:00Z',
      'modelspec.resolution': '512',
      'modelspec.author': ' ',
      ss_network_dim: 'None',
      ss_network_module: 'None',
      ss_training_finished_at: 'soon',
    });
    expect(summary).toEqual({ title: 'Title', resolution: '512', trainedAtMs: Date.UTC(2024, 4, 1) });
  });

  it('takes any texts', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('ss_steps', 'modelspec.date', 'ss_resolution'), fc.string()),
        (metadata) => {
          for (const value of Object.values(summarizeMetadata(metadata))) expect(value).not.toBeNaN();
        },
      ),
    );
  });
});
