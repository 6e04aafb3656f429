import type { ArticleCounts, CatalogueArticle } from '../catalogue/articles.js';
import { buildPageLink } from '../http/page-link.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import { listedArticle } from './article-views.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { findCreator } from './find-creator.js';
import { limitRate } from './limit-rate.js';
import { ARTICLE_SORTS } from './parameter-options.js';
import { errorText, messageText, wrappedIssues } from './site-errors.js';

const RULES = {
  limit: { kind: 'number', min: 1, max: 100, whole: true, fallback: 100 },
  cursor: { kind: 'text', maxLength: 100 },
  query: { kind: 'text' },
  sort: { kind: 'choice', values: ARTICLE_SORTS, fallback: 'Newest' },
  tags: { kind: 'numberList' },
  username: { kind: 'text' },
  nsfw: { kind: 'strictBoolean' },
} satisfies ParameterRules;

function reactions(counts: ArticleCounts): number {
  return counts.likeCount + counts.heartCount + counts.laughCount + counts.cryCount;
}

/** The sorts as "largest first"; times are seconds with decimals, as the cursor shows them. */
const MEASURES: Readonly<Record<string, (article: CatalogueArticle) => number>> = {
  'Most Bookmarks': ({ counts }) => counts?.favoriteCount ?? 0,
  'Most Reactions': ({ counts }) => (counts === null ? 0 : reactions(counts)),
  'Most Comments': ({ counts }) => counts?.commentCount ?? 0,
  'Most Collected': ({ counts }) => counts?.collectedCount ?? 0,
  Newest: ({ publishedAt }) => publishedAt.getTime() / 1000,
  'Recently Updated': ({ updatedAt }) => updatedAt.getTime() / 1000,
};

interface Row {
  readonly article: CatalogueArticle;
  readonly value: number;
}

/** The rows from a cursor on, its own included; `undefined` for a malformed one. */
function rowsFrom(rows: readonly Row[], cursor: string | undefined): readonly Row[] | undefined {
  if (cursor === undefined || cursor === '') return rows;
  const match = /^(-?\d+(?:\.\d+)?)\|(\d+)$/.exec(cursor);
  if (match === null) return undefined;
  const [value, id] = [Number(match[1]), Number(match[2])];
  return rows.filter((row) => row.value < value || (row.value === value && row.article.id <= id));
}

function listArticles(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  if (!read.ok) return wrappedIssues(read.issues);
  const { cursor, limit, nsfw, query, sort, tags, username } = read.value;
  const creator = username ? findCreator(site, username) : undefined;
  const wanted = query?.toLowerCase() ?? '';
  const measure = MEASURES[sort] ?? (() => 0);
  const found = site.catalogue.articles.filter(
    (article) =>
      article.status === 'Published' &&
      (nsfw === true || article.nsfwLevel <= 1) &&
      article.title.toLowerCase().includes(wanted) &&
      (tags === undefined || article.tags.some((tag) => tags.includes(tag.id))) &&
      (creator === undefined || article.creator === creator),
  );
  const rows = found
    .map((article) => ({ article, value: measure(article) }))
    .toSorted((a, b) => b.value - a.value || b.article.id - a.article.id);
  const rest = rowsFrom(rows, cursor);
  if (rest === undefined) return errorText(400, 'Invalid cursor');
  if (username && creator === undefined) return messageText(404, 'User not found');
  const next = rest[limit];
  const nextCursor = next === undefined ? undefined : `${next.value}|${next.article.id}`;
  return jsonReply(200, {
    items: rest.slice(0, limit).map((row) => listedArticle(row.article)),
    metadata: {
      nextCursor,
      nextPage:
        nextCursor === undefined
          ? undefined
          : buildPageLink(request.origin + request.pathname, request.query, { cursor: nextCursor }),
    },
  });
}

/** `GET /api/v1/articles`. */
export const LIST_ARTICLES: Endpoint = {
  path: '/api/v1/articles',
  access: 'mixed',
  guards: [limitRate('articles')],
  handle: listArticles,
};
