import { getEventListeners } from 'node:events';
import { Container } from 'inversify';
import { describe, expect, it } from 'vitest';
import { json, startLoopback } from '../../../../test/support/loopback-server.js';
import { addCivitaiApi, CivitaiClient, createCivitaiClient } from '../../src/index.js';
import { createProject } from '../configuration/support/project.js';
import { watchCount } from './support.js';

const settings = { CivitaiApi: { ReloadOnChange: true, ApiKey: 'abc' } };

describe.runIf(process.platform === 'linux')('watchers', () => {
  it('end with the client', () => {
    const project = createProject({ 'appsettings.json': settings });
    const before = watchCount();
    const civitai = createCivitaiClient(project.load());
    expect(watchCount()).toBeGreaterThan(before);
    civitai.close();
    expect(watchCount()).toBe(before);
  });

  it('begin when a container gives the client, and end when it is unbound', async () => {
    const project = createProject({ 'appsettings.json': settings });
    const before = watchCount();
    const container = new Container();
    addCivitaiApi(container, project.load());
    expect(watchCount()).toBe(before);
    container.get(CivitaiClient);
    expect(watchCount()).toBeGreaterThan(before);
    await container.unbindAllAsync();
    expect(watchCount()).toBe(before);
  });

  it('do not stay behind a client that cannot be made', () => {
    const project = createProject({
      'appsettings.json': {
        CivitaiApi: { ...settings.CivitaiApi, RateLimit: { Enabled: true, Buckets: 'nosuch=1' } },
      },
    });
    const before = watchCount();
    expect(() => createCivitaiClient(project.load())).toThrow(/nosuch/);
    expect(watchCount()).toBe(before);
  });

  it('leave nothing on a signal that calls share', async () => {
    await using server = await startLoopback(json({ id: 1, name: 'one' }));
    const project = createProject({
      'appsettings.json': { CivitaiApi: { ...settings.CivitaiApi, BaseUrl: server.origin } },
    });
    const { signal } = new AbortController();
    const civitai = createCivitaiClient(project.load());
    await civitai.models.get(1, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    civitai.close();
    await expect.poll(() => server.openSockets.size).toBe(0);
  });
});
