import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../../test/support/fixture.js';
import { json } from '../../../../../test/support/loopback-server.js';
import { Configuration } from '../../../src/configuration/configuration.js';
import { createCivitaiClient } from '../../../src/create-civitai-client.js';
import type { JsonObject } from '../../../src/transport/parse-object.js';
import { useLoopback } from '../../use-loopback.js';

const loopback = useLoopback();

async function client(answer: unknown, strict = true) {
  const origin = await loopback.serve(json(answer));
  return createCivitaiClient(
    Configuration.from({ CivitaiApi: { BaseUrl: origin, StrictJsonParsing: strict, Cache: { Enabled: false } } }),
  );
}

const model = (change: JsonObject = {}): JsonObject => ({ ...(siteFixture('models.get') as JsonObject), ...change });

describe('descriptionMarkdown and descriptionText', () => {
  it('are there on models and their versions, also when only known fields are allowed', async () => {
    const civitai = await client(model({ description: '<p>a <b>b</b></p>' }));
    const found = await civitai.models.get(1);
    expect([found.descriptionMarkdown, found.descriptionText]).toEqual(['a **b**', 'a b']);
    for (const { description, descriptionMarkdown } of found.modelVersions) {
      expect(descriptionMarkdown === null).toBe(description === null);
    }
  });

  it('are there on models of a list and on versions by themselves', async () => {
    const list = siteFixture('models.list') as { readonly items: readonly JsonObject[] };
    const items = list.items.map((item) => ({ ...item, description: '<i>a</i>' }));
    const page = await (await client({ ...list, items })).models.where().page();
    expect(page.items.map(({ descriptionMarkdown }) => descriptionMarkdown)).toEqual(items.map(() => '*a*'));
    await loopback.server.close();

    const version = siteFixture('model-versions.get') as JsonObject;
    const found = await (await client({ ...version, description: '<i>a</i>' })).modelVersions.get(1);
    expect([found.descriptionMarkdown, found.descriptionText]).toEqual(['*a*', 'a']);
  });

  it('are null when there is no description', async () => {
    const civitai = await client(model({ description: null }));
    const { descriptionMarkdown, descriptionText } = await civitai.models.get(1);
    expect([descriptionMarkdown, descriptionText]).toEqual([null, null]);
  });

  it('are no members of the JSON, nor of copies', async () => {
    const found = await (await client(model())).models.get(1);
    expect(found.descriptionMarkdown).toEqual(expect.any(String));
    for (const copy of [{ ...found }, structuredClone(found), JSON.parse(JSON.stringify(found)) as object]) {
      expect(Object.getOwnPropertyNames(copy).filter((name) => /Markdown|Text/.test(name))).toEqual([]);
      expect(copy).toEqual(found);
    }
    expect(Object.keys(found)).toEqual(Object.keys({ ...found }));
  });

  it('are worked out once, and again for a model that cannot keep them', async () => {
    const found = await (await client(model())).models.get(1);
    const own = (): PropertyDescriptor | undefined => Object.getOwnPropertyDescriptor(found, 'descriptionMarkdown');
    expect(own()).not.toHaveProperty('value');
    const first = found.descriptionMarkdown;
    expect(own()).toMatchObject({ value: first, enumerable: false });
    const frozen = Object.freeze(await (await client(model())).models.get(1));
    expect([frozen.descriptionMarkdown, frozen.descriptionMarkdown]).toEqual([first, first]);
  });

  it('are not taken from a server, which is told when only known fields are allowed', async () => {
    const answer = model({ description: '<b>a</b>', descriptionMarkdown: 'x' });
    await expect((await client(answer)).models.get(1)).rejects.toMatchObject({ code: 'unmapped_fields' });
    await loopback.server.close();
    const found = await (await client(answer, false)).models.get(1);
    expect(found.descriptionMarkdown).toBe('**a**');
  });

  it('are contentMarkdown and contentText on an article', async () => {
    const article = { ...(siteFixture('articles.get') as JsonObject), content: '<h2>a</h2><script>b</script>' };
    const found = await (await client(article)).articles.get(1);
    expect([found.contentMarkdown, found.contentText]).toEqual(['## a', 'a']);
    expect(JSON.stringify(found)).not.toContain('Markdown');
  });
});
