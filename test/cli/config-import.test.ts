import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canary, downloads } from './downloads.js';

const cli = downloads({ imageCount: 0 });

/** As civitdl writes it when it is run for the first time. */
const fresh = {
  sorter: 'basic',
  max_images: 3,
  nsfw_mode: '2',
  api_key: '',
  with_prompt: true,
  without_model: false,
  limit_rate: '0',
  retry_count: 3,
  pause_time: 3.0,
  cache_mode: '1',
  strict_mode: '1',
  model_overwrite: false,
  with_color: true,
};
const builtIn = [
  ['basic', 'the usual one', '/usr/lib/civitdl/basic.py'],
  ['tags', 'by tag', '/usr/lib/civitdl/tags.py'],
];

/** Linux alone has it there; elsewhere it is named. */
const folder = (): string => join(cli.sandbox.home, '.config', 'civitdl');
function put(
  defaults: Readonly<Record<string, unknown>>,
  more: { readonly aliases?: unknown; readonly sorters?: unknown } = {},
): void {
  mkdirSync(folder(), { recursive: true });
  const { aliases = [['@example', '~/.models']], sorters = builtIn } = more;
  const content = { version: '1', default: { ...fresh, ...defaults }, sorters, aliases };
  writeFileSync(join(folder(), 'config.json'), JSON.stringify(content));
}

