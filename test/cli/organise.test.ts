import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { large, small } from '../faults/downloads/catalogue-files.js';
import { downloads, linesOf } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const journal = '.civitkit-organise.jsonl';

function put(name: string, bytes: Uint8Array | string): void {
  mkdirSync(join(cli.path(name), '..'), { recursive: true });
  writeFileSync(cli.path(name), bytes);
}

/** Without the journal. */
const files = (): readonly string[] => cli.files().filter((name) => !name.endsWith(journal));

describe('civitkit organise', () => {
  it('moves files into the folders of a program, and what goes by their names', async () => {
    put('in/x.safetensors', small.bytes);
    put('in/x.preview.png', 'png');
    put('in/x.images/1.png', 'picture');
    put('in/mine.safetensors', 'mine');
    const before = cli.files();
    const dry = await cli.run(['organise', 'in', '--layout', 'comfyui', '--root', 'ui', '--dry-run']);
    expect([dry.code, cli.files()]).toEqual([4, before]);
    expect(dry.stderr).toContain('1 to move');
    const { code, stderr, stdout } = await cli.run(['organise', 'in', '--layout', 'comfyui', '--root', 'ui']);
    expect(code).toBe(4);
    expect(stderr).toContain(`civitkit organise --undo ${cli.path('ui', journal)}`);
    const moved = files().find((name) => name.endsWith('/x.safetensors')) ?? '';
    expect(moved).toMatch(/^ui\/models\/[^/]+\/x\.safetensors$/);
    const stem = moved.replace('.safetensors', '');
    expect(files()).toEqual(['in/mine.safetensors', `${stem}.images/1.png`, `${stem}.preview.png`, moved]);
    expect(existsSync(cli.path('in/x.images'))).toBe(false);
    expect(stdout).toContain('moved');

    const again = await cli.run(['organise', 'in', 'ui', '--layout', 'comfyui', '--root', 'ui', '--json']);
    const lines = linesOf(again.stdout).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ action }) => action)).toEqual(['unknown', 'same']);

    const undone = await cli.run(['organise', '--undo', `ui/${journal}`]);
    expect([undone.code, cli.files()]).toEqual([0, before]);
    expect(existsSync(cli.path('ui/models'))).toBe(false);
  });

  it('names files by a pattern, or as civitdl does, below the folder itself', async () => {
    put('in/x.safetensors', small.bytes);
    const pattern = '{type}/{version.id}';
    expect((await cli.run(['organise', 'in', '--pattern', pattern])).code).toBe(0);
    expect(files()).toEqual([expect.stringMatching(new RegExp(`^in/\\w+/${small.versionId}\\.safetensors$`))]);
    expect((await cli.run(['organise', 'in', '--sorter', 'basic'])).code).toBe(0);
    const name = new RegExp(`^in/[^/]+/[^/]+-mid_${small.modelId}-vid_${small.versionId}\\.safetensors$`);
    expect(files()).toEqual([expect.stringMatching(name)]);
    const [first] = files();
    expect((await cli.run(['organise', 'in', '--sorter', 'basic'])).code).toBe(0);
    expect(files()).toEqual([first]);
  });

  it.each([
    { mode: 'copy', isOneFile: false },
    { mode: 'hardlink', isOneFile: true },
    { mode: 'symlink', isOneFile: true },
  ])('--mode $mode leaves the file where it is, and --json is a list for --undo', async ({ isOneFile, mode }) => {
    put('in/x.safetensors', small.bytes);
    const command = ['organise', 'in', '--pattern', '{version.id}', '--root', 'out', '--mode', mode, '--json'];
    const first = await cli.run(command);
    const target = cli.path(`out/${small.versionId}.safetensors`);
    expect(first.code).toBe(0);
    expect(readFileSync(target)).toEqual(Buffer.from(small.bytes));
    expect(statSync(cli.path('in/x.safetensors')).ino === statSync(target).ino).toBe(isOneFile);
    expect(JSON.parse(linesOf((await cli.run(command)).stdout)[0] ?? '')).toMatchObject({ action: 'duplicate' });
    writeFileSync(cli.path('list.jsonl'), first.stdout);
    const undone = await cli.run(['organise', '--undo', 'list.jsonl', '--json']);
    expect(undone.code).toBe(0);
    expect(JSON.parse(linesOf(undone.stdout)[0] ?? '')).toMatchObject({ action: 'taken back', from: target });
    expect(existsSync(target)).toBe(false);
    expect(existsSync(cli.path('in/x.safetensors'))).toBe(true);
  });

  it('replaces nothing, and leaves the second of two that are the same', async () => {
    put('in/a/x.safetensors', small.bytes);
    put('in/b/x.safetensors', small.bytes);
    put('in/y.pt', large.bytes);
    put(`out/${large.versionId}.pt`, 'mine');
    const command = ['organise', 'in', '--pattern', '{version.id}', '--root', 'out'];
    const { code, stderr } = await cli.run(command);
    expect([code, stderr]).toEqual([9, expect.stringContaining('there is another file of that name')]);
    expect(stderr).toContain('1 put in their place, 1 there already, 0 unknown, 1 refused');
    expect(files()).toEqual([
      'in/b/x.safetensors',
      'in/y.pt',
      ...[`out/${large.versionId}.pt`, `out/${small.versionId}.safetensors`].toSorted(),
    ]);
    expect(readFileSync(cli.path(`out/${large.versionId}.pt`), 'utf8')).toBe('mine');
  });

  it('brings to its end what was interrupted', async () => {
    put('in/x.safetensors', small.bytes);
    put('in/x.json', '{}');
    const [from, to] = [cli.path('in/x.safetensors'), cli.path('out/x.safetensors')];
    // The file was moved, and what is beside it was not.
    const sidecars = [{ from: cli.path('in/x.json'), to: cli.path('out/x.json') }];
    put('out/x.safetensors', small.bytes);
    const record = { from, to, mode: 'move', sidecars, state: 'begun' };
    put(`out/${journal}`, `${JSON.stringify(record)}\n{"from":"/cut of`);
    const command = ['organise', 'in', 'out', '--pattern', '{file.stem}-{version.id}', '--root', 'out'];
    const dry = await cli.run([...command, '--dry-run']);
    expect(dry.stderr).toContain('would be brought to its end: in/x.safetensors -> out/x.safetensors');
    expect(existsSync(from)).toBe(true);
    const { code, stderr } = await cli.run(command);
    expect([code, stderr]).toEqual([0, expect.stringContaining('brought to its end')]);
    expect(files()).toEqual([
      expect.stringMatching(new RegExp(`^out/.*-${small.versionId}\\.json$`)),
      expect.stringMatching(new RegExp(`^out/.*-${small.versionId}\\.safetensors$`)),
    ]);
    // Both runs are one to the user.
    expect((await cli.run(['organise', '--undo', `out/${journal}`])).code).toBe(0);
    expect(files()).toEqual(['in/x.json', 'in/x.safetensors']);
  });

  it('loses nothing when it is killed, however often', async () => {
    const stems = Array.from({ length: 40 }, (_, index) => `x${index}`);
    for (const stem of stems) {
      put(`in/${stem}.safetensors`, small.bytes);
      put(`in/${stem}.json`, stem);
    }
    const command = ['organise', 'in', '--layout', 'forge', '--root', 'ui'];
    for (let kills = 0; kills < 4; kills += 1) {
      const { child, outcome } = cli.start(command);
      const before = existsSync(cli.path('ui', journal)) ? statSync(cli.path('ui', journal)).size : 0;
      let ended = false;
      child.once('exit', () => {
        ended = true;
      });
      await vi.waitFor(
        () => {
          // A fast machine may be done before anybody looks.
          if (!ended && statSync(cli.path('ui', journal)).size <= before) throw new Error('nothing was done yet');
        },
        { timeout: 20_000, interval: 1 },
      );
      child.kill('SIGKILL');
      await outcome;
    }
    expect((await cli.run(command)).stderr).not.toContain('failed:');
    const moved = files().map((name) => name.slice(name.lastIndexOf('/') + 1));
    expect(moved.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      stems.flatMap((stem) => [`${stem}.json`, `${stem}.safetensors`]).toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(files().filter((name) => name.startsWith('in/'))).toEqual([]);
    for (const name of files().filter((one) => one.endsWith('.json'))) {
      expect(`x${/x(\d+)\.json$/.exec(name)?.[1]}`).toBe(readFileSync(cli.path(name), 'utf8'));
    }
  });

  it('takes the sorters, aliases and the layout that are set once for all', async () => {
    put('in/x.safetensors', small.bytes);
    writeFileSync(
      cli.path('own.mjs'),
      "export const sortModel = ({ version }) => ({ model: 'own/' + version.baseModel });",
    );
    await cli.run(['config', 'sorter', '--add', 'own', 'own.mjs']);
    await cli.run(['config', 'alias', '--add', '@out', 'out']);
    expect((await cli.run(['organise', 'in', '--sorter', 'own', '--root', '@out'])).code).toBe(0);
    expect(files().filter((name) => name.startsWith('out/own/'))).toHaveLength(1);
    await cli.run(['config', 'default', '--layout', 'a1111', '--root', 'webui']);
    expect((await cli.run(['organise', 'out'])).code).toBe(0);
    expect(files().filter((name) => name.startsWith('webui/'))).toHaveLength(1);
  });

  it.each<[string, readonly string[], number, string]>([
    ['nothing', [], 2, 'Say what to organise'],
    ['no rule', ['in'], 2, 'Say where files go'],
    ['two rules', ['in', '--layout', 'forge', '--sorter', 'tags'], 2, 'Give one of them'],
    ['a name twice', ['in', '--pattern', 'x', '--name', 'y'], 2, '--name has nothing to say'],
    ['a pattern that cannot be used', ['in', '--pattern', '{nope}'], 2, 'no token {nope}'],
    ['no root', ['in', 'in', '--layout', 'forge'], 2, '--root <folder>'],
    ['a folder without models', ['in', '--sorter', 'basic'], 2, 'no model'],
    ['a sorter that there is not', ['in', '--sorter', 'nope'], 78, 'is no sorter'],
    ['paths to take back', ['in', '--undo', 'list'], 2, 'give no paths'],
    ['a list that there is not', ['--undo', 'list'], 2, 'there is no such file'],
    ['a list that is none', ['--undo', 'text'], 2, 'is no list of moves'],
    ['a token', ['in', '--token', 'x'], 2, 'never taken from the command line'],
  ])('%s', async (_, args, code, said) => {
    mkdirSync(cli.path('in'));
    writeFileSync(cli.path('text'), 'a\nb\n');
    const outcome = await cli.run(['organise', ...args]);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
