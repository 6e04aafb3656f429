import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { canary, useSite } from './use-site.js';

const site = useSite();
const development = { NODE_ENV: 'development' };

beforeEach(() => {
  writeFileSync(join(site.sandbox.project, 'package.json'), '{ "userSecretsId": "of-a-test" }');
});

function stored(): string {
  const path = join(site.sandbox.home, '.config', 'civitkit', 'user-secrets', 'of-a-test', 'secrets.json');
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

describe('civitkit login --with-key', () => {
  it('stores a key once the site has said whose it is', async () => {
    const { apiKey } = site.emulator;
    const { code, stderr, stdout } = await site.run(['login', '--with-key'], {
      stdin: `${apiKey}\n`,
      env: development,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Stored the key of you in .*secrets\.json\.\n$/);
    expect(JSON.parse(stored())).toEqual({ 'CivitaiApi:ApiKey': apiKey });
    const who = await site.run(['whoami'], { env: development });
    expect(who.stdout).toMatch(/^From: a key: .*secrets\.json/m);

    const out = await site.run(['logout', '--with-key'], { env: development });
    expect(out).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(stored())).toEqual({});
  });

  it('says when such a key does not count', async () => {
    const { stderr } = await site.run(['login', '--with-key'], { stdin: site.emulator.apiKey });
    expect(stderr).toContain('NODE_ENV=development');
  });

  it('stores no wrong key, and does not repeat it', async () => {
    const { code, stderr, stdout } = await site.run(['login', '--with-key'], { stdin: canary });
    expect({ code, stdout, stored: stored() }).toEqual({ code: 3, stdout: '', stored: '' });
    expect(stderr).toBe('civitkit: The site does not take this key; nothing was stored.\n');
  });

  it('stores nothing while the site cannot be asked, unless it need not be', async () => {
    site.emulator.addFault({ fault: { kind: 'status', status: 503 } });
    const asked = await site.run(['login', '--with-key'], { stdin: canary });
    expect({ code: asked.code, stored: stored() }).toEqual({ code: 5, stored: '' });
    expect(asked.stderr).toContain('Nothing was stored: ');
    const unasked = await site.run(['login', '--with-key', '--no-check'], { stdin: canary, env: development });
    expect(unasked).toMatchObject({ code: 0, stderr: '' });
    expect(stored()).toContain(canary);
    expect(asked.stdout + asked.stderr + unasked.stdout).not.toContain(canary);
  });

  it.each([
    ['', 'The value is empty'],
    ['two words', 'Nothing was stored'],
  ])('refuses %j', async (stdin, message) => {
    const { code, stderr } = await site.run(['login', '--with-key'], { stdin });
    expect(stderr).toContain(message);
    expect(code).not.toBe(0);
    expect({ stored: stored(), asked: site.asked() }).toEqual({ stored: '', asked: [] });
  });

  it('needs a project that may have secrets, before it asks for one', async () => {
    writeFileSync(join(site.sandbox.project, 'package.json'), '{}');
    const { code, stderr } = await site.run(['login', '--with-key'], { stdin: canary });
    expect(code).toBe(1);
    expect(stderr).toContain('civitkit secrets init');
  });
});
