import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import { testPipeline } from '../support.js';

/** The server's files are numbered; three at a time belong to a version, some to a second one, and some to none. */
function versionsOf(hash: string): readonly number[] {
  const number = Number.parseInt(hash.slice(0, 8), 16);
  if (number % 5 === 0) return [];
  return [Math.floor(number / 3), ...(number % 7 === 0 ? [10_000 + number] : [])];
}

function isThere(hash: string): boolean {
  return versionsOf(hash).length > 0;
}

function hashOf(number: number): string {
  return `${number.toString(16).padStart(8, '0')}${'abcdef01'.repeat(7)}`.toUpperCase();
}

/** A version with all of its files, as the server gives it for each of them. */
function versionOf(id: number): object {
  const numbers = id >= 10_000 ? [id - 10_000] : [3 * id, 3 * id + 1, 3 * id + 2];
  const files = numbers.map(hashOf).filter((text) => versionsOf(text).includes(id));
  return {
    id,
    publishedAt: null,
    model: { type: 'LORA' },
    files: files.map((SHA256) => ({ type: 'Model', hashes: { SHA256 } })),
  };
}

let server: LoopbackServer;
let civitai: CivitaiClient;

beforeAll(async () => {
  server = await startLoopback((exchange, response, request) => {
    const asked = JSON.parse(exchange.body) as string[];
    const pairs = asked.flatMap((text) => versionsOf(text).map((id) => ({ id, hash: text.toUpperCase() })));
    const entries = pairs.map(({ id, hash }) => ({ modelVersionId: id, modelId: id, hash }));
    const versions = pairs.flatMap(({ id }) => (id % 4 === 0 ? [null, versionOf(id)] : [versionOf(id)]));
    const answer = exchange.url.endsWith('/ids') ? entries : versions;
    return json(answer)(exchange, response, request);
  });
  civitai = new CivitaiClient(testPipeline(server.origin, { baseUrl: server.origin }));
});

afterAll(async () => {
  civitai.close();
  await server.close();
});

/** Hashes of a small world, so that repetitions and shared versions are common, in any mix of cases. */
const hash = fc
  .tuple(fc.integer({ min: 10, max: 400 }), fc.constantFrom('lower', 'upper', 'mixed'))
  .map(([number, casing]) => {
    const text = hashOf(number);
    if (casing === 'mixed') return text.replace('A', 'a');
    return casing === 'upper' ? text : text.toLowerCase();
  });

describe('a search for any hashes', () => {
  it.each([['getManyByHash'], ['getIdsByHash']] as const)('loses and repeats nothing in %s', async (method) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hash, { maxLength: 320, size: 'max' }), async (hashes) => {
        const { found, missing } = await civitai.modelVersions[method](hashes);
        const distinct = [...new Set(hashes)];
        expect(found.map((match) => match.hash)).toEqual(distinct.filter(isThere));
        expect(missing).toEqual(distinct.filter((text) => !isThere(text)));
        for (const match of found) {
          const ids = match.versions.map((version) => ('id' in version ? version.id : version.modelVersionId));
          expect(ids).toEqual(versionsOf(match.hash));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('sends no hash twice, and never more than a hundred at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hash, { maxLength: 320, size: 'max' }), async (hashes) => {
        const before = server.exchanges.length;
        await civitai.modelVersions.getManyByHash(hashes);
        const sent = server.exchanges.slice(before).map(({ body }) => JSON.parse(body) as string[]);
        const all = sent.flat().map((text) => text.toUpperCase());
        expect(all).toHaveLength(new Set(all).size);
        expect(new Set(all)).toEqual(new Set(hashes.map((text) => text.toUpperCase())));
        expect(sent.every(({ length }) => length <= 100)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
