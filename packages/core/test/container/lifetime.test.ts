import { Container } from 'inversify';
import { describe, expect, it } from 'vitest';
import { startLoopback } from '../../../../test/support/loopback-server.js';
import { addCivitaiApi, CivitaiClient, Configuration, coreTokens, createCivitaiModule } from '../../src/index.js';
import { useServedContainer } from './served-container.js';

const served = useServedContainer();

describe('containers below and modules', () => {
  it('a child container resolves the client of its parent, or has its own', async () => {
    addCivitaiApi(served.container, served.keyed('parent-key'));
    const child = new Container({ parent: served.container });
    expect(child.get(CivitaiClient)).toBe(served.container.get(CivitaiClient));
    const own = new Container({ parent: served.container });
    addCivitaiApi(own, served.keyed('child-key'));
    await own.get(CivitaiClient).models.get(1);
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer child-key', 'Bearer parent-key']);
    await own.unbindAllAsync();
  });

  it('unloading a module closes its client and removes its bindings', async () => {
    const module = createCivitaiModule(served.keyed('a'));
    served.container.load(module);
    const civitai = served.container.get(CivitaiClient);
    await civitai.models.get(1);
    expect(served.server.openSockets.size).toBe(1);
    served.container.unload(module);
    expect(served.container.isBound(CivitaiClient)).toBe(false);
    expect(served.container.isBound(coreTokens.settings)).toBe(false);
    await expect.poll(() => served.server.openSockets.size).toBe(0);
    await expect(civitai.models.get(1)).rejects.toMatchObject({ code: 'client_closed' });
    addCivitaiApi(served.container, served.keyed('b'));
    await served.container.get(CivitaiClient).models.get(1);
  });

  it.each([
    ['unbindAll', (target: Container) => Promise.resolve(target.unbindAll())],
    ['unbindAllAsync', (target: Container) => target.unbindAllAsync()],
  ])('%s ends open calls and closes every socket', async (_name, unbind) => {
    await using stalled = await startLoopback(() => undefined);
    addCivitaiApi(served.container, Configuration.from({ CivitaiApi: { BaseUrl: stalled.origin } }));
    const call = served.container.get(CivitaiClient).models.get(1).asResult();
    await expect.poll(() => stalled.exchanges.length).toBe(1);
    await unbind(served.container);
    expect(await call).toMatchObject({ ok: false, error: { code: 'client_closed' } });
    await expect.poll(() => stalled.openSockets.size).toBe(0);
  });
});
