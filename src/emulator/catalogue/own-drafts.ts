import { CATALOGUE_NOW } from './catalogue-time.js';
import { ACCOUNT_ID } from './creators.js';
import type { CatalogueCreator, CatalogueModel, CatalogueVersion } from './entities.js';
import { createFiles } from './files.js';
import { createRandom } from './random.js';

/** The version of the account's unpublished LoRA: with the key it is seen, without it is not. */
const DRAFT_VERSION_ID = 990_002;

/** The version of the account's training run, which has epochs instead of published files. */
const TRAINING_VERSION_ID = 990_012;

function draftVersion(modelId: number, id: number, modelName: string, trained: boolean): CatalogueVersion {
  const now = new Date(CATALOGUE_NOW);
  const owner = { versionId: id, modelName, versionName: 'v1.0', modelType: 'LORA', createdAt: now };
  return {
    id,
    modelId,
    index: 0,
    name: 'v1.0',
    status: trained ? 'Training' : 'Draft',
    baseModel: 'SDXL 1.0',
    baseModelType: 'Standard',
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
    availability: 'Private',
    nsfwLevel: 1,
    description: null,
    trainedWords: [],
    trainingStatus: trained ? 'InReview' : null,
    trainingDetails: trained ? { type: 'Style', params: { engine: 'kohya' } } : null,
    vaeId: null,
    paidAccess: null,
    licensingFee: null,
    uploadType: trained ? 'Trained' : 'Created',
    usageControl: 'Download',
    downloadCount: 0,
    thumbsUpCount: 0,
    thumbsDownCount: 0,
    supportsGeneration: false,
    files: createFiles(
      createRandom(0, `draft ${id}`),
      { ...owner, sameFileAs: undefined, downloadable: true },
      id * 10,
    ),
  };
}

function draftModel(creator: CatalogueCreator, id: number, name: string, version: CatalogueVersion): CatalogueModel {
  return {
    id,
    name,
    description: null,
    allowNoCredit: true,
    allowDerivatives: true,
    allowDifferentLicense: true,
    allowCommercialUse: ['None'],
    type: 'LORA',
    checkpointType: null,
    status: 'Draft',
    minor: false,
    sfwOnly: false,
    poi: false,
    nsfw: false,
    nsfwLevel: 1,
    mode: null,
    availability: 'Private',
    creator,
    tags: [],
    publishedAt: version.publishedAt,
    lastVersionAt: version.publishedAt,
    metricsHidden: false,
    downloadCount: 0,
    thumbsUpCount: 0,
    thumbsDownCount: 0,
    commentCount: 0,
    collectedCount: 0,
    imageCount: 0,
    tippedAmountCount: 0,
    versions: [version],
  };
}

/** What the account has not published, the same in every catalogue: a LoRA and a training run. No list shows them. */
export function createOwnDrafts(creators: readonly CatalogueCreator[]): CatalogueModel[] {
  const account = creators.find((creator) => creator.id === ACCOUNT_ID);
  if (account === undefined) return [];
  return [
    draftModel(account, 990_001, 'My Draft', draftVersion(990_001, DRAFT_VERSION_ID, 'My Draft', false)),
    draftModel(account, 990_011, 'My Training', draftVersion(990_011, TRAINING_VERSION_ID, 'My Training', true)),
  ];
}
