import { SITE_ACCOUNT_ID } from '../catalogue/creators.js';
import type { CatalogueCreator } from '../catalogue/entities.js';
import { buildPageLink } from '../http/page-link.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import type { View } from './file-views.js';
import { bareIssues } from './site-errors.js';

const RULES = {
  limit: { kind: 'number', min: 1, max: 200, fallback: 20 },
  page: { kind: 'number', min: 0, fallback: 1 },
  query: { kind: 'text' },
} satisfies ParameterRules;

function modelCount(creator: CatalogueCreator, site: Site): number {
  return site.catalogue.models.filter((model) => model.creator === creator && model.status === 'Published').length;
}

/** Whoever has any model at all is listed, published or not; the order is none in particular, and not alphabetical. */
function listed(site: Site, query: string | undefined): CatalogueCreator[] {
  const wanted = query?.toLowerCase() ?? '';
  const owners = new Set(site.catalogue.models.map((model) => model.creator));
  return [...owners].filter(
    (creator) =>
      creator.id !== SITE_ACCOUNT_ID && (wanted === '' || creator.username?.toLowerCase().includes(wanted) === true),
  );
}

function itemOf(creator: CatalogueCreator, request: SiteRequest, site: Site): View {
  return {
    username: creator.username,
    modelCount: modelCount(creator, site) || undefined,
    // Not percent-encoded, and `null` for a creator without a name: so the server builds it.
    link: `${request.origin}/api/v1/models?username=${creator.username}`,
    image: creator.image ?? undefined,
  };
}

function listCreators(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  if (!read.ok) return bareIssues(read.issues);
  const { query } = read.value;
  const page = Math.floor(read.value.page);
  const limit = Math.ceil(read.value.limit);
  const searching = query !== undefined && query !== '';
  const all = listed(site, query);
  const start = Math.max(0, page - 1) * limit;
  const creators = all.slice(start, start + limit);
  const hasMore = start + limit < all.length;
  // A search counts no further than it looked: its totals are lower bounds (contract §7.14).
  const totalItems = searching ? start + creators.length + (hasMore ? 1 : 0) : all.length;
  const link = (to: number): string =>
    buildPageLink(request.origin + request.pathname, request.query, { page: String(to) });
  return jsonReply(200, {
    items: creators.map((creator) => itemOf(creator, request, site)),
    metadata: {
      totalItems,
      currentPage: page,
      pageSize: limit,
      totalPages: Math.ceil(totalItems / limit),
      hasMore: searching ? hasMore : undefined,
      nextPage: hasMore ? link(page + 1) : undefined,
      prevPage: page > 1 ? link(page - 1) : undefined,
    },
  });
}

/** `GET /api/v1/creators`. */
export const LIST_CREATORS: Endpoint = { path: '/api/v1/creators', access: 'public', handle: listCreators };
