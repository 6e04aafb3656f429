import { describe, expect, it } from 'vitest';
import type { AirParts } from '../../src/air/air.js';
import { compareAir, sameAir } from '../../src/air/compare-air.js';
import { formatAir } from '../../src/air/format-air.js';
import { parseAir } from '../../src/air/parse-air.js';

const lora: AirParts = { ecosystem: 'sdxl', type: 'lora', source: 'civitai', id: 328553, version: 368189 };

describe('formatAir', () => {
  it('takes ids as numbers, words in any case, and parts that are undefined', () => {
    expect(formatAir(lora)).toBe('urn:air:sdxl:lora:civitai:328553@368189');
    expect(
      formatAir({ ...lora, ecosystem: 'SDXL', type: 'LORA', fileId: 7, format: undefined, layer: undefined }),
    ).toBe('urn:air:sdxl:lora:civitai:328553@368189+7');
    expect(formatAir({ source: 'civitai', id: 0 })).toBe('urn:air:civitai:0');
  });

  it('writes a file name whole, as whoever knows it has it', () => {
    const parts = { ecosystem: 'sdxl', type: 'lora', source: 'orchestrator', id: 'job', version: 'epoch.safetensors' };
    expect(formatAir(parts)).toBe('urn:air:sdxl:lora:orchestrator:job@epoch.safetensors');
    expect(sameAir(parts, { ...parts, version: 'epoch', format: 'safetensors' })).toBe(true);
  });

  it.each<[Partial<Record<keyof AirParts, unknown>>, string]>([
    [{ id: '1@2' }, 'formatAir: the id has the character "@", which it cannot have.'],
    [{ id: '1:2' }, 'the id has the character ":"'],
    [{ id: '' }, 'the id is empty'],
    [{ id: undefined }, 'the id is missing'],
    [{ source: undefined }, 'the source is missing'],
    [{ source: 'civitai ' }, 'the source has the character " "'],
    [{ ecosystem: 'a:b' }, 'the ecosystem has the character ":"'],
    [{ version: '2@3' }, 'the version has the character "@"'],
    [{ version: 1.5 }, 'the version 1.5 is not a whole number'],
    [{ version: -1 }, 'the version -1 is not a whole number'],
    [{ id: 2 ** 53 }, 'the id 9007199254740992 is not a whole number'],
    [{ fileId: '3.ckpt' }, 'the file id has the character "."'],
    [{ format: 'a.b' }, 'the format has the character "."'],
    [{ format: '7z' }, 'the format begins with a digit'],
    [{ layer: 'unet', version: 'main' }, 'a layer needs a version of digits before it'],
    [{ layer: 'unet', version: undefined }, 'a layer needs a version of digits before it'],
    [{ ecosystem: undefined, type: 'hologram' }, 'would be read as one; give the ecosystem'],
    [{ ecosystem: 'lora', type: undefined }, 'would be read as one; give the type'],
  ])('refuses %j: %s', (change, problem) => {
    expect(() => formatAir({ ...lora, ...change } as AirParts)).toThrow(RangeError);
    expect(() => formatAir({ ...lora, ...change } as AirParts)).toThrow(problem);
  });

  it.each([[null], [true], [{}], [5n]])('takes a part that is %s for a mistake in the program', (id) => {
    expect(() => formatAir({ ...lora, id: id as unknown as string })).toThrow(TypeError);
  });
});

describe('sameAir', () => {
  it('ignores prefixes and the case of words, and nothing else', () => {
    const text = formatAir(lora);
    expect(sameAir(text, 'SDXL:LoRA:Civitai:328553@368189')).toBe(true);
    expect(sameAir(lora, parseAir(text))).toBe(true);
    expect(sameAir(text, 'urn:air:sdxl:lora:civitai:328553')).toBe(false);
    expect(sameAir(text, `${text}+1`)).toBe(false);
    expect(sameAir('huggingface:A/b', 'huggingface:a/b')).toBe(false);
    expect(() => sameAir(text, 'nothing')).toThrow(RangeError);
  });
});

describe('compareAir', () => {
  it('sorts part by part, numbers by value, a missing part first', () => {
    const sorted = [
      'urn:air:civitai:1',
      'urn:air:sdxl:checkpoint:civitai:9@1',
      'urn:air:sdxl:lora:civitai:9',
      'urn:air:sdxl:lora:civitai:9@8',
      'urn:air:sdxl:lora:civitai:9@10',
      'urn:air:sdxl:lora:civitai:9@10+2',
      'urn:air:sdxl:lora:civitai:9@10+11',
      'urn:air:sdxl:lora:civitai:9@main',
      'urn:air:sdxl:lora:civitai:10',
      'urn:air:sdxl:lora:civitai:90071992547409931',
      'urn:air:sdxl:lora:civitai:90071992547409932',
      'urn:air:sdxl:lora:civitai:a',
    ];
    expect(sorted.toReversed().toSorted(compareAir)).toEqual(sorted);
  });
});
