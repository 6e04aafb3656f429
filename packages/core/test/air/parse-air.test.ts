import { describe, expect, it } from 'vitest';
import type { Air } from '../../src/air/air.js';
import { formatAir } from '../../src/air/format-air.js';
import { parseAir, tryParseAir } from '../../src/air/parse-air.js';

const digest = `sha256:${'0a'.repeat(32)}`;

/** Every form in the official documentation, in the generation API's contract, and in answers of the site. */
const known: readonly (readonly [text: string, air: Air])[] = [
  ['urn:air:sdxl:checkpoint:civitai:827184@2514310', civitai('sdxl', 'checkpoint', '827184', '2514310')],
  [
    'urn:air:sdxl:checkpoint:civitai:827184@2514310+2402203',
    { ...civitai('sdxl', 'checkpoint', '827184', '2514310'), fileId: '2402203' },
  ],
  [
    'urn:air:sdxl:checkpoint:civitai:1@2.safetensor',
    { ...civitai('sdxl', 'checkpoint', '1', '2'), format: 'safetensor' },
  ],
  [
    'urn:air:sdxl:checkpoint:civitai:1@2+3.safetensor',
    { ...civitai('sdxl', 'checkpoint', '1', '2'), fileId: '3', format: 'safetensor' },
  ],
  [
    'urn:air:sdxl:checkpoint:civitai:827184',
    { ecosystem: 'sdxl', type: 'checkpoint', source: 'civitai', id: '827184' },
  ],
  [
    'urn:air:sdxl:checkpoint:civitai:827184+55',
    { ecosystem: 'sdxl', type: 'checkpoint', source: 'civitai', id: '827184', fileId: '55' },
  ],
  [
    'urn:air:sdxl:checkpoint:civitai:827184.ckpt',
    { ecosystem: 'sdxl', type: 'checkpoint', source: 'civitai', id: '827184', format: 'ckpt' },
  ],
  [
    'urn:air:sdxl:checkpoint:civitai:827184+55.ckpt',
    { ecosystem: 'sdxl', type: 'checkpoint', source: 'civitai', id: '827184', fileId: '55', format: 'ckpt' },
  ],
  ['urn:air:sd1:model:civitai:2421@43533', civitai('sd1', 'model', '2421', '43533')],
  ['urn:air:sd1:model:civitai:2421@43533:unet', { ...civitai('sd1', 'model', '2421', '43533'), layer: 'unet' }],
  [
    'urn:air:sd1:model:civitai:2421@43533:unet.ckpt',
    { ...civitai('sd1', 'model', '2421', '43533'), layer: 'unet', format: 'ckpt' },
  ],
  ['urn:air:sd1:embedding:civitai:7808@9208', civitai('sd1', 'embedding', '7808', '9208')],
  ['urn:air:sdxl:lora:civitai:328553@368189', civitai('sdxl', 'lora', '328553', '368189')],
  ['urn:air:illustrious:checkpoint:civitai:795765@900661', civitai('illustrious', 'checkpoint', '795765', '900661')],
  ['urn:air:hidream-o1:checkpoint:civitai:2618495@2939964', civitai('hidream-o1', 'checkpoint', '2618495', '2939964')],
  ['urn:air:wanvideo1_3b_t2v:lora:civitai:1@2', civitai('wanvideo1_3b_t2v', 'lora', '1', '2')],
  ['urn:air:qwen:text_encoders:civitai:1@2', civitai('qwen', 'text_encoders', '1', '2')],
  ['urn:air:other:upscaler:civitai:147759@164821', civitai('other', 'upscaler', '147759', '164821')],
  [
    'urn:air:dalle:model:openai:dalle@2',
    { ecosystem: 'dalle', type: 'model', source: 'openai', id: 'dalle', version: '2' },
  ],
  [
    'urn:air:model:huggingface:stabilityai/sdxl-vae',
    { type: 'model', source: 'huggingface', id: 'stabilityai/sdxl-vae' },
  ],
  ['urn:air:model:leonardo:345435', { type: 'model', source: 'leonardo', id: '345435' }],
  ['urn:air:sdxl:civitai:1@2', { ecosystem: 'sdxl', source: 'civitai', id: '1', version: '2' }],
  ['urn:air:other:civitai:1', { ecosystem: 'other', source: 'civitai', id: '1' }],
  ['urn:air:civitai:827184@2514310', { source: 'civitai', id: '827184', version: '2514310' }],
  [
    'urn:air:other:other:civitai-r2:civitai-worker-assets@sam_vit_b_01ec64.pth',
    {
      ecosystem: 'other',
      type: 'other',
      source: 'civitai-r2',
      id: 'civitai-worker-assets',
      version: 'sam_vit_b_01ec64',
      format: 'pth',
    },
  ],
  [
    'urn:air:sdxl:lora:orchestrator:8f14e45f-ceea-467a-9575-25d1b7ba3a3d@epoch_10.safetensors',
    {
      ecosystem: 'sdxl',
      type: 'lora',
      source: 'orchestrator',
      id: '8f14e45f-ceea-467a-9575-25d1b7ba3a3d',
      version: 'epoch_10',
      format: 'safetensors',
    },
  ],
  [
    'urn:air:anima:repository:huggingface:circlestone-labs/Anima-Base-v1.0-Diffusers@main.tar',
    {
      ecosystem: 'anima',
      type: 'repository',
      source: 'huggingface',
      id: 'circlestone-labs/Anima-Base-v1.0-Diffusers',
      version: 'main',
      format: 'tar',
    },
  ],
  [
    'urn:air:wanvideo:vae:huggingface:Wan-AI/Wan2.1-I2V-14B-720P@main/Wan2.1_VAE.pth',
    {
      ecosystem: 'wanvideo',
      type: 'vae',
      source: 'huggingface',
      id: 'Wan-AI/Wan2.1-I2V-14B-720P',
      version: 'main/Wan2.1_VAE',
      format: 'pth',
    },
  ],
  [
    'urn:air:x:y:huggingface:a/b@main/.config',
    { ecosystem: 'x', type: 'y', source: 'huggingface', id: 'a/b', version: 'main/.config' },
  ],
  [
    'urn:air:comfy:nodepack:comfyregistry:kijai/comfyui-kjnodes@1.4.0',
    { ecosystem: 'comfy', type: 'nodepack', source: 'comfyregistry', id: 'kijai/comfyui-kjnodes', version: '1.4.0' },
  ],
  [
    'urn:air:comfy:nodepacklayer:comfyregistry:kijai/comfyui-kjnodes@1.4.0-rc.a+9f86d081',
    {
      ecosystem: 'comfy',
      type: 'nodepacklayer',
      source: 'comfyregistry',
      id: 'kijai/comfyui-kjnodes',
      version: '1.4.0-rc.a',
      fileId: '9f86d081',
    },
  ],
  [
    'urn:air:oci:image:ghcr:civitai/civitai-spine-comfy@v2.5.5',
    { ecosystem: 'oci', type: 'image', source: 'ghcr', id: 'civitai/civitai-spine-comfy', version: 'v2.5.5' },
  ],
  [
    `urn:air:oci:image:ghcr:civitai/civitai-spine-comfy@${digest}`,
    { ecosystem: 'oci', type: 'image', source: 'ghcr', id: 'civitai/civitai-spine-comfy', version: digest },
  ],
  [
    'urn:air:oci:image:ghcr:a/b@latest.amd64',
    { ecosystem: 'oci', type: 'image', source: 'ghcr', id: 'a/b', version: 'latest.amd64' },
  ],
  [
    'urn:air:x:lora:files:a.b-c_d@v1.0+build.5',
    { ecosystem: 'x', type: 'lora', source: 'files', id: 'a.b-c_d', version: 'v1.0+build.5' },
  ],
  [
    'urn:air:x:lora:files:a@50%25,a=b',
    { ecosystem: 'x', type: 'lora', source: 'files', id: 'a', version: '50%25,a=b' },
  ],
  [
    'urn:air:holo:lens-v9:mirror/eu:7@8',
    { ecosystem: 'holo', type: 'lens-v9', source: 'mirror/eu', id: '7', version: '8' },
  ],
];

