import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExtraFolders } from '../../../src/files/layouts/extra-folders.js';
import { folderFor, type Placement } from '../../../src/files/layouts/folder-for.js';
import type { LayoutName } from '../../../src/files/layouts/layout-table.js';
import { locateFolder } from '../../../src/files/layouts/locate-folder.js';
import { readSettings } from '../../../src/files/layouts/read-settings.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const make = (path: string): string => mkdirSync(join(folder(), path), { recursive: true }) ?? '';
const placed = (layout: LayoutName, type: string): Placement =>
  folderFor(layout, { type: 'Model', metadata: {} }, { baseModel: 'SD 1.5' }, { type });

describe('locateFolder', () => {
  it('takes the usual spelling when there is nothing', async () => {
    expect(await locateFolder(folder(), placed('comfyui', 'LORA'))).toBe(join(folder(), 'models', 'loras'));
  });

  it('takes the spelling that is there, part by part', async () => {
    make('Models/LORA');
    expect(await locateFolder(folder(), placed('a1111', 'LORA'))).toBe(join(folder(), 'Models', 'LORA'));
    expect(await locateFolder(folder(), placed('a1111', 'VAE'))).toBe(join(folder(), 'Models', 'VAE'));
  });

  it('prefers the exact spelling, then the first in order', async () => {
    make('models/LORAS');
    make('models/Loras');
    expect(await locateFolder(folder(), placed('comfyui', 'LORA'))).toBe(join(folder(), 'models', 'LORAS'));
    make('models/loras');
    expect(await locateFolder(folder(), placed('comfyui', 'LORA'))).toBe(join(folder(), 'models', 'loras'));
  });

  it('takes an old name of the folder only when the new one is not there', async () => {
    make('models/unet');
    expect(await locateFolder(folder(), placed('comfyui', 'UNet'))).toBe(join(folder(), 'models', 'unet'));
    make('models/Diffusion_Models');
    expect(await locateFolder(folder(), placed('comfyui', 'UNet'))).toBe(join(folder(), 'models', 'Diffusion_Models'));
  });

  it('follows links to other disks, and takes no file for a folder', async () => {
    make('elsewhere');
    make('app/models');
    symlinkSync(join(folder(), 'elsewhere'), join(folder(), 'app', 'models', 'Lora'));
    expect(await locateFolder(join(folder(), 'app'), placed('a1111', 'LORA'))).toBe(
      join(folder(), 'app', 'models', 'Lora'),
    );
    writeFileSync(join(folder(), 'app', 'models', 'vae'), '');
    expect(await locateFolder(join(folder(), 'app'), placed('a1111', 'VAE'))).toBe(
      join(folder(), 'app', 'models', 'VAE'),
    );
  });
});

describe('readExtraFolders', () => {
  it('reads the paths that ComfyUI is given', async () => {
    writeFileSync(
      join(folder(), 'extra_model_paths.yaml'),
      [
        '\uFEFF# a comment',
        'comfyui:',
        '    base_path: /big/disk   # where everything is',
        '    is_default: true',
        '    loras: models/loras',
        '    text_encoders: |',
        '        models/text_encoders/',
        '        models/clip/   # legacy location',
        '    custom_nodes: nodes',
        '',
        'a111:',
        '  base_path: "stable-diffusion-webui"',
        "  checkpoints: 'models/Stable-diffusion'",
        '  vae: ~/vae',
        '  embeddings: $HOME/embeddings',
        '  controlnet: [a, b]',
        '  hypernetworks: &x y',
        'broken:',
        '  base_path: %APPDATA%/x',
        '  loras: x',
        'what is this',
      ].join('\r\n'),
    );
    const { preferred, searched, problems } = await readExtraFolders('comfyui', folder());
    expect(preferred).toEqual({
      lora: ['/big/disk/models/loras'],
      'text-encoder': ['/big/disk/models/text_encoders', '/big/disk/models/clip'],
    });
    expect(searched).toEqual({
      checkpoint: [join(folder(), 'stable-diffusion-webui/models/Stable-diffusion')],
      vae: [join(homedir(), 'vae')],
    });
    expect(problems.map((problem) => problem.slice(problem.indexOf('yaml:') + 6))).toEqual([
      'line 21 is not understood',
      'line 16 is not understood',
      'line 17 is not understood',
      'embeddings of a111 has a variable in it; it was not used',
      'base_path of broken has a variable in it; the section was not used',
    ]);
    const found = await locateFolder(folder(), placed('comfyui', 'LORA'), {
      extraFolders: { preferred, searched, problems },
    });
    expect(found).toBe('/big/disk/models/loras');
  });

  it('reads the folders that SwarmUI is set to', async () => {
    make('Data');
    writeFileSync(
      join(folder(), 'Data', 'Settings.fds'),
      [
        '#Settings related to file paths.',
        'Paths:',
        '\t#Root path for model files.',
        '\tModelRoot: Store',
        '\tSDModelFolder: Stable-Diffusion;diffusion_models',
        '\tSDLoraFolder: /other/Lora',
        '\tSDVAEFolder: D:\\sVAE',
        'Other:',
        '\tList:',
        '\t- a',
      ].join('\n'),
    );
    const { preferred, problems } = await readExtraFolders('swarmui', folder());
    expect(preferred).toEqual({
      checkpoint: [join(folder(), 'Store/Stable-Diffusion'), join(folder(), 'Store/diffusion_models')],
      lora: ['/other/Lora'],
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('SDVAEFolder has a backslash');
  });

  it('gives nothing when there is no file, and says when it cannot be read', async () => {
    expect(await readExtraFolders('comfyui', folder())).toEqual({ preferred: {}, searched: {}, problems: [] });
    expect(await readExtraFolders('a1111', folder())).toEqual({ preferred: {}, searched: {}, problems: [] });
    make('extra_model_paths.yaml');
    expect((await readExtraFolders('comfyui', folder())).problems[0]).toContain('EISDIR');
  });

  it('never throws, whatever the file is', () => {
    const line = fc.constantFrom(
      'a:',
      ' b: c',
      '\td: |',
      '    e',
      ' f:',
      'g: h',
      '- i',
      ' "j": k',
      ': l',
      '#',
      ' m: "n',
      '{}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(line).map((lines) => lines.join('\n')),
          fc.string(),
        ),
        (text) => {
          const { sections, problems } = readSettings(text);
          expect(Array.isArray(sections) && Array.isArray(problems)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
