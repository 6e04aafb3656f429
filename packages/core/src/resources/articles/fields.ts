import type { FieldTree } from '../../transport/field-tree.js';
import type { Article, ArticleCover, ArticleDetail, ArticleStats, ArticleSummary, ProfilePicture } from './types.js';

const statsFields: FieldTree<ArticleStats> = {
  viewCount: true,
  commentCount: true,
  likeCount: true,
  dislikeCount: true,
  heartCount: true,
  laughCount: true,
  cryCount: true,
  favoriteCount: true,
  tippedAmountCount: true,
  collectedCount: true,
};

const profilePictureFields: FieldTree<ProfilePicture> = {
  id: true,
  name: true,
  url: true,
  nsfwLevel: true,
  hash: true,
  userId: true,
  ingestion: true,
  type: true,
  width: true,
  height: true,
  metadata: true,
};

const coverFields: FieldTree<ArticleCover> = {
  ...profilePictureFields,
  meta: true,
  generationProcess: true,
  needsReview: true,
  scannedAt: true,
  blockedFor: true,
  postId: true,
  createdAt: true,
  hideMeta: true,
  tags: true,
};

const summaryFields: FieldTree<ArticleSummary> = {
  id: true,
  cover: true,
  title: true,
  publishedAt: true,
  nsfwLevel: true,
  userNsfwLevel: true,
  userId: true,
  createdAt: true,
  updatedAt: true,
  availability: true,
  status: true,
  tags: [{ id: true, name: true, isCategory: true }],
  stats: statsFields,
  user: {
    id: true,
    username: true,
    deletedAt: true,
    image: true,
    profilePicture: profilePictureFields,
    cosmetics: true,
    isModerator: true,
  },
  coverImage: coverFields,
};

/** Known fields of an article in a list, for strict parsing. */
export const articleFields: FieldTree<Article> = { ...summaryFields, coverId: true, unlisted: true, cosmetic: true };

/** The names that counters have in the answer to `get`. */
const allTimeFields = Object.fromEntries(Object.keys(statsFields).map((name) => [`${name}AllTime`, true]));

/** Known fields of a single article, for strict parsing. */
export const articleDetailFields: FieldTree<ArticleDetail> = {
  ...summaryFields,
  stats: { ...statsFields, ...allTimeFields },
  content: true,
  contentJson: true,
  contentImages: [{ id: true, url: true, ingestion: true }],
  attachments: [{ id: true, name: true, url: true, sizeKB: true, metadata: true, entityId: true }],
  reactions: [{ userId: true, reaction: true }],
  ingestion: true,
  lockedProperties: true,
  metadata: true,
};
