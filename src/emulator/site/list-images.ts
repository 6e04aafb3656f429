import type { CatalogueImage } from '../catalogue/entities.js';
import { buildPageLink } from '../http/page-link.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import type { View } from './file-views.js';
import { findCreator } from './find-creator.js';
import { filterImages } from './image-filters.js';
import { type ImagesPage, isLegacyPath, legacyPage, searchedPage } from './image-pages.js';
import { imageUrl } from './image-views.js';
import { type ImagesQuery, readImagesQuery } from './images-query.js';
import { maturityLabel } from './maturity.js';
import { codedError, searchOverloaded, tooManyPages, wrappedIssues } from './site-errors.js';

/** `meta` is null without `withMeta`; flat by default on the search path, nested on the legacy path (contract §7.9). */
function metaOf(image: CatalogueImage, query: ImagesQuery, site: Site): unknown {
  if (query.withMeta !== true) return null;
  const meta = image.hideMeta ? null : image.meta;
  const flat = query.flatMeta ?? !(isLegacyPath(query) || site.behaviour.nestedMeta === true);
  return flat ? meta : { id: image.id, meta };
}

function itemOf(image: CatalogueImage, query: ImagesQuery, site: Site): View {
  const label = maturityLabel(image.level);
  return {
    id: image.id,
    // Named after the storage key here, after the id inside models.
    url: imageUrl(image, image.storage),
    hash: image.blurHash,
    width: image.width,
    height: image.height,
    nsfwLevel: label,
    type: image.type,
    nsfw: label !== 'None',
    browsingLevel: image.level,
    // Publication on the search path, upload on the legacy path.
    createdAt: isLegacyPath(query) ? image.uploadedAt : image.publishedAt,
    postId: image.postId,
    stats: {
      cryCount: image.cryCount,
      laughCount: image.laughCount,
      likeCount: image.likeCount,
      dislikeCount: 0,
      heartCount: image.heartCount,
      commentCount: image.commentCount,
    },
    meta: metaOf(image, query, site),
    username: image.creator.username,
    baseModel: image.baseModel,
    modelVersionIds: image.modelVersionIds,
    tags: query.withTags === true ? image.tags.map(({ id, name }) => ({ id, name })) : undefined,
  };
}

function pageReply(page: ImagesPage, query: ImagesQuery, request: SiteRequest, site: Site): Reply {
  const { nextCursor } = page;
  // 0 is ignored like an absent page, and a cursor beats a page.
  const pageMode = query.page !== undefined && query.page !== 0 && !query.cursor;
  const change: Record<string, string> = pageMode
    ? { page: String((query.page ?? 0) + 1) }
    : { cursor: String(nextCursor) };
  return jsonReply(200, {
    items: page.images.map((image) => itemOf(image, query, site)),
    metadata: {
      nextCursor,
      nextPage:
        nextCursor === undefined ? undefined : buildPageLink(request.origin + request.pathname, request.query, change),
      currentPage: pageMode ? query.page : undefined,
      pageSize: pageMode ? query.limit : undefined,
    },
  });
}

function listImages(request: SiteRequest, site: Site): Reply {
  const read = readImagesQuery(request.query);
  if (!read.ok) return wrappedIssues(read.issues);
  const query = read.value;
  if (query.page !== undefined && query.page * query.limit > 1000) return tooManyPages();
  if (site.behaviour.searchOverloaded === true) return searchOverloaded();

  const creator = query.username ? findCreator(site, query.username) : undefined;
  if (query.username && creator === undefined) return codedError(404, 'User not found', 'NOT_FOUND');
  if (isLegacyPath(query) && query.sort === 'Random') {
    return codedError(400, 'Random sort requires a collectionId', 'BAD_REQUEST');
  }
  const images = filterImages(site.catalogue.images, { query, creatorId: creator?.id });
  const page = isLegacyPath(query)
    ? legacyPage(images, query)
    : searchedPage(images, query, site.behaviour.jsonImageCursors === true);
  return page === undefined ? codedError(400, 'Invalid cursor', 'BAD_REQUEST') : pageReply(page, query, request, site);
}

/** `GET /api/v1/images`. */
export const LIST_IMAGES: Endpoint = { path: '/api/v1/images', access: 'public', handle: listImages };
