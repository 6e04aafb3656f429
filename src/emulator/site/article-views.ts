import type { CatalogueArticle } from '../catalogue/articles.js';
import { storageKey } from '../catalogue/creators.js';
import { authorView } from './author-view.js';
import type { View } from './file-views.js';

function tagsOf(article: CatalogueArticle): View[] {
  return article.tags.map(({ id, name }) => ({ id, name, isCategory: id % 4 === 1 }));
}

function coverView({ cover, creator, createdAt, tags }: CatalogueArticle): View | undefined {
  if (cover === null) return undefined;
  const frame = { hash: 'UEF$^', width: 1024, height: 1024 };
  return {
    id: cover.id,
    name: 'cover.jpeg',
    url: cover.storage,
    nsfwLevel: cover.nsfwLevel,
    width: frame.width,
    height: frame.height,
    hash: frame.hash,
    meta: null,
    userId: creator.id,
    generationProcess: null,
    needsReview: null,
    scannedAt: createdAt,
    ingestion: 'Scanned',
    blockedFor: null,
    postId: null,
    type: 'image',
    metadata: { ...frame, size: 1234 },
    createdAt,
    hideMeta: false,
    tags: tags.map((tag) => tag.id),
  };
}

/** An article in a list. */
export function listedArticle(article: CatalogueArticle): View {
  return {
    id: article.id,
    cover: null,
    coverId: article.cover?.id ?? null,
    title: article.title,
    publishedAt: article.publishedAt,
    nsfwLevel: article.nsfwLevel,
    userNsfwLevel: article.nsfwLevel,
    userId: article.creator.id,
    createdAt: article.createdAt,
    updatedAt: article.updatedAt,
    unlisted: false,
    availability: 'Public',
    status: article.status,
    tags: tagsOf(article),
    stats: article.counts ?? undefined,
    user: authorView(article.creator, true),
    coverImage: coverView(article),
    cosmetic: null,
  };
}

/** A single article. Its counts have other names than in the list, and a cover above general audiences is dropped. */
export function singleArticle(article: CatalogueArticle): View {
  const counts = article.counts === null ? null : Object.entries(article.counts);
  const text = { type: 'text', text: `About ${article.title}` };
  const attachment = {
    id: article.attachmentId,
    name: 'workflow.zip',
    url: `https://bucket.example/${article.attachmentId}/workflow.zip`,
    sizeKB: 12.5,
    metadata: {},
    entityId: article.id,
  };
  return {
    id: article.id,
    createdAt: article.createdAt,
    nsfwLevel: article.nsfwLevel,
    userNsfwLevel: article.nsfwLevel,
    content: `<p>About <strong>${article.title}</strong></p>`,
    cover: null,
    updatedAt: article.updatedAt,
    title: article.title,
    publishedAt: article.publishedAt,
    status: article.status,
    tags: tagsOf(article),
    user: authorView(article.creator, false),
    reactions: [{ userId: 55, reaction: 'Like' }],
    stats: counts === null ? null : Object.fromEntries(counts.map(([name, count]) => [`${name}AllTime`, count])),
    ingestion: 'Scanned',
    availability: 'Public',
    userId: article.creator.id,
    coverImage: (article.cover?.nsfwLevel ?? 1) > 1 ? undefined : coverView(article),
    lockedProperties: [],
    metadata: null,
    attachments: article.attachmentId === null ? [] : [attachment],
    contentJson: article.id % 4 === 1 ? { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } : undefined,
    contentImages: [{ id: article.id + 1, url: storageKey(article.id), ingestion: 'Scanned' }],
  };
}
