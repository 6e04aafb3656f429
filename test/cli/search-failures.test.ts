import { describe, expect, it, vi } from 'vitest';
import { outcomeOf, spawnCli } from './run-cli.js';
import { canary, useSite } from './use-site.js';

const site = useSite();
const search = ['models', 'search', '--limit', '1'];

describe('lists that fail', () => {
  it.each([
    [{ kind: 'status', status: 503 }, 5],
    [{ kind: 'rateLimit' }, 6],
    [{ kind: 'status', status: 403 }, 3],
    [{ kind: 'brokenJson' }, 5],
    [{ kind: 'reset' }, 5],
    [{ kind: 'html', status: 200 }, 5],
  ] as const)('%j is exit code %i', async (fault, code) => {
    site.emulator.addFault({ fault });
    const outcome = await site.run([...search, '--json']);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toMatch(/^civitkit: models\.list.*\[\w+\]\n$/);
  });

  it.each(['--json', '--ndjson'])('with %s, when the second page fails', async (format) => {
    site.emulator.addFault({ times: 1, fault: { kind: 'slowBody', pauseMs: 1, chunkBytes: 100_000 } });
    site.emulator.addFault({ fault: { kind: 'status', status: 500 } });
    const { code, stdout } = await site.run(['models', 'search', '--all', '--page-size', '10', format]);
    expect(code).toBe(5);
    // No half of an array, but every line that came.
    const lines = stdout.split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(format === '--json' ? 0 : 10);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ id: expect.any(Number) });
  });

  it('is a network failure when nobody listens', async () => {
    const { code, stderr } = await site.run(search, { env: { CivitaiApi__BaseUrl: 'http://127.0.0.1:9' } });
    expect(code).toBe(5);
    expect(stderr).toContain('[connection_failed]');
  });

  it('needs a key for what is the own account of somebody', async () => {
    const { code, stderr } = await site.run([...search, '--favorites']);
    expect({ code, asked: site.asked() }).toEqual({ code: 3, asked: [] });
    expect(stderr).toContain('CIVITAI_API_KEY');
  });

  it('is a problem of the configuration when that cannot be used', async () => {
    const { code } = await site.run(search, { env: { CivitaiApi__TimeoutSeconds: 'soon' } });
    expect(code).toBe(78);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s while it waits', async (signal) => {
    site.emulator.addFault({ fault: { kind: 'stalledHeaders' } });
    const child = spawnCli(site.sandbox, search, { env: site.env });
    const outcome = outcomeOf(child);
    await vi.waitFor(() => expect(site.asked()).toHaveLength(1), { timeout: 10_000 });
    child.kill(signal);
    expect(await outcome).toEqual({
      code: signal === 'SIGINT' ? 130 : 143,
      signal: null,
      stdout: '',
      stderr: 'civitkit: The list was not read to its end.\n',
    });
  });

  it('prints a key nowhere', async () => {
    const env = { CIVITAI_API_KEY: canary, CIVITKIT_DEBUG: '1' };
    const commands = [
      [...search, '--json'],
      [...search, '--favorites'],
      ['models', 'get', `https://civitai.com/models/1?token=${canary}`],
      ['models', 'get', `https://example.com/models/1?token=${canary}`],
      ['versions', 'get', '99999999'],
      ['images', 'search', `--token=${canary}`],
      ['users', 'search', 'fox', `--api-key=${canary}`],
      ['whoami'],
      ['whoami', `--key=${canary}`],
      ['login', canary],
      ['login', `--with-key=${canary}`],
      ['login', '--with-key', canary],
    ];
    for (const args of commands) {
      const { stderr, stdout } = await site.run(args, { env });
      expect({ args, printed: stdout + stderr }).toEqual({ args, printed: expect.not.stringContaining(canary) });
    }
    expect(site.asked().filter(({ headers }) => headers.authorization === `Bearer ${canary}`).length).toBeGreaterThan(
      2,
    );
  });
});