interface Imported {
  readonly changes: readonly Readonly<Record<string, unknown>>[];
}
async function imported(...args: readonly string[]): Promise<Imported> {
  const { code, stdout } = await cli.run(['config', 'import', 'civitdl', '--from', folder(), '--json', ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Imported;
}
async function setDefaults(): Promise<unknown> {
  const { stdout } = await cli.run(['config', 'default', '--json']);
  return (JSON.parse(stdout) as { readonly defaults: unknown }).defaults;
}
async function setAliases(): Promise<readonly (readonly [string, string])[]> {
  const { stdout } = await cli.run(['config', 'alias', '--json']);
  return (JSON.parse(stdout) as { readonly name: string; readonly target: string }[]).map(
    ({ name, target }) => [name, target] as const,
  );
}

describe('civitkit config import civitdl', () => {
  it('takes over what was changed, and the sorter', async () => {
    put({ sorter: 'tags', max_images: 7, nsfw_mode: '0', limit_rate: '1.5M', pause_time: 0.5, strict_mode: '0' });
    const { changes } = await imported('--dry-run');
    expect(changes.every(({ action }) => action === 'set')).toBe(true);
    expect(await setDefaults()).toEqual({});
    await imported();
    expect(await setDefaults()).toEqual({
      sorter: 'tags',
      images: 7,
      nsfw: '0',
      limitRate: '1.5M',
      pause: 0.5,
      onConflict: 'skip',
    });
    expect((await imported()).changes.every(({ action }) => action === 'same')).toBe(true);
  });

  it('takes over all defaults with --all', async () => {
    put({ without_model: true, model_overwrite: true, cache_mode: '0', with_color: false });
    await imported('--all');
    expect(await setDefaults()).toEqual({
      sorter: 'basic',
      images: 3,
      nsfw: '2',
      prompts: true,
      model: false,
      limitRate: '0',
      retries: 3,
      pause: 3,
      cache: false,
      onConflict: 'overwrite',
      color: false,
    });
    expect(await setAliases()).toEqual([['@example', '~/.models']]);
  });

  it('keeps what is set here, unless it is told otherwise', async () => {
    await cli.run(['config', 'default', '--layout', 'comfyui', '--root', '/ui', '--images', '1']);
    await cli.run(['config', 'alias', '--add', '@loras', '/mine']);
    put({ max_images: 9, retry_count: 5 }, { aliases: [['@loras', '/theirs']] });
    const { changes } = await imported();
    expect(changes.map(({ action, name }) => [name, action])).toEqual([
      ['sorter', 'kept'],
      ['max_images', 'kept'],
      ['retry_count', 'set'],
      ['@loras', 'kept'],
    ]);
    expect(await setDefaults()).toEqual({ layout: 'comfyui', root: '/ui', images: 1, retries: 5 });
    await imported('--replace');
    expect(await setDefaults()).toEqual({ sorter: 'basic', images: 9, retries: 5 });
    expect(await setAliases()).toEqual([['@loras', '/theirs']]);
  });

  it('takes over aliases, those that stand for others too, and says which cannot be', async () => {
    const given = [
      ['@models', '/models'],
      ['@loras', '@models/loras'],
      ['123', '/numbers'],
      ['bad/name', '/x'],
    ];
    put({}, { aliases: given });
    const { changes } = await imported();
    expect(changes.filter(({ kind }) => kind === 'alias').map(({ action }) => action)).toEqual([
      'set',
      'set',
      'skipped',
      'skipped',
    ]);
    expect(await setAliases()).toEqual([
      ['@models', '/models'],
      ['@loras', '@models/loras'],
    ]);
  });

  it('names sorters in Python, and neither runs nor sets them', async () => {
    put({ sorter: 'mine' }, { sorters: [...builtIn, ['mine', 'my own', '/config/sorters/1.py']] });
    const { changes } = await imported();
    expect(changes).toMatchObject([
      { kind: 'default', name: 'sorter', action: 'skipped' },
      { kind: 'sorter', name: 'mine', value: '/config/sorters/1.py', action: 'skipped' },
    ]);
    expect(await setDefaults()).toEqual({});
  });

  it('says what cannot be a setting', async () => {
    put({
      max_images: -1,
      pause_time: 'long',
      limit_rate: '10 apples',
      cache_mode: 'x',
      strict_mode: 'x',
      with_color: 1,
    });
    const { changes } = await imported();
    expect(changes.filter(({ action }) => action === 'skipped')).toHaveLength(6);
    expect(await setDefaults()).toEqual({ sorter: 'basic' });
  });

  it('keeps the key as a secret, and shows it never', async () => {
    put({ api_key: canary });
    const config = join(folder(), 'config.json');
    try {
      expect((await imported()).changes).toContainEqual(expect.objectContaining({ kind: 'key', action: 'skipped' }));
      const without = await cli.run(['config', 'import', 'civitdl', '--from', folder(), '--with-key']);
      expect([without.code, without.stderr]).toEqual([1, expect.stringContaining('civitkit secrets init')]);
      writeFileSync(cli.path('package.json'), '{}');
      expect((await cli.run(['secrets', 'init', '--id', 'project'])).code).toBe(0);
      const dry = await imported('--with-key', '--dry-run');
      expect(dry.changes).toContainEqual(expect.objectContaining({ kind: 'key', action: 'set' }));
      expect((await cli.run(['secrets', 'list'])).stdout).toBe('');
      await imported('--with-key');
      expect((await cli.run(['secrets', 'list'])).stdout).toBe('CivitaiApi:ApiKey\n');
      const again = await imported('--with-key');
      expect(again.changes).toContainEqual(expect.objectContaining({ kind: 'key', action: 'kept' }));
      const { stdout } = await cli.run(['config', 'default', '--json']);
      expect(stdout).not.toContain(canary);
    } finally {
      // What is looked through afterwards must not hold it anywhere else.
      expect(readFileSync(config, 'utf8')).toContain(canary);
      writeFileSync(config, '');
      await cli.run(['secrets', 'clear', '--yes']);
    }
  });

  it.runIf(process.platform === 'linux')('finds it where civitdl has it', async () => {
    put({ max_images: 4 });
    const { code, stdout, stderr } = await cli.run(['config', 'import', 'civitdl']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/default +max_images +4 +set/);
    expect(stderr).toContain('2 settings of');
  });

  it.each<[string, string | undefined, readonly string[], number, string]>([
    ['none', undefined, ['civitdl'], 2, 'There is no'],
    ['no JSON', '{"default": {"api_key": "x', ['civitdl'], 78, 'is no JSON object'],
    ['another program', '{}', ['curl'], 2, 'Allowed choices are civitdl'],
    ['no program', '{}', [], 2, 'missing required argument'],
  ])('%s', async (_, text, args, code, said) => {
    mkdirSync(folder(), { recursive: true });
    if (text !== undefined) writeFileSync(join(folder(), 'config.json'), text);
    const outcome = await cli.run(['config', 'import', ...args, '--from', folder()]);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
