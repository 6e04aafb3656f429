import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { json } from '../../../../test/support/loopback-server.js';
import type { CivitaiClient } from '../../src/civitai-client.js';
import { serving } from './support.js';

const serve = serving();
const strict = { settings: { strictJsonParsing: true } };
const hash = 'a'.repeat(64);
const token = 'partner';

const recorded: readonly (readonly [fixture: string, call: (client: CivitaiClient) => PromiseLike<unknown>])[] = [
  ['articles.list', (client) => client.articles.where().page()],
  ['articles.get', (client) => client.articles.get(15_342)],
  ['collections.list', (client) => client.collections.where().page()],
  ['collections.get', (client) => client.collections.get(1201)],
  ['content.get', (client) => client.content.get('tos')],
  ['image-upload', (client) => client.imageUploads.create()],
  ['image-upload.multipart', (client) => client.imageUploads.startMultipart({ sizeBytes: 26_214_401 })],
  ['model-files.tensor-metadata', (client) => client.modelFiles.getTensorMetadata(9001)],
  ['model-files.tensor-metadata.lora', (client) => client.modelFiles.getTensorMetadata(9001)],
  ['model-files.tensor-metadata.summary', (client) => client.modelFiles.getTensorMetadata(9001, { summaryOnly: true })],
  ['model-versions.by-hash.post', (client) => client.modelVersions.getManyByHash([hash])],
  ['model-versions.by-hash-ids.post', (client) => client.modelVersions.getIdsByHash([hash])],
  ['model-versions.mini.get', (client) => client.modelVersions.getMini(1001)],
  ['model-versions.mini.get.modelFileId', (client) => client.modelVersions.getMini(1001, { modelFileId: 9002 })],
  ['partners.supported-models', (client) => client.partners.replaceSupportedModels([], { token })],
  ['permissions.check', (client) => client.permissions.check({ entityIds: [1001, 1002] })],
  ['users.list', (client) => client.users.find({ query: 'you' })],
  ['vault.get', (client) => client.vault.get()],
  ['vault.all', (client) => client.vault.where().page()],
  ['vault.check-vault', (client) => client.vault.check([1001, 1002])],
  ['vault.toggle-version.added', (client) => client.vault.toggle(1001)],
  ['vault.toggle-version.removed', (client) => client.vault.toggle(1001)],
];

describe('strict parsing', () => {
  it.each(recorded)('knows every field of %s', async (fixture, call) => {
    const answers = siteFixture(fixture);
    // The list of versions names no hash that was asked, so the route that gives ids is asked, too.
    const ids = siteFixture('model-versions.by-hash-ids.post');
    const { civitai } = await serve([json(answers), json(fixture.endsWith('by-hash.post') ? ids : answers)], strict);
    await expect(Promise.resolve(call(civitai)).then(() => 'known')).resolves.toBe('known');
  });

  it.each(recorded.filter(([fixture]) => !fixture.startsWith('permissions')))(
    'finds a field of %s that is new',
    async (fixture, call) => {
      const answer = siteFixture(fixture) as Record<string, unknown> & { items?: Record<string, unknown>[] };
      const target = Array.isArray(answer) ? answer[0] : (answer.items?.[0] ?? answer);
      (target as Record<string, unknown>)['brandNew'] = 1;
      const { civitai } = await serve(json(answer), strict);
      const error: unknown = await Promise.resolve(call(civitai)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'unmapped_fields' });
      expect(JSON.stringify(error)).toContain('brandNew');
    },
  );

  it('finds a new field beside the items of the vault', async () => {
    const { civitai } = await serve(json({ ...(siteFixture('vault.all') as object), banner: 1 }), strict);
    await expect(civitai.vault.where().page()).rejects.toMatchObject({ details: { fields: ['banner'] } });
  });
});
