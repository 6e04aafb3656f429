import { BUST_CACHE } from './bust-cache.js';
import { CHECK_PERMISSIONS } from './check-permissions.js';
import { DOWNLOAD_MODEL } from './download-model.js';
import { OTHER_DOWNLOADS } from './download-others.js';
import type { Endpoint } from './endpoint.js';
import { FIND_IDS_BY_HASH, FIND_VERSIONS_BY_HASH } from './find-by-hashes.js';
import { GET_ARTICLE } from './get-article.js';
import { GET_COLLECTION } from './get-collection.js';
import { GET_CONTENT } from './get-content.js';
import { GET_ME } from './get-me.js';
import { GET_MINI_VERSION } from './get-mini-version.js';
import { GET_MODEL } from './get-model.js';
import { GET_MODEL_VERSION } from './get-model-version.js';
import { GET_TENSOR_METADATA } from './get-tensor-metadata.js';
import { GET_VERSION_BY_HASH } from './get-version-by-hash.js';
import { LIST_ARTICLES } from './list-articles.js';
import { LIST_COLLECTIONS } from './list-collections.js';
import { LIST_CREATORS } from './list-creators.js';
import { LIST_ENUMS } from './list-enums.js';
import { LIST_IMAGES } from './list-images.js';
import { LIST_MODELS } from './list-models.js';
import { LIST_TAGS } from './list-tags.js';
import { LIST_USERS, SERVER_USER } from './list-users.js';
import { LIST_VAULT } from './list-vault.js';
import { CHANGE_PARTNER_MODELS, GENERATE_PARTNER_TOKEN, RUN_MODEL } from './partner-endpoints.js';
import { SET_EARLY_ACCESS } from './set-early-access.js';
import { COMPLETE_UPLOAD, TAKE_MULTIPART, TAKE_UPLOAD } from './upload-endpoints.js';
import { CHECK_VAULT, GET_VAULT, TOGGLE_VERSION } from './vault-endpoints.js';

/** The endpoints of the REST API, and the two beside it that belong to its uploads and partners. */
export const REST_ENDPOINTS: readonly Endpoint[] = [
  LIST_MODELS,
  GET_MODEL,
  GET_MODEL_VERSION,
  GET_MINI_VERSION,
  SET_EARLY_ACCESS,
  BUST_CACHE,
  GET_VERSION_BY_HASH,
  FIND_VERSIONS_BY_HASH,
  FIND_IDS_BY_HASH,
  LIST_IMAGES,
  LIST_ARTICLES,
  GET_ARTICLE,
  LIST_COLLECTIONS,
  GET_COLLECTION,
  LIST_CREATORS,
  LIST_TAGS,
  LIST_USERS,
  SERVER_USER,
  LIST_ENUMS,
  GET_ME,
  CHECK_PERMISSIONS,
  GET_VAULT,
  LIST_VAULT,
  CHECK_VAULT,
  TOGGLE_VERSION,
  GET_TENSOR_METADATA,
  ...GET_CONTENT,
  CHANGE_PARTNER_MODELS,
  GENERATE_PARTNER_TOKEN,
  RUN_MODEL,
  TAKE_UPLOAD,
  TAKE_MULTIPART,
  COMPLETE_UPLOAD,
];

/** The download routes. */
export const DOWNLOAD_ENDPOINTS: readonly Endpoint[] = [DOWNLOAD_MODEL, ...OTHER_DOWNLOADS];
