import type { PlacedVersion } from '../../catalogue/catalogue.js';
import { downloadUrl } from '../../site/file-views.js';
import type { ResourceFleet } from './resource-fleet.js';
import type { Resource } from './resource-index.js';

const FORMATS: Readonly<Record<string, string>> = {
  SafeTensor: 'safeTensor',
  PickleTensor: 'pickleTensor',
  Diffusers: 'diffusers',
  'Core ML': 'coreML',
  ONNX: 'onnx',
};

function feesOf({ version: { id, licensingFee } }: PlacedVersion): readonly Record<string, unknown>[] {
  if (licensingFee === null) return [];
  return [{ amount: licensingFee, type: 'perImageBuzz', settlementCurrency: 'buzz', recipientModelVersionId: id }];
}

function placedMembers(placed: PlacedVersion, siteUrl: string): Record<string, unknown> {
  const { model, version } = placed;
  const file = version.files.find(({ primary }) => primary) ?? version.files[0];
  const isPaid = version.paidAccess !== null;
  const fees = feesOf(placed);
  return {
    hashes: file?.hashes ?? {},
    downloadUrls: [downloadUrl(siteUrl, version.id)],
    resourceName: model.name,
    versionName: version.name,
    earlyAccessEndsAt: version.paidAccess?.endsAt ?? null,
    checkPermission: isPaid || version.status !== 'Published',
    canGenerate: version.supportsGeneration,
    freeTrialLimit: isPaid ? 3 : null,
    requiresAuthorization: version.usageControl !== 'Download',
    fileFormat: FORMATS[file?.metadata.format ?? ''] ?? 'unknown',
    hasMatureContentRestriction: model.sfwOnly,
    hasNSFWContentRestriction: model.sfwOnly,
    popularityRank: version.downloadCount / (version.downloadCount + 1000),
    isFeatured: false,
    publishedAt: version.status === 'Published' ? version.publishedAt : null,
    ...(fees[0] === undefined ? {} : { fee: fees[0] }),
    fees,
    payoutEnabled: true,
    userId: model.creator.id,
  };
}

function otherMembers({ air }: Resource): Record<string, unknown> {
  return {
    hashes: {},
    downloadUrls: [],
    resourceName: air.split(':').at(-1)?.split('@')[0] ?? null,
    versionName: air.split('@')[1] ?? null,
    checkPermission: false,
    canGenerate: true,
    fileFormat: 'safeTensor',
    hasMatureContentRestriction: false,
    hasNSFWContentRestriction: false,
  };
}

/** A resource as answers show it. */
export function viewResource(resource: Resource, fleet: ResourceFleet, siteUrl: string): Record<string, unknown> {
  const { air, placed, sizeBytes } = resource;
  const members = placed === undefined ? otherMembers(resource) : placedMembers(placed, siteUrl);
  return { air, size: sizeBytes, ...members, availability: fleet.availabilityOf(resource) };
}
