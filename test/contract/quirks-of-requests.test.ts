import { type CivitaiClient, cdnUrl, OAuthClient, oauthScopePresets, readGeneration } from '@civitkit/core/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const parts = emulated();

/** Runs with an emulator that behaves in a certain way. */
async function withMood(
  options: EmulatorOptions,
  work: (client: CivitaiClient, server: RunningEmulator) => Promise<void>,
): Promise<void> {
  await using server = await startEmulator({ modelCount: 60, imageCount: 200, ...options });
  using client = clientOf(server);
  await work(client, server);
}

describe('quirks of the site API, and what the client makes of them', () => {
  it('16 parameters are null, flat, nested, and of odd types', async () => {
    for (const behaviour of [{}, { nestedMeta: true }]) {
      await withMood({ behaviour }, async (client) => {
        const images = await client.images.where({ browsingLevel: 31, withMeta: true }).toArray();
        const generations = images.map(({ meta }) => readGeneration(meta));
        expect(images.some(({ meta }) => meta === null)).toBe(true);
        expect(images.every(({ meta }) => meta === null || !('meta' in meta && 'id' in meta))).toBe(true);
        expect(generations.some((generation) => typeof generation?.seed === 'number')).toBe(true);
        expect(generations.some((generation) => typeof generation?.prompt === 'string')).toBe(true);
      });
    }
  });

  it('17 the extension tells image from video, and no more', async () => {
    const images = await parts().civitai.images.where({ browsingLevel: 31 }).toArray();
    const extensions = new Map(images.map(({ type, url }) => [type, url.split('.').at(-1)]));
    expect(Object.fromEntries(extensions)).toMatchObject({ image: 'jpeg', video: 'mp4' });
  });

  it('18 some images are named by a storage key: cdnUrl makes an address of it', async () => {
    const articles = await parts().civitai.articles.where({ nsfw: true }).take(40).toArray();
    const image = await parts().civitai.images.where().first();
    const key =
      articles.find(({ coverImage }) => coverImage !== null && coverImage !== undefined)?.coverImage?.url ?? '';
    expect(key).not.toMatch(/^https?:/);
    expect(cdnUrl(key, { likeUrl: image?.url ?? '' })).toMatch(
      /^https:\/\/image\.civitai\.com\/[^/]+\/[^/]+\/width=450\//,
    );
  });

  it('19 links have raw blanks: encoded', async () => {
    const links = (await parts().civitai.tags.where({ query: 'b' }).toArray()).map(({ link }) => link);
    expect(links.some((link) => link.includes('%20'))).toBe(true);
    expect(links.every((link) => !link.includes(' '))).toBe(true);
  });

  it('20 errors have many shapes, and web pages come with any status: always a typed error with the text', async () => {
    const failures = [
      parts().civitai.models.where({ period: 'Decade' }).page(),
      parts().civitai.models.get(2_147_483_647),
      parts().civitai.models.where({ username: 'nobody_at_all' }).page(),
      parts().civitai.images.where({ username: 'nobody_at_all' }).page(),
      parts()
        .civitai.creators.where({ extra: { limit: 'many' } })
        .page(),
      parts().civitai.articles.get(2_147_483_647),
    ];
    const texts = [/period/, /No model with id/, /User not found/, /User not found/i, /number/, /No article with id/];
    for (const [index, failure] of failures.entries()) await expect(failure).rejects.toThrow(texts[index]);
    parts().emulator.addFault({ fault: { kind: 'html' }, times: 1 });
    await expect(parts().civitai.models.get(1)).rejects.toMatchObject({ code: 'unexpected_content_type' });
  });

  it('21 statuses lie: a 500 for wrong parameters is not repeated, and the page cap is never met', async () => {
    using patient = clientOf(parts().emulator, {
      ApiKey: parts().emulator.apiKey,
      Retry: { MaxRetries: 2, InitialDelaySeconds: 0 },
    });
    await expect(patient.vault.where({ extra: { dateAddedFrom: '2026-01-01' } }).page()).rejects.toMatchObject({
      status: 500,
      attempts: 1,
    });
    expect(() => parts().civitai.models.where().page({ page: 11, limit: 100 })).toThrow(RangeError);
    const capped = await fetch(`${parts().emulator.siteUrl}/api/v1/models?page=11&limit=100`);
    expect(capped.status).toBe(429);
  });

  it('22 an agent that looks like a browser is treated as one: ours does not', async () => {
    await parts().civitai.enums.get();
    expect(parts().emulator.requests.at(-1)?.headers['user-agent']).toMatch(/^civitkit-core\//);
    expect(parts().emulator.requests.at(-1)?.headers['user-agent']).not.toMatch(
      /mozilla|chrome|safari|firefox|opera|edge/i,
    );
  });

  it('23 redirects lead to hosts that refuse the key: it never goes there', async () => {
    parts().emulator.addFault({
      fault: { kind: 'redirect', location: `${parts().emulator.storageUrl}/anything` },
      times: 1,
    });
    await expect(parts().civitai.models.get(1)).rejects.toMatchObject({ code: 'unexpected_redirect' });
    const elsewhere = parts().emulator.requests.filter(({ path }) => path.startsWith('/anything'));
    expect(elsewhere).toHaveLength(0);
  });

  it('24 favorites=false is a 401 and supportsGeneration=false means true: neither is sent', async () => {
    using anonymous = clientOf(parts().emulator, {});
    await expect(anonymous.models.where({ favorites: false, hidden: false }).page()).resolves.toBeDefined();
    const refused = await fetch(`${parts().emulator.siteUrl}/api/v1/models?favorites=false`);
    expect(refused.status).toBe(401);
    const both = await parts().civitai.models.where({ supportsGeneration: false, nsfw: true }).toArray();
    expect(new Set(both.map(({ supportsGeneration }) => supportsGeneration)).size).toBe(2);
  });

  it('25 some lists are refused with a single value: it is sent twice', async () => {
    const refused = await fetch(`${parts().emulator.siteUrl}/api/v1/models?fileFormats=GGUF`);
    expect(refused.status).toBe(400);
    await expect(
      parts()
        .civitai.models.where({ fileFormats: ['GGUF'] })
        .page(),
    ).resolves.toBeDefined();
    await expect(
      parts()
        .civitai.vault.where({ types: ['LORA'] })
        .page(),
    ).resolves.toBeDefined();
  });

  it('26 parameters it does not know are ignored: a wrong name is refused here', async () => {
    const ignored = await fetch(`${parts().emulator.siteUrl}/api/v1/images?tagName=anime`);
    expect(ignored.status).toBe(200);
    expect(() => parts().civitai.images.where({ tagName: 'anime' } as object)).toThrow(/there is no filter "tagName"/);
  });

  it('27 a wrong key is treated as none: me tells', async () => {
    using wrong = clientOf(parts().emulator, { ApiKey: 'f'.repeat(32) });
    await expect(wrong.models.where().page({ limit: 1 })).resolves.toBeDefined();
    await expect(wrong.me.get()).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('28 answers for everybody may be minutes old: the header says so, and a key goes past it', async () => {
    using anonymous = clientOf(parts().emulator, {});
    const open = await anonymous.models.where().page({ limit: 1 }).withResponse();
    expect(open.response.headers['cache-control']).toContain('s-maxage=300');
    const own = await parts().civitai.models.where().page({ limit: 1 }).withResponse();
    expect(own.response.headers['cache-control'] ?? '').not.toContain('s-maxage');
  });

  it('29 the scope of a token comes as a list of one text: read as bits', async () => {
    const { authUrl, oauthApps } = parts().emulator;
    using client = new OAuthClient({
      ...oauthApps.service,
      authBaseUrl: authUrl,
      scopes: oauthScopePresets.AIServices,
    });
    const tokens = await client.clientCredentials();
    expect(tokens.scope).toBe(114_689);
  });

  it('30 vocabularies grow: unknown members pass, and enums lists those of today', async () => {
    const { BaseModel } = await parts().civitai.enums.get();
    expect(BaseModel.length).toBeGreaterThan(50);
    await expect(
      parts()
        .civitai.models.where({ baseModels: ['Model of next year'] })
        .page(),
    ).resolves.toMatchObject({
      items: [],
    });
  });
});
