import type { FieldTree } from '../../transport/field-tree.js';
import { modelFileFields, modelImageFields } from '../models/fields.js';
import type { ModelVersionDetail, ModelVersionImage } from './types.js';

const imageFields: FieldTree<ModelVersionImage> = {
  ...modelImageFields,
  availability: true,
  metadata: true,
  meta: true,
};

/** Known fields of a model version, for strict parsing. */
export const modelVersionDetailFields: FieldTree<ModelVersionDetail> = {
  id: true,
  modelId: true,
  name: true,
  nsfwLevel: true,
  createdAt: true,
  updatedAt: true,
  status: true,
  publishedAt: true,
  trainedWords: true,
  trainingStatus: true,
  trainingDetails: true,
  baseModel: true,
  baseModelType: true,
  description: true,
  uploadType: true,
  usageControl: true,
  licensingFee: true,
  paidAccess: { permanent: true, endsAt: true },
  air: true,
  stats: { downloadCount: true, thumbsUpCount: true, thumbsDownCount: true },
  model: { name: true, type: true, nsfw: true, poi: true, mode: true },
  files: [modelFileFields],
  images: [imageFields],
  downloadUrl: true,
};
