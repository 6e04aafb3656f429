import {
  ACTIVE_BASE_MODELS,
  BASE_MODEL_TYPES,
  BASE_MODELS,
  MODEL_FILE_TYPES,
  MODEL_TYPES,
} from '../catalogue/enum-values.js';
import { jsonReply } from '../http/reply.js';
import type { Endpoint } from './endpoint.js';

/** `GET /api/v1/enums`: a raw handler, so any method is answered and there is no CORS header (contract §7.20). */
export const LIST_ENUMS: Endpoint = {
  path: '/api/v1/enums',
  access: 'raw',
  handle: () =>
    jsonReply(200, {
      ModelType: MODEL_TYPES,
      ModelFileType: MODEL_FILE_TYPES,
      ActiveBaseModel: ACTIVE_BASE_MODELS,
      BaseModel: BASE_MODELS,
      BaseModelType: BASE_MODEL_TYPES,
    }),
};
