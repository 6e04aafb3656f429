import type { PlacedFile } from '../catalogue/catalogue.js';
import { type ContentTensor, type FileContent, tensorsOf } from '../catalogue/file-content.js';
import { jsonReply, type Reply, withHeaders } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { modeOf, type View } from './file-views.js';
import { isPublished } from './get-version-by-hash.js';
import { paidAccessOf } from './model-views.js';
import { GREATEST_ID, readPathId } from './path-id.js';
import { errorText, prettyIssues } from './site-errors.js';

const FOREVER = 'public, max-age=31536000, s-maxage=31536000, immutable';
const FORMATS: ReadonlySet<string> = new Set(['SafeTensor', 'GGUF']);
const MEGABYTE = 1024 * 1024;

/** Made up, but in the right order of size, and only for checkpoints. */
function vramEstimate(weights: number): View {
  return {
    estimatedMinimumVramBytes: Math.ceil(weights / 2) + 512 * MEGABYTE,
    recommendedVramBytes: weights + 1024 * MEGABYTE,
    residentWeightsBytes: Math.ceil(weights / 2),
    fullyResidentWeightsBytes: weights,
    inferenceReserveBytes: 512 * MEGABYTE,
    extraReservedBytes: 400 * MEGABYTE,
    dynamicVramPageBytes: 32 * MEGABYTE,
  };
}

function countTypes(tensors: readonly ContentTensor[]): View[] {
  return [...new Set(tensors.map(({ dtype }) => dtype))].map((dtype) => {
    const same = tensors.filter((tensor) => tensor.dtype === dtype);
    return { dtype, count: same.length, bytes: same.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
  });
}

function viewOf({ model }: PlacedFile, content: FileContent, summaryOnly: boolean): View {
  const tensors = tensorsOf(content);
  const bytes = tensors.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return {
    format: content.format,
    tensorCount: tensors.length,
    totalTensorBytes: bytes,
    dtypeCounts: countTypes(tensors),
    largestTensor: tensors.toSorted((a, b) => b.sizeBytes - a.sizeBytes)[0] ?? null,
    vramEstimate: model.type === 'Checkpoint' ? vramEstimate(bytes) : null,
    tensors: summaryOnly ? undefined : tensors,
  };
}

function refusal(placed: PlacedFile, owned: boolean, site: Site): Reply | undefined {
  const { model, version } = placed;
  if (modeOf(model, site.behaviour.mode) === 'Archived') return errorText(410, 'Model archived');
  if (owned) return undefined;
  if (version.usageControl !== 'Download') return errorText(403, 'Unauthorized');
  if (paidAccessOf(version, site.behaviour) !== null) return errorText(403, 'Early Access');
  return undefined;
}

function answer(request: SiteRequest, site: Site): Reply {
  const id = readPathId(request, { min: 1, max: GREATEST_ID, whole: true });
  if (!id.ok) return prettyIssues(id.issues);
  const placed = site.catalogue.fileById.get(id.value);
  const owned = placed?.model.creator.id === request.session?.userId;
  if (placed === undefined || !(owned || isPublished(placed))) return errorText(404, 'File not found');
  const refused = refusal(placed, owned, site);
  if (refused !== undefined) return refused;
  const format = placed.file.metadata.format ?? '';
  if (!FORMATS.has(format)) return errorText(400, 'File format is not supported');
  if (site.behaviour.unreadableTensors === true) return errorText(422, 'Could not parse tensor metadata');
  const content = placed.file.content ?? { key: String(id.value), format };
  return jsonReply(200, viewOf(placed, content, request.query['summaryOnly'] === 'true'));
}

function getTensorMetadata(request: SiteRequest, site: Site): Reply {
  const reply = answer(request, site);
  return withHeaders(reply, { 'cache-control': reply.status === 200 ? FOREVER : 'private, no-store' });
}

/** `GET /api/v1/model-files/{id}/tensor-metadata`. What it tells is what the file really begins with. */
export const GET_TENSOR_METADATA: Endpoint = {
  path: '/api/v1/model-files/:id/tensor-metadata',
  access: 'mixed',
  handle: getTensorMetadata,
};
