import { addDays, CATALOGUE_NOW } from './catalogue-time.js';
import type { CatalogueVersion } from './entities.js';
import { ACTIVE_BASE_MODELS } from './enum-values.js';
import { createFiles } from './files.js';
import type { Random } from './random.js';

/** What the versions of a model need to know about it. */
export interface VersionOwner {
  readonly modelId: number;
  readonly modelName: string;
  readonly modelType: string;
  /** Publication of the newest version. */
  readonly lastVersionAt: Date;
  /** False for a model whose versions were all taken back. */
  readonly published: boolean;
  /** False for a model whose files were all deleted. */
  readonly withFiles: boolean;
  /** Whether its files have bytes. */
  readonly downloadable: boolean;
}

const COMMON_BASE_MODELS: readonly string[] = ['SD 1.5', 'SDXL 1.0', 'Pony', 'Illustrious', 'Flux.1 D', 'NoobAI'];
/** Masks of the maturity bits (contract §10): general up to everything, and 0 for unrated. */
const LEVELS: readonly number[] = [1, 1, 1, 1, 3, 3, 7, 15, 31, 28, 4, 0];

const PAID_ACCESS: readonly (() => CatalogueVersion['paidAccess'])[] = [
  () => ({ permanent: false, endsAt: addDays(new Date(CATALOGUE_NOW), 9) }),
  () => ({ permanent: true, endsAt: null }),
];

/** Draws the versions of one model, newest first; `index` counts from the newest. */
export function createVersions(
  random: Random,
  owner: VersionOwner,
  firstId: number,
  count: number,
): CatalogueVersion[] {
  const baseModel = random.chance(0.7) ? random.pick(COMMON_BASE_MODELS) : random.pick(ACTIVE_BASE_MODELS);
  const versions: CatalogueVersion[] = [];
  for (let index = 0; index < count; index += 1) {
    // The newest has the highest id.
    const id = firstId + count - 1 - index;
    const publishedAt = addDays(owner.lastVersionAt, -index * random.whole(5, 60));
    const createdAt = addDays(publishedAt, -random.next());
    const name = `v${count - index}.0`;
    const trained = owner.modelType === 'LORA' && random.chance(0.2);
    versions.push({
      id,
      modelId: owner.modelId,
      index: random.chance(0.03) ? null : index,
      name,
      status: owner.published ? 'Published' : 'Draft',
      baseModel: random.chance(0.85) ? baseModel : random.pick(COMMON_BASE_MODELS),
      baseModelType: random.chance(0.05) ? 'Inpainting' : 'Standard',
      createdAt,
      updatedAt: publishedAt,
      publishedAt,
      availability: random.chance(0.06) ? 'Unsearchable' : 'Public',
      nsfwLevel: random.pick(LEVELS),
      description: random.chance(0.5) ? '<p>Version notes</p>' : null,
      trainedWords: random.chance(0.5) ? ['exmpl style', `word${id}`] : [],
      trainingStatus: trained ? 'Approved' : null,
      trainingDetails: trained ? { type: 'Character', params: { engine: 'kohya' } } : null,
      vaeId: owner.modelType === 'Checkpoint' && random.chance(0.2) ? 290_640 : null,
      paidAccess: index === 0 && random.chance(0.08) ? random.pick(PAID_ACCESS)() : null,
      licensingFee: random.chance(0.1) ? 0.5 : null,
      uploadType: trained ? 'Trained' : 'Created',
      usageControl: random.chance(0.04) ? 'Generation' : 'Download',
      downloadCount: random.whole(0, 90_000),
      thumbsUpCount: random.whole(0, 9_000),
      thumbsDownCount: random.whole(0, 90),
      supportsGeneration: random.chance(0.6),
      files: owner.withFiles
        ? createFiles(
            random,
            {
              versionId: id,
              modelName: owner.modelName,
              versionName: name,
              modelType: owner.modelType,
              createdAt,
              // Every ninth version uploads the file of the version before it again.
              sameFileAs: id % 9 === 0 && index < count - 1 ? id - 1 : undefined,
              downloadable: owner.downloadable,
            },
            id * 10,
          )
        : [],
    });
  }
  return versions;
}
