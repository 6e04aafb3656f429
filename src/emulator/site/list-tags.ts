import type { CatalogueTag } from '../catalogue/entities.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { TAG_SORTS } from './parameter-options.js';
import { bareIssues } from './site-errors.js';

const RULES = {
  limit: { kind: 'number', min: 1, max: 200, fallback: 20 },
  page: { kind: 'number', min: 0, fallback: 1 },
  query: { kind: 'text' },
  sort: { kind: 'choice', values: TAG_SORTS },
} satisfies ParameterRules;

/** Without a query only featured tags; with one every tag that begins with it, in any case (contract §7.15). */
function matching(tags: readonly CatalogueTag[], query: string | undefined): CatalogueTag[] {
  const prefix = query?.toLowerCase() ?? '';
  return tags.filter((tag) => (prefix === '' ? tag.featured : tag.name.toLowerCase().startsWith(prefix)));
}

function listTags(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  if (!read.ok) return bareIssues(read.issues);
  const { query, sort } = read.value;
  const page = Math.floor(read.value.page);
  const limit = Math.ceil(read.value.limit);
  const count = (tag: CatalogueTag): number => (sort === 'Most Images' ? tag.imageCount : tag.modelCount);
  const tags = matching(site.catalogue.tags, query).toSorted((a, b) => count(b) - count(a) || a.id - b.id);
  const start = Math.max(0, page - 1) * limit;
  return jsonReply(200, {
    items: tags.slice(start, start + limit).map(({ name }) => ({
      name,
      // Raw spaces and all: the server does not encode it.
      link: `${request.origin}/api/v1/models?tag=${name}`,
    })),
    // The totals are constants, so there never is a next page: a client goes on until a page is short.
    metadata: { totalItems: 0, currentPage: page, pageSize: limit, totalPages: 1 },
  });
}

/** `GET /api/v1/tags`. */
export const LIST_TAGS: Endpoint = { path: '/api/v1/tags', access: 'public', handle: listTags };
