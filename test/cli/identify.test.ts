import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { large, small } from '../faults/downloads/catalogue-files.js';
import { downloads, linesOf } from './downloads.js';

const cli = downloads({ imageCount: 0 });
const lookups = (): number => cli.emulator.requests.filter(({ path }) => path.includes('by-hash')).length;

/** Files that have not changed just now: those are not remembered. */
function put(name: string, bytes: Uint8Array | string): void {
  mkdirSync(cli.path('models'), { recursive: true });
  writeFileSync(cli.path('models', name), bytes);
  utimesSync(cli.path('models', name), 1_700_000_000, 1_700_000_000);
}

describe('civitkit identify', () => {
  it('tells which models files are, by their content and not by their names', async () => {
    put('x.safetensors', small.bytes);
    put('y.pt', large.bytes);
    const { code, stderr, stdout } = await cli.run(['identify', 'models']);
    expect(code).toBe(0);
    expect(stderr).toContain('2 files: 2 known');
    const [header = '', ...rows] = linesOf(stdout);
    expect(header).toMatch(/^STATUS +MODEL +VERSION/);
    expect(rows[0]).toContain(`${small.versionId} `);
    expect(rows[0]).toContain('models/x.safetensors');
    expect(rows[1]).toContain(`${large.versionId} `);
  });

  it('ends with 4 when one is not known; --json has a line for each', async () => {
    put('x.safetensors', small.bytes);
    put('mine.safetensors', 'mine');
    const { code, stdout } = await cli.run(['identify', 'models', '--json', '--no-updates']);
    const files = linesOf(stdout).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(4);
    expect(files).toMatchObject([
      { path: cli.path('models', 'mine.safetensors'), status: 'unknown' },
      {
        path: cli.path('models', 'x.safetensors'),
        matchedBy: 'sha256',
        version: { id: small.versionId },
        model: { id: small.modelId },
      },
    ]);
  });

  it('remembers hashes, in a file that nobody else can read; --no-cache does not', async () => {
    put('x.safetensors', small.bytes);
    const cached = async (...args: readonly string[]): Promise<unknown> => {
      const { stdout } = await cli.run(['identify', 'models', '--json', ...args]);
      return (JSON.parse(stdout) as { fromCache: unknown }).fromCache;
    };
    expect([await cached(), await cached(), await cached('--no-cache')]).toEqual([false, true, false]);
    expect(statSync(`${cli.sandbox.home}/.cache/civitkit/hashes.json`).mode & 0o777).toBe(0o600);
    expect(await cached('--cache', 'own.json')).toBe(false);
    expect(existsSync(cli.path('own.json'))).toBe(true);
  });

  it('writes descriptions, and renames with what is beside', async () => {
    put('x.safetensors', small.bytes);
    put('x.preview.png', 'png');
    const pattern = '{model.id}-{version.id}';
    const dry = await cli.run(['identify', 'models', '--rename', pattern, '--sidecar', 'info', '--dry-run']);
    expect([dry.code, dry.stderr]).toEqual([0, expect.stringContaining('would be renamed')]);
    expect(cli.files()).toEqual(['models/x.preview.png', 'models/x.safetensors']);
    const { code, stdout } = await cli.run(['identify', 'models', '--rename', pattern, '--sidecar', 'info']);
    const stem = `models/${small.modelId}-${small.versionId}`;
    expect([code, cli.files()]).toEqual([0, [`${stem}.civitai.info`, `${stem}.preview.png`, `${stem}.safetensors`]]);
    expect(stdout).toContain(`${stem}.safetensors`);
    expect(JSON.parse(readFileSync(cli.path(`${stem}.civitai.info`), 'utf8'))).toMatchObject({ id: small.versionId });
  });

  it('replaces nothing', async () => {
    put('x.safetensors', small.bytes);
    put(`${small.versionId}.safetensors`, 'mine');
    const { code, stderr } = await cli.run(['identify', 'models', '--rename', '{version.id}']);
    expect([code, stderr]).toEqual([9, expect.stringContaining('there is a file of that name')]);
    expect(readFileSync(cli.path('models', `${small.versionId}.safetensors`), 'utf8')).toBe('mine');
  });

  it('asks for many files together, and sends none of them', async () => {
    put('x.safetensors', small.bytes);
    put('y.pt', large.bytes);
    await cli.run(['identify', 'models', '--no-updates']);
    expect(lookups()).toBe(1);
    expect(cli.links()).toBe(0);
  });

  it.each<[string, readonly string[], number, string]>([
    ['a folder that there is not', ['missing'], 2, '[file_not_found]'],
    ['a folder without models', ['.'], 2, 'no model'],
    ['a pattern that cannot be used', ['models', '--rename', '{nope}'], 2, 'no token {nope}'],
    ['no argument', [], 2, 'missing required argument'],
    ['a token', ['models', '--token', 'x'], 2, 'never taken from the command line'],
  ])('%s', async (_, args, code, said) => {
    mkdirSync(cli.path('models'));
    const outcome = await cli.run(['identify', ...args]);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(said)]);
  });

  it('ends with 5 when the site does not answer', async () => {
    put('x.safetensors', small.bytes);
    cli.emulator.addFault({ fault: { kind: 'status', status: 503 } });
    const { code } = await cli.run(['identify', 'models'], { env: { CivitaiApi__Retry__MaxRetries: '0' } });
    expect(code).toBe(5);
  });
});
