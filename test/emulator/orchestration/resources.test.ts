import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/emulator/catalogue/catalogue.js';
import {
  createResourceRoutes,
  type ResourceRouteOptions,
} from '../../../src/emulator/orchestration/resources/create-resource-routes.js';
import {
  createResourceFleet,
  type ResourceAvailability,
  type ResourceFleet,
} from '../../../src/emulator/orchestration/resources/resource-fleet.js';
import {
  createResourceIndex,
  type ResourceIndex,
} from '../../../src/emulator/orchestration/resources/resource-index.js';
import { ask, jsonOf, listen, serveRoutes } from './serve-routes.js';

interface ResourceView {
  readonly air: string;
  readonly size: number;
  readonly canGenerate: boolean;
  readonly downloadUrls: readonly string[];
  readonly hashes: Readonly<Record<string, string>>;
  readonly availability: ResourceAvailability;
}

interface Page {
  readonly next: string | null;
  readonly items: readonly ResourceView[];
}

interface Served {
  readonly index: ResourceIndex;
  readonly fleet: ResourceFleet;
  readonly url: string;
}

const CATALOGUE = createCatalogue({ seed: 1, modelCount: 120, imageCount: 0 });

async function start(options: Partial<ResourceRouteOptions> = {}): Promise<Served> {
  const api = await listen();
  const index = createResourceIndex(CATALOGUE);
  const fleet = createResourceFleet();
  serveRoutes(api, createResourceRoutes({ index, fleet, siteUrl: 'http://site.test', ...options }));
  return { index, fleet, url: `${api.origin}/v2/resources` };
}

async function walk(url: string): Promise<readonly ResourceView[]> {
  const items: ResourceView[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: Page = await jsonOf<Page>(ask(`${url}&cursor=${next}`));
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

describe('a resource', () => {
  it('is found by its AIR, raw or encoded, in full or in short', async () => {
    const { index, url } = await start();
    const { air = '', sizeBytes, placed } = index.all[0] ?? {};
    const short = air.split(':').slice(-2).join(':');
    const spellings = [air, encodeURIComponent(air), short, `${air}+123`, air.replace('urn:air:', 'air:')];
    for (const spelling of spellings) {
      const response = await ask(`${url}/${spelling}`);
      expect([spelling, response.status, await jsonOf<ResourceView>(response)]).toMatchObject([
        spelling,
        200,
        {
          air,
          size: sizeBytes,
          canGenerate: placed?.version.supportsGeneration,
          hashes: { SHA256: expect.any(String) },
        },
      ]);
    }
    expect((await jsonOf<ResourceView>(ask(`${url}/${air}`))).downloadUrls).toEqual([
      `http://site.test/api/download/models/${placed?.version.id}`,
    ]);
  });

  it('may have slashes in its name and come from elsewhere', async () => {
    const { url } = await start();
    const air = 'urn:air:flux1:checkpoint:huggingface:emulated-lab/plain-flow@main';
    for (const spelling of [air, encodeURIComponent(air)]) {
      expect(await jsonOf<ResourceView>(ask(`${url}/${spelling}`))).toMatchObject({ air, size: 23 * 1024 ** 3 });
    }
  });

  it('is refused below huggingface/, unreadable, unknown, and under another model', async () => {
    const { index, url } = await start();
    const other = (index.all[0]?.air ?? '').replace(/civitai:\d+/, 'civitai:1');
    const paths = ['huggingface/a/b', 'nothing', 'urn:air:sd1:lora:civitai:1@99999999', other];
    const statuses = paths.map(async (path) => (await ask(`${url}/${path}`)).status);
    expect(await Promise.all(statuses)).toEqual([400, 400, 404, 404]);
  });

  it('is as available as the fleet says', async () => {
    const { index, fleet, url } = await start();
    const { air = '' } = index.all[0] ?? {};
    const states: readonly ResourceAvailability[] = [
      { status: 'unsupported' },
      { status: 'unavailable', queuePosition: null },
      { status: 'queued', lane: 'normal', queuePosition: 3, etaSeconds: 90, boostedEtaSeconds: 30 },
      { status: 'loading', progress: 0.5, workers: 1, etaSeconds: 4 },
      { status: 'available', workers: 2 },
    ];
    for (const state of states) {
      fleet.set(air, state);
      expect((await jsonOf<ResourceView>(ask(`${url}/${air}`))).availability).toEqual(state);
    }
  });
});

describe('a list of resources', () => {
  it('is the queue in its order or what is loaded, page by page', async () => {
    const { index, fleet, url } = await start();
    const loaded = await walk(`${url}?view=Loaded&take=7`);
    expect(new Set(loaded.map(({ availability }) => availability.status))).toEqual(new Set(['available']));
    expect(loaded.length).toBe(index.all.filter((one) => fleet.availabilityOf(one).status === 'available').length);
    expect(new Set(loaded.map(({ air }) => air)).size).toBe(loaded.length);
    const queue = await walk(`${url}?view=queue&take=3`);
    const places = queue.map(({ availability }) =>
      'queuePosition' in availability ? (availability.queuePosition ?? 0) : 0,
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(queue.map(({ availability }) => availability.status))).toEqual(new Set(['loading', 'queued']));
  });

  it('is narrowed down by type, source and size', async () => {
    const { fleet, index, url } = await start();
    for (const one of index.all) fleet.set(one.air, { status: 'available', workers: 1 });
    const typesIn = async (query: string): Promise<ReadonlySet<string | undefined>> => {
      const items = await walk(`${url}?view=loaded&${query}`);
      return new Set(items.map(({ air }) => air.split(':')[3]));
    };
    expect(await typesIn('type=LORA&type=vae')).toEqual(new Set(['lora', 'vae']));
    expect(await typesIn('type=lora&excludeType=lora')).toEqual(new Set());
    const elsewhere = await walk(`${url}?view=loaded&source=huggingface&source=orchestrator`);
    expect(elsewhere.length).toBe(4);
    const sizes = (await walk(`${url}?view=loaded&minSizeBytes=${2 ** 31}&maxSizeBytes=${24 * 2 ** 30}`)).map(
      ({ size }) => size,
    );
    expect(sizes).toEqual([23 * 1024 ** 3]);
  });

  it('names every mistake in its query', async () => {
    const { url } = await start();
    const wrong = [
      '',
      'view=all',
      'view=queue&take=0',
      'view=queue&take=101',
      'view=queue&cursor=zz',
      'view=loaded&minSizeBytes=x',
    ];
    const keys: unknown[] = [];
    for (const query of wrong) {
      const response = await ask(`${url}?${query}`);
      const { errors } = await jsonOf<{ errors: Record<string, unknown> }>(response);
      keys.push([response.status, ...Object.keys(errors)]);
    }
    expect(keys).toEqual([
      [400, 'view'],
      [400, 'view'],
      [400, 'take'],
      [400, 'take'],
      [400, 'cursor'],
      [400, 'minSizeBytes'],
    ]);
  });

  it('of everything may be too long, and of a silent fleet is 503', async () => {
    const short = await start({ maxUnfiltered: 1 });
    expect((await ask(`${short.url}?view=loaded`)).status).toBe(400);
    expect((await ask(`${short.url}?view=loaded&type=lora`)).status).toBe(200);
    expect((await ask(`${short.url}?view=queue`)).status).toBe(200);
    const silent = await start({ isFleetSilent: true });
    const response = await ask(`${silent.url}?view=queue`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  });
});
