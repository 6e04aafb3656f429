import type { CatalogueCollection } from '../catalogue/collections.js';
import { buildPageLink } from '../http/page-link.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import { collectionView } from './collection-view.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { limitRate } from './limit-rate.js';
import { COLLECTION_SORTS } from './parameter-options.js';
import { errorText, wrappedIssues } from './site-errors.js';

const RULES = {
  limit: { kind: 'number', min: 1, max: 100, whole: true, fallback: 100 },
  cursor: { kind: 'number', whole: true, positive: true },
  query: { kind: 'text', maxLength: 100, trim: true },
  sort: { kind: 'choice', values: COLLECTION_SORTS, fallback: 'Newest' },
  nsfw: { kind: 'strictBoolean' },
} satisfies ParameterRules;

interface CollectionsPage {
  readonly collections: readonly CatalogueCollection[];
  readonly nextCursor: number | undefined;
}

/**
 * Rows above the ceiling are dropped after they were read, four times as many as wanted and one more: a page may therefore
 * be short, or empty, and still have a cursor (contract §7.12).
 */
function pageOf(rows: readonly CatalogueCollection[], limit: number, mature: boolean): CollectionsPage {
  const read = rows.slice(0, 4 * limit + 1);
  const visible = read.filter((collection) => mature || (collection.nsfwLevel ?? 0) <= 1);
  const last = read.length < rows.length ? rows[read.length] : undefined;
  return { collections: visible.slice(0, limit), nextCursor: (visible[limit] ?? last)?.id };
}

function listCollections(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  if (!read.ok) return wrappedIssues(read.issues);
  const { cursor, limit, nsfw, query, sort } = read.value;
  const byDate = sort === 'Newest';
  if (cursor !== undefined && !byDate) {
    return errorText(400, 'Cursor-based pagination is only supported with the Newest sort');
  }
  const wanted = query?.toLowerCase() ?? '';
  const rows = site.catalogue.collections
    .filter(({ id, name, read: access }) => {
      const reached = cursor === undefined || id <= cursor;
      return access === 'Public' && reached && name.toLowerCase().includes(wanted);
    })
    .toSorted((a, b) => (byDate ? 0 : b.followerCount - a.followerCount) || b.id - a.id);
  const page = pageOf(rows, limit, nsfw === true);
  const nextCursor = byDate ? page.nextCursor : undefined;
  return jsonReply(200, {
    items: page.collections.map((collection) => ({
      ...collectionView(collection),
      itemCount: collection.itemCount,
    })),
    metadata: {
      nextCursor,
      nextPage:
        nextCursor === undefined
          ? undefined
          : buildPageLink(request.origin + request.pathname, request.query, { cursor: String(nextCursor) }),
    },
  });
}

/** `GET /api/v1/collections`. */
export const LIST_COLLECTIONS: Endpoint = {
  path: '/api/v1/collections',
  access: 'mixed',
  guards: [limitRate('collections')],
  handle: listCollections,
};
