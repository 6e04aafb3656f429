import { addDays } from './catalogue-time.js';
import type { CatalogueFile, CatalogueFileMetadata } from './entities.js';
import { contentLength, type FileContent } from './file-content.js';
import { deriveHashes, type FileHashes, realHashes } from './file-hashes.js';
import type { Random } from './random.js';

/** What the files of a version need to know about it. */
export interface FileOwner {
  readonly versionId: number;
  readonly modelName: string;
  readonly versionName: string;
  readonly modelType: string;
  readonly createdAt: Date;
  /** The version whose uploaded file this one repeats, so that both share every hash. */
  readonly sameFileAs: number | undefined;
  /** Whether its files have bytes; without, they are only described. */
  readonly downloadable: boolean;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  SafeTensor: 'safetensors',
  PickleTensor: 'pt',
  GGUF: 'gguf',
  ONNX: 'onnx',
  Other: 'zip',
};

const ARCHIVE_TYPES: ReadonlySet<string> = new Set(['Poses', 'Wildcards', 'Workflows', 'ComfyWorkflows', 'Other']);

function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words
    .map((word, index) => (index === 0 ? word[0]?.toLowerCase() : word[0]?.toUpperCase()) + word.slice(1))
    .join('');
}

function mainMetadata(random: Random, modelType: string): CatalogueFileMetadata {
  if (ARCHIVE_TYPES.has(modelType)) return { format: 'Other' };
  if (modelType === 'TextualInversion' || modelType === 'Upscaler')
    return { format: 'PickleTensor', size: null, fp: null };
  return {
    format: 'SafeTensor',
    size: random.chance(0.7) ? 'pruned' : 'full',
    fp: random.pick(['fp16', 'fp16', 'fp32', 'bf16', null]),
  };
}

interface FilePlan {
  readonly type: string;
  readonly metadata: CatalogueFileMetadata;
  readonly linkedVae: boolean;
}

function planFiles(random: Random, owner: FileOwner): FilePlan[] {
  const archive = ARCHIVE_TYPES.has(owner.modelType);
  const plans: FilePlan[] = [
    { type: archive ? 'Archive' : 'Model', metadata: mainMetadata(random, owner.modelType), linkedVae: false },
  ];
  if (owner.modelType === 'Checkpoint' && random.chance(0.5)) {
    const metadata = { format: 'GGUF', size: 'full', fp: 'fp8', quantType: 'Q8_0', isRequired: false };
    plans.push({ type: 'Model', metadata, linkedVae: false });
  }
  if (owner.modelType === 'LORA' && random.chance(0.2)) {
    plans.push({ type: 'Training Data', metadata: { format: 'Other' }, linkedVae: false });
  }
  if (owner.modelType === 'Checkpoint' && random.chance(0.25)) {
    const metadata = { format: 'SafeTensor', size: 'pruned', fp: 'fp16' };
    plans.push({ type: 'VAE', metadata, linkedVae: true });
  }
  return plans;
}

function fileName(owner: FileOwner, plan: FilePlan): string {
  const stem = `${camelCase(owner.modelName)}_${camelCase(owner.versionName)}`;
  if (plan.type === 'Training Data') return `${stem}_trainingData.zip`;
  if (plan.linkedVae) return 'sharedVae.safetensors';
  return `${stem}.${EXTENSIONS[plan.metadata.format ?? 'Other'] ?? 'bin'}`;
}

function hashesOf(content: FileContent | null, key: string): FileHashes {
  return content === null ? deriveHashes(key) : realHashes(content);
}

/**
 * Draws the files of one version. By its id some versions are odd on purpose: every 17th has files without hashes, every
 * 19th has no primary file, every 23rd was never scanned.
 */
export function createFiles(random: Random, owner: FileOwner, firstId: number): CatalogueFile[] {
  const scannedAt = owner.versionId % 23 === 0 ? null : addDays(owner.createdAt, random.next() / 20);
  return planFiles(random, owner).map((plan, index) => {
    const key = plan.linkedVae ? 'shared-vae' : `${owner.sameFileAs ?? owner.versionId}:${index}`;
    const content = owner.downloadable ? { key, format: plan.metadata.format ?? 'Other' } : null;
    const describedKB = random.whole(1_000, 7_000_000) + random.whole(0, 99) / 100;
    let hashes: FileHashes | undefined = owner.versionId % 17 === 0 ? {} : undefined;
    return {
      id: firstId + index,
      sizeKB: content === null ? describedKB : contentLength(content) / 1024,
      name: fileName(owner, plan),
      overrideName: null,
      type: plan.type,
      metadata: plan.metadata,
      pickleScanResult: scannedAt === null ? 'Pending' : 'Success',
      pickleScanMessage: scannedAt === null ? null : 'No Pickle imports',
      virusScanResult: scannedAt === null ? 'Pending' : 'Success',
      virusScanMessage: null,
      scannedAt,
      get hashes() {
        hashes ??= hashesOf(content, key);
        return hashes;
      },
      content,
      primary: index === 0 && owner.versionId % 19 !== 0,
      linkedVae: plan.linkedVae,
    };
  });
}
