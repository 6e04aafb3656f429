import { addDays, CATALOGUE_NOW, drawPast } from './catalogue-time.js';
import { storageKey } from './creators.js';
import type { CatalogueCreator, CatalogueImage, CatalogueModel, CatalogueTag, CatalogueVersion } from './entities.js';
import { drawImageMeta } from './image-meta.js';
import type { Random } from './random.js';

const BLUR_HASH = 'UEF$^yt70Kof~qj[ofWB%MayRjay';
const ANY_LEVEL: readonly number[] = [1, 1, 1, 1, 1, 1, 2, 2, 4, 8, 16, 32, 0];
const BITS: readonly number[] = [1, 2, 4, 8, 16];

interface Place {
  readonly model: CatalogueModel;
  readonly version: CatalogueVersion;
}

/** A gallery image has one of the maturity bits of its version. */
function drawLevel(random: Random, place: Place | undefined, showcased: boolean): number {
  const bits = BITS.filter((bit) => showcased && ((place?.version.nsfwLevel ?? 0) & bit) !== 0);
  return bits.length > 0 && random.chance(0.9) ? random.pick(bits) : random.pick(ANY_LEVEL);
}

function drawType(random: Random): CatalogueImage['type'] {
  if (random.chance(0.1)) return 'video';
  return random.chance(0.01) ? 'audio' : 'image';
}

/** Draws the images: most stand in the gallery of a version, some were posted to one by others, some to none. */
export function createImages(
  random: Random,
  count: number,
  models: readonly CatalogueModel[],
  creators: readonly CatalogueCreator[],
  tags: readonly CatalogueTag[],
): CatalogueImage[] {
  const places: Place[] = models.flatMap((model) => model.versions.map((version) => ({ model, version })));
  const images: CatalogueImage[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = 500_001 + index * 2;
    const place = places.length > 0 && random.chance(0.9) ? random.pick(places) : undefined;
    const showcased = place !== undefined && random.chance(0.8);
    const type = drawType(random);
    const publishedAt = place === undefined ? drawPast(random) : addDays(place.version.publishedAt, random.next() / 50);
    const shown = new Date(Math.min(publishedAt.getTime(), CATALOGUE_NOW));
    images.push({
      id,
      storage: index % 997 === 500 ? `https://media.example.com/${id}.png` : storageKey(id),
      blurHash: type === 'audio' ? null : BLUR_HASH,
      width: type === 'audio' ? null : 832,
      height: type === 'audio' ? null : 1216,
      level: drawLevel(random, place, showcased),
      type,
      uploadedAt: addDays(shown, -random.next() / 10),
      publishedAt: shown,
      postId:
        place === undefined && random.chance(0.2)
          ? random.pick([null, undefined])
          : 2_000_000 + (place?.version.id ?? index),
      creator: showcased ? place.model.creator : random.pick(creators),
      modelId: place?.model.id ?? null,
      showcaseOf: showcased ? place.version.id : null,
      modelVersionIds: place === undefined ? [] : [place.version.id, 249_861],
      baseModel: place?.version.baseModel ?? null,
      tags: random.some(tags, random.whole(0, 4)),
      meta: drawImageMeta(random),
      hideMeta: random.chance(0.05),
      onSite: random.chance(0.3),
      minor: false,
      poi: false,
      remixOfId: random.chance(0.02) ? 500_001 : null,
      unverified: random.chance(0.01),
      cryCount: random.whole(0, 20),
      laughCount: random.whole(0, 20),
      likeCount: random.whole(0, 60),
      heartCount: random.whole(0, 40),
      commentCount: random.whole(0, 12),
      collectedCount: random.whole(0, 25),
    });
  }
  return images;
}
