import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { large, small } from '../faults/downloads/catalogue-files.js';
import { downloads, findPlaced, isFree, sha256Of } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const source = `v:${small.versionId}`;
const stem = small.name.replace(/\.[^.]+$/, '');

describe('the folder', () => {
  it.each<[string, readonly string[], string]>([
    ['is the current one', [source], ''],
    ['is the last argument', [source, './models'], 'models'],
    ['is the last argument without a dot', [source, 'models'], 'models'],
    ['may be deep', [source, 'a/b/c'], 'a/b/c'],
    ['may have a name like a source, behind a dot', [source, './1234'], '1234'],
    ['is that of --dir', ['--dir', 'models', source], 'models'],
    ['is that of -d, where everything else is a source', ['-d', '1234', source], '1234'],
  ])('%s', async (_, args, folder) => {
    const { code } = await cli.run(['download', ...args]);
    expect(code).toBe(0);
    expect(cli.files()).toEqual([`${folder}${folder === '' ? '' : '/'}${small.name}`]);
  });

  it('is no number: that is a model', async () => {
    mkdirSync(cli.path('999999'));
    const { code, stderr } = await cli.run(['download', source, '999999']);
    expect([code, cli.files()]).toEqual([4, [small.name]]);
    expect(stderr).toContain('999999');
  });

  it.each(['lst.txt', '@lst', 'nonsense:9', 'example.com/models'])(
    'is not %s, which was meant otherwise',
    async (last) => {
      const { code } = await cli.run(['download', source, last]);
      expect([code, cli.files(), cli.links()]).toEqual([2, [], 0]);
    },
  );

  it('may begin with ~, and with aliases of aliases', async () => {
    await cli.run(['config', 'alias', '--add', '@models', '~/models']);
    await cli.run(['config', 'alias', '--add', 'loras', '@models/loras']);
    const alias = await cli.run(['download', source, 'loras/style']);
    expect(alias.stdout).toBe(`${cli.sandbox.home}/models/loras/style/${small.name}\n`);
    const home = await cli.run(['download', source, '~/here', '--no-cache']);
    expect(home.stdout).toBe(`${cli.sandbox.home}/here/${small.name}\n`);
    expect(cli.files()).toEqual([]);
  });

  it('is not left by a link in it', async () => {
    mkdirSync(cli.path('models'));
    symlinkSync(cli.sandbox.home, cli.path('models', 'out'));
    const { code } = await cli.run(['download', source, './models', '--name', 'out/{file.name}']);
    expect([code, cli.links()]).toEqual([9, 0]);
  });
});

describe('the name', () => {
  it('is that of --out', async () => {
    const { code, stdout } = await cli.run(['download', source, '-o', 'x/mine.safetensors']);
    expect([code, stdout]).toEqual([0, `${cli.path('x', 'mine.safetensors')}\n`]);
  });

  it('is that of --out for one file only', async () => {
    const { code, stderr } = await cli.run(['download', source, `v:${large.versionId}`, '-o', 'x']);
    expect([code, cli.links()]).toEqual([2, 0]);
    expect(stderr).toContain(`v:${large.versionId}+${large.fileId}`);
  });

  it('goes by a pattern, and keeps the extension', async () => {
    const { code } = await cli.run(['download', source, '--name', '{model.id}/{version.id}-{file.stem}']);
    expect([code, cli.files()]).toEqual([0, [`${small.modelId}/${small.versionId}-${stem}.safetensors`]]);
    const wrong = await cli.run(['download', source, '--name', '{model.nmae}/{}']);
    expect([wrong.code, cli.links()]).toEqual([2, 1]);
    expect(wrong.stderr).toContain('did you mean {model.name}?');
    expect(wrong.stderr).toContain('a token is empty');
  });

  it('is another one where two files would have the same', async () => {
    const { file, version } = findPlaced((placed) => isFree(placed) && placed.version.id !== small.versionId);
    const { code } = await cli.run(['download', source, `v:${version.id}`, '--name', 'Same']);
    expect(code).toBe(0);
    expect(cli.files()).toEqual([`Same [f${file.id}].safetensors`, 'Same.safetensors']);
  });
});

