import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { small } from '../faults/downloads/catalogue-files.js';
import { canary, downloads, linesOf } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const settingsPath = (): string => `${cli.sandbox.home}/.config/civitkit/cli.json`;
const settings = (): Record<string, unknown> =>
  JSON.parse(readFileSync(settingsPath(), 'utf8')) as Record<string, unknown>;
const defaults = (): unknown => settings()['defaults'];
const source = `v:${small.versionId}`;

describe('civitkit config default', () => {
  it('keeps what is given, and prints all there is', async () => {
    const { code, stdout } = await cli.run([
      'config',
      'default',
      '--sorter',
      'basic',
      '--max-images',
      '0',
      '--pause-time',
      '0',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sorter +basic/m);
    expect(stdout).toMatch(/^images +0 /m);
    expect(defaults()).toEqual({ sorter: 'basic', images: 0, pause: 0 });
    await cli.run(['config', 'default', '--limit-rate', '5M', '--no-cache', '--nsfw-mode', '1']);
    expect(defaults()).toEqual({ sorter: 'basic', images: 0, pause: 0, limitRate: '5M', cache: false, nsfw: '1' });
    expect(statSync(settingsPath()).mode & 0o777).toBe(0o600);
  });

  it('counts for downloads, and a flag goes before it', async () => {
    await cli.run(['config', 'default', '--sorter', 'basic', '-i', '0']);
    const sorted = await cli.run(['download', source, './models']);
    expect(sorted.stdout).toContain('-mid_');
    const plain = await cli.run(['download', source, './models', '--sorter', 'none']);
    expect(plain.stdout).toBe(`${cli.path('models', small.name)}\n`);
    const out = await cli.run(['download', source, '-o', 'x.safetensors', '--no-cache']);
    expect(out.stdout).toBe(`${cli.path('x.safetensors')}\n`);
  });

  it('keeps a program and its folder; a folder that is named goes before them', async () => {
    await cli.run(['config', 'alias', '--add', '@comfy', '~/comfy']);
    await cli.run(['config', 'default', '--layout', 'comfyui', '--root', '@comfy']);
    const routed = await cli.run(['download', source]);
    expect(routed.stdout).toContain(`${cli.sandbox.home}/comfy/models/`);
    const named = await cli.run(['download', source, './here']);
    expect(named.stdout).toBe(`${cli.path('here', small.name)}\n`);
    await cli.run(['config', 'default', '--sorter', 'tags']);
    expect(defaults()).toEqual({ sorter: 'tags' });
  });

  it('removes one or all of it', async () => {
    await cli.run(['config', 'default', '--sorter', 'tags', '--jobs', '4', '--sidecar', 'info', '--nsfw-max', 'r']);
    await cli.run(['config', 'default', '--unset', 'jobs', '--unset', 'nsfw-max']);
    expect(defaults()).toEqual({ sorter: 'tags', sidecars: ['info'] });
    await cli.run(['config', 'default', '--sorter', 'none']);
    expect(defaults()).toEqual({ sidecars: ['info'] });
    const { stdout } = await cli.run(['config', 'default', '--reset', '--json']);
    expect(JSON.parse(stdout)).toEqual({ path: settingsPath(), defaults: {} });
  });

  it.each<[readonly string[], string]>([
    [['--sorter', 'mine'], 'config sorter --add'],
    [['--layout', 'comfyui', '--sorter', 'basic'], 'Set one of them'],
    [['--root', 'x'], 'by --layout'],
    [['--name', '{nothing}'], 'cannot be used'],
    [['--unset', 'limit-rat'], 'Did you mean limit-rate?'],
    [['--images', '-1'], 'whole number'],
    [['--images', '1', '--max-images', '2'], 'cannot be used with'],
    [['--sortr', 'basic'], 'Did you mean --sorter?'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await cli.run(['config', 'default', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(settingsPath())).toBe(false);
  });

  it.each([['-k', canary], [`--api-key=${canary}`], ['-k']])('keeps no key: %s', async (...args) => {
    const { code, stderr } = await cli.run(['config', 'default', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('civitkit secrets set CivitaiApi:ApiKey')]);
    expect(existsSync(settingsPath())).toBe(false);
  });

  it('tells everything that is wrong in a file that somebody has edited', async () => {
    await cli.run(['config', 'default', '--jobs', '2']);
    writeFileSync(settingsPath(), JSON.stringify({ defaults: { jobs: 0, cache: 'yes', later: 1 }, aliases: { a: 1 } }));
    const { code, stderr } = await cli.run(['download', source]);
    expect([code, cli.links()]).toEqual([78, 0]);
    for (const part of ['defaults.jobs', 'defaults.cache', 'aliases.a', settingsPath()]) expect(stderr).toContain(part);
    writeFileSync(settingsPath(), '{');
    expect((await cli.run(['config', 'alias'])).stderr).toContain('is no JSON object');
  });

  it('loses nothing when several change it at once', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `@a${index}`);
    await Promise.all(names.map((name) => cli.run(['config', 'alias', '--add', name, `./${name}`])));
    expect(Object.keys(settings()['aliases'] as object).toSorted()).toEqual(names);
  });
});

describe('civitkit config alias', () => {
  it('keeps relative ones as they are, and folders absolute', async () => {
    await cli.run(['config', 'alias', '--add', '@models', 'models']);
    const { stdout } = await cli.run(['config', 'alias', '--add', '@loras', '@models/loras', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      { name: '@models', target: cli.path('models'), folder: cli.path('models') },
      { name: '@loras', target: '@models/loras', folder: cli.path('models', 'loras') },
    ]);
  });

  it.each<[readonly string[], string]>([
    [['--add', '@x'], 'needs both'],
    [['folder'], 'needs both'],
    [['--add', 'a/b', 'x'], 'without "/"'],
    [['--add', '1234', 'x'], 'means something else'],
    [['--add', '@self', '@self'], ''],
    [['--delete', '@none'], 'There is no alias'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await cli.run(['config', 'alias', ...args]);
    const added = existsSync(settingsPath()) ? Object.keys(settings()['aliases'] as object) : [];
    expect(stderr).toContain(said);
    // an alias of its own name would be a folder of that name
    expect(said === '' ? added : [code === 0 ? 'ok' : 'refused']).toEqual(said === '' ? ['@self'] : ['refused']);
  });

  it('does not leave others leading nowhere', async () => {
    await cli.run(['config', 'alias', '--add', '@models', 'models']);
    await cli.run(['config', 'alias', '--add', '@loras', '@models/loras']);
    const left = await cli.run(['config', 'alias', '--delete', '@models']);
    expect([left.code, left.stderr]).toEqual([2, expect.stringContaining('@loras stands for @models/loras')]);
    const both = await cli.run(['config', 'alias', '--delete', '@models', '--delete', '@loras']);
    expect([both.code, both.stderr]).toEqual([0, 'There are no aliases.\n']);
  });
});

describe('civitkit config sorter', () => {
  it('names a module, and does not run it', async () => {
    writeFileSync(cli.path('mine.mjs'), "throw new Error('it was run');\n");
    const { code, stdout } = await cli.run(['config', 'sorter', '--add', 'mine', 'mine.mjs']);
    expect(code).toBe(0);
    expect(linesOf(stdout).map((line) => line.split(/ +/)[0])).toEqual(['NAME', 'basic', 'tags', 'mine']);
    expect(settings()['sorters']).toEqual({ mine: cli.path('mine.mjs') });
  });

  it('takes the default back with the sorter that it was', async () => {
    writeFileSync(cli.path('mine.mjs'), 'export const sortModel = () => ({ model: "x" });\n');
    await cli.run(['config', 'sorter', '--add', 'mine', 'mine.mjs']);
    await cli.run(['config', 'default', '--sorter', 'mine']);
    const { stdout } = await cli.run(['config', 'sorter', '--delete', 'mine', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      { name: 'basic', isDefault: false, path: null },
      { name: 'tags', isDefault: false, path: null },
    ]);
    expect(defaults()).toEqual({});
    expect(existsSync(cli.path('mine.mjs'))).toBe(true);
  });

  it.each<[readonly string[], string]>([
    [['--add', 'basic', 'mine.mjs'], 'already'],
    [['--add', './x', 'mine.mjs'], 'could be taken for a path'],
    [['--add', 'mine', 'missing.mjs'], 'is no module'],
    [['--add', 'mine', 'old.py'], 'in Python'],
    [['--delete', 'tags'], 'no sorter of your own'],
  ])('refuses %j', async (args, said) => {
    writeFileSync(cli.path('mine.mjs'), '');
    const { code, stderr } = await cli.run(['config', 'sorter', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
