import type { KnownLimits } from './rate-buckets.js';

/**
 * The families of endpoints of the site API, and what the server allows each in a minute. It counts articles and
 * collections for each address without a key and for each user with one; what it does not count, Cloudflare may.
 */
export const siteLimits: KnownLimits = {
  articles: { anonymous: 60, withKey: 120 },
  collections: { anonymous: 60, withKey: 120 },
  content: null,
  creators: null,
  enums: null,
  images: null,
  'image-upload': null,
  me: null,
  'model-files': null,
  'model-versions': null,
  models: null,
  partners: null,
  permissions: null,
  tags: null,
  users: null,
  vault: null,
  other: null,
};
