import { CATALOGUE_NOW } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue } from '../../src/emulator/catalogue/catalogue.js';
import { MODEL_TYPES } from '../../src/emulator/catalogue/enum-values.js';

const create = (seed: number): Catalogue => createCatalogue({ seed, modelCount: 300, imageCount: 3000 });
const text = ({ creators, tags, models, images }: Catalogue): string =>
  JSON.stringify({ creators, tags, models, images });

describe('the catalogue', () => {
  it('is a function of its seed', () => {
    expect(text(create(7))).toBe(text(create(7)));
    expect(text(create(7))).not.toBe(text(create(8)));
  });

  it.each([1, 2, 3])('seed %i has everything a client may meet', (seed) => {
    const { models, images, versionById } = create(seed);
    expect(models).toHaveLength(300);
    expect(images).toHaveLength(3000);
    expect(new Set(models.map((model) => model.type))).toEqual(new Set(MODEL_TYPES));
    expect(new Set(models.map((model) => model.versions.length))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(new Set(images.map((image) => image.level))).toEqual(new Set([0, 1, 2, 4, 8, 16, 32]));
    expect(new Set(images.map((image) => image.type))).toEqual(new Set(['image', 'video', 'audio']));
    const versions = [...versionById.values()].map((placed) => placed.version);
    expect(new Set(versions.map((version) => version.baseModel)).size).toBeGreaterThan(20);
    expect(versions.some((version) => version.paidAccess?.permanent === true)).toBe(true);
    expect(versions.some((version) => version.paidAccess?.permanent === false)).toBe(true);
  });

  it('has ids of one kind only once, and nothing from after its now', () => {
    const { models, images, versionById } = create(1);
    const versions = models.flatMap((model) => model.versions);
    // And the account's two drafts, which are in no list.
    expect(versionById.size).toBe(versions.length + 2);
    const files = versions.flatMap((version) => version.files);
    expect(new Set(files.map((file) => file.id)).size).toBe(files.length);
    expect(new Set(images.map((image) => image.id)).size).toBe(images.length);
    const newest = Math.max(
      ...models.map((model) => model.lastVersionAt.getTime()),
      ...images.map((image) => image.publishedAt.getTime()),
    );
    expect(newest).toBeLessThanOrEqual(CATALOGUE_NOW);
    expect(CATALOGUE_NOW).toBe(Date.parse('2026-01-15T12:00:00Z'));
  });

  it('is built in well under 300 ms', () => {
    // The best of some: a busy machine says nothing about the catalogue.
    const times = [1, 2, 3, 4].map((seed) => {
      const begin = performance.now();
      create(seed);
      return performance.now() - begin;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('may be tiny', () => {
    const { models, images } = createCatalogue({ seed: 1, modelCount: 0, imageCount: 5 });
    expect([models.length, images.length]).toEqual([0, 5]);
  });
});