describe('--layout', () => {
  it('routes by the kind of file, into folders as they are written there', async () => {
    mkdirSync(cli.path('comfy', 'models', 'LoRAs'), { recursive: true });
    const plan = await cli.run(['download', source, '--layout', 'comfyui', '--root', 'comfy', '--dry-run', '--json']);
    const { items } = JSON.parse(plan.stdout.split('\n')[0] ?? '') as {
      items: { path: string; model: { type: string } }[];
    };
    const folders: Readonly<Record<string, string>> = {
      Checkpoint: 'checkpoints',
      LORA: 'LoRAs',
      LoCon: 'LoRAs',
      VAE: 'vae',
    };
    const folder = folders[items[0]?.model.type ?? ''] ?? 'unknown';
    expect(items[0]?.path).toBe(cli.path('comfy', 'models', folder, small.name));
    const { stdout } = await cli.run(['download', source, 'comfy', '--layout', 'comfyui']);
    expect(stdout).toBe(`${cli.path('comfy', 'models', folder, small.name)}\n`);
  });

  it('tells what has to be done for a program that keeps a list', async () => {
    const { code, stderr } = await cli.run(['download', source, '--layout', 'invoke', '--root', 'invoke']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/scan|install/i);
  });

  it.each<[string, readonly string[]]>([
    ['without a root', ['--layout', 'comfyui']],
    ['with --dir', ['--layout', 'comfyui', '--root', 'x', '--dir', 'y']],
    ['with --sorter', ['--layout', 'comfyui', '--root', 'x', '--sorter', 'basic']],
    ['with --out', ['--layout', 'comfyui', '--out', 'x']],
    ['of no program that is known', ['--layout', 'paint']],
  ])('is refused %s', async (_, args) => {
    const { code } = await cli.run(['download', source, ...args]);
    expect([code, cli.links()]).toEqual([2, 0]);
  });
});

describe('--sorter', () => {
  it.each([
    ['--sorter', 'basic'],
    ['--layout', 'civitdl'],
  ])('%s %s makes the folders of civitdl, with what it puts into them', async (...flag) => {
    const { code, stdout } = await cli.run(['download', source, './models', ...flag, '--max-images', '0']);
    const suffix = `mid_${small.modelId}-vid_${small.versionId}`;
    expect(code).toBe(0);
    const [folder = ''] = /models\/[^/]+/.exec(stdout) ?? [];
    expect(cli.files()).toEqual(
      [
        `${folder}/extra_data-vid_${small.versionId}/model_dict-${suffix}.json`,
        `${folder}/${stem}-${suffix}.csv`,
        `${folder}/${stem}-${suffix}.safetensors`,
      ].toSorted(),
    );
    expect(sha256Of(cli.path(folder, `${stem}-${suffix}.safetensors`))).toBe(small.sha256);
    const check = await cli.run(['hash', '--check', cli.path(folder, `${stem}-${suffix}.csv`)]);
    expect(check.code).toBe(0);
  });

  it('tags sorts by the base model first', async () => {
    const { stdout } = await cli.run(['download', source, './models', '--sorter', 'tags', '-i', '0']);
    expect(stdout).toMatch(/models\/[^/ ]+\/(?:anime|others)\/[^/]+\/[^/]+\/[^/]+-mid_/);
  });

  it('runs a module of the user, by its path or by the name it was given', async () => {
    writeFileSync(cli.path('mine.mjs'), 'export const sortModel = ({ model }) => ({ model: `mine/${model.type}` });\n');
    const byPath = await cli.run(['download', source, './a', '--sorter', './mine.mjs', '-i', '0']);
    expect(byPath.stdout).toContain(`${cli.path('a', 'mine')}/`);
    await cli.run(['config', 'sorter', '--add', 'mine', 'mine.mjs']);
    const byName = await cli.run(['download', source, './b', '--sorter', 'mine', '-i', '0']);
    expect(byName.stdout).toContain(`${cli.path('b', 'mine')}/`);
  });

  it('runs nothing that is not named as a path, and nothing that leads out of the folder', async () => {
    writeFileSync(cli.path('evil.mjs'), "export const sortModel = () => ({ model: '../../out' });\n");
    const misspelt = await cli.run(['download', source, './a', '--sorter', 'evil']);
    expect(misspelt.stderr).toContain('There are basic, tags');
    const leaving = await cli.run(['download', source, './a', '--sorter', './evil.mjs']);
    expect([leaving.code, cli.links(), misspelt.code]).toEqual([9, 0, 78]);
  });
});