function civitai(ecosystem: string, type: string, id: string, version: string): Air {
  return { ecosystem, type, source: 'civitai', id, version };
}

describe('parseAir', () => {
  it('knows software by its type in any case', () => {
    expect(parseAir('OCI:Image:ghcr:a/b@latest.amd64').version).toBe('latest.amd64');
  });

  it.each(known)('reads %s', (text, air) => {
    expect(parseAir(text)).toStrictEqual(air);
    expect(formatAir(parseAir(text))).toBe(text);
  });

  it.each(known)('reads the same without its prefixes and in any of their cases: %s', (text, air) => {
    const bare = text.replace('urn:air:', '');
    for (const spelling of [bare, `air:${bare}`, `urn:${bare}`, `URN:Air:${bare}`]) {
      expect(parseAir(spelling)).toStrictEqual(air);
    }
  });

  it('writes words in lower case and leaves names alone', () => {
    const air = parseAir('urn:air:SDXL:Checkpoint:HuggingFace:StabilityAI/SDXL@Main.TAR');
    expect(formatAir(air)).toBe('urn:air:sdxl:checkpoint:huggingface:StabilityAI/SDXL@Main.TAR');
  });

  it.each([
    ['', 'it is empty'],
    ['urn:air:', 'nothing follows the prefix'],
    ['827184', 'there is no source before the id'],
    ['urn:air:827184@2514310', 'there is no source before the id'],
    ['a:b:c:d:e@1', 'there are 5 parts before the version, and at most 4 are possible'],
    ['urn:air::lora:civitai:1@2', 'the ecosystem is empty'],
    ['urn:air:sdxl::civitai:1@2', 'the type is empty'],
    ['urn:air:sdxl:lora::1@2', 'the source is empty'],
    ['urn:air:sdxl:lora:civitai:', 'the id is empty'],
    ['urn:air:sdxl:lora:civitai:@2', 'the id is empty'],
    ['urn:air:sdxl:lora:civitai:1@', 'the version is empty'],
    ['urn:air:sdxl:lora:civitai:1@+5', 'the version is empty'],
    ['urn:air:sdxl:lora:civitai:1@2+', 'the file id is empty'],
    ['urn:air:sdxl:lora:civitai:1+', 'the file id is empty'],
    ['urn:air:sdxl:lora:civitai:1@2+.ckpt', 'the file id is empty'],
    ['urn:air:sdxl:lora:civitai:1@2:', 'the layer is empty'],
    ['urn:air:sdxl:lora:civitai:1@2.', 'the version has a part that ends with a dot'],
    ['urn:air:sdxl:lora:civitai:1@sha256:', 'the version begins or ends with ":"'],
    ['urn:air:sdxl:lora:civitai:1@2\n', String.raw`the version has the character "\n"`],
    ['urn:air:sdxl:lora:civitai:1\n', String.raw`the id has the character "\n"`],
    ['urn:air:sdxl:lora:civitai:1@2+3\n', String.raw`the version has the character "\n"`],
    ['\nurn:air:sdxl:lora:civitai:1@2', 'there are 6 parts'],
    [' sdxl:lora:civitai:1@2', 'the ecosystem has the character " "'],
    ['urn:air:sdxl:lora:civitai:1 @2', 'the id has the character " "'],
    ['urn:air:sdxl:lo\u0000ra:civitai:1@2', String.raw`the type has the character "\u0000"`],
    ['urn:air:sd\u212a:lora:civitai:1@2', 'the ecosystem has the character "\u212a"'],
    ['urn:air:sdxl:lora:civitai:1@2@3', 'the version has the character "@"'],
    ['urn:air:sdxl:lora:civitai:1+2@3', 'the id has the character "+"'],
    ['urn:air:sdxl:lora:civitai:1+2+3', 'the file id has the character "+"'],
    ['urn:air:sdxl:lora:civitai:1@2?token=x', 'the version has the character "?"'],
    ['urn:air:wan2.2:lora:civitai:1@2', 'the ecosystem has the character "."'],
    ['urn:air:sdxl:lora:civitai:😀@2', 'the id has the character "😀"'],
    ['urn:air:sdxl:lora:civitai:a//b', 'the id has an empty part beside a slash'],
    ['urn:air:sdxl:lora:civitai:/a', 'the id has an empty part beside a slash'],
    ['urn:air:sdxl:lora:civitai:a@b/', 'the version has an empty part beside a slash'],
    ['urn:air:sdxl:lora:civitai:../../a', 'the id has a part that ends with a dot'],
    ['urn:air:sdxl:lora:civitai:a@../b', 'the version has a part that ends with a dot'],
    ['https://civitai.com/models/827184', 'it is a URL'],
  ])('refuses %j and says: %s', (text, problem) => {
    expect(() => parseAir(text)).toThrow(RangeError);
    expect(() => parseAir(text)).toThrow(`parseAir: this is not an AIR: ${problem}`);
    expect(() => parseAir(text)).toThrow('An AIR looks like urn:air:sdxl:lora:civitai:328553@368189.');
    expect(tryParseAir(text)).toBeUndefined();
  });

  it.each(['canary-key', 'https://user:canary-key@host/', 'x:canary-key!', 'a:b:c:d:canary-key', 'x:1@canary-key?'])(
    'does not repeat %s, which may be a key',
    (text) => {
      let message = '';
      try {
        parseAir(text);
      } catch (error) {
        message = String(error);
      }
      expect(message).toContain('this is not an AIR');
      expect(message).not.toContain('canary');
    },
  );

  it.each([[5], [null], [undefined], [{}], [['civitai:1']]])('takes %j for a mistake in the program', (value) => {
    expect(() => parseAir(value as string)).toThrow(TypeError);
    expect(tryParseAir(value)).toBeUndefined();
  });
});
