import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canary, useSite } from './use-site.js';

const site = useSite();

describe('civitkit whoami', () => {
  it('says whose key it is and where it comes from, and never the key', async () => {
    const { apiKey } = site.emulator;
    const { code, stderr, stdout } = await site.run(['whoami'], { env: { CIVITAI_API_KEY: apiKey } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^User: you \(12345\)$/m);
    expect(stdout).toMatch(/^Membership: gold$/m);
    expect(stdout).toMatch(/^May: everything$/m);
    expect(stdout).toMatch(/^May spend: no limit of its own$/m);
    expect(stdout).toMatch(/^From: a key: environment variable CIVITAI_API_KEY$/m);
    expect(stdout).not.toContain(apiKey);
  });

  it('names the file that the key is in', async () => {
    const secrets = join(site.sandbox.home, 'secrets');
    mkdirSync(secrets);
    writeFileSync(join(secrets, 'CIVITAI_API_KEY'), site.emulator.apiKey);
    const { stdout } = await site.run(['whoami'], { env: { CIVITKIT_SECRETS_DIRECTORY: secrets } });
    expect(stdout).toMatch(/^From: a key: .*CIVITAI_API_KEY/m);
  });

  it('prints with --json what the API gives', async () => {
    const { apiKey, siteUrl } = site.emulator;
    const { stdout } = await site.run(['whoami', '--json'], { env: { CIVITAI_API_KEY: apiKey } });
    const me = await fetch(`${siteUrl}/api/v1/me`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect(JSON.parse(stdout)).toEqual(await me.json());
  });

  it('is exit code 3 without a key, and nothing is sent', async () => {
    const { code, stderr, stdout } = await site.run(['whoami', '--json']);
    expect({ code, stdout, asked: site.asked() }).toEqual({ code: 3, stdout: '', asked: [] });
    expect(stderr).toContain('`civitkit login`');
  });

  it('is exit code 3 with a key that the site does not take', async () => {
    const { code, stderr, stdout } = await site.run(['whoami'], { env: { CIVITAI_API_KEY: canary } });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('[unauthorized]');
    expect(stderr).not.toContain(canary);
  });
});
