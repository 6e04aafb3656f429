import { jsonReply, type Reply } from '../http/reply.js';
import { singleArticle } from './article-views.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { limitRate } from './limit-rate.js';
import { GREATEST_ID, readPathId } from './path-id.js';
import { messageText, prettyIssues } from './site-errors.js';

function getArticle(request: SiteRequest, site: Site): Reply {
  const id = readPathId(request, { min: 1, max: GREATEST_ID, whole: true });
  if (!id.ok) return prettyIssues(id.issues);
  const article = site.catalogue.articles.find((one) => one.id === id.value && one.status === 'Published');
  // `message`, although the documentation says `error` (contract §7.11).
  if (article === undefined) return messageText(404, `No article with id ${id.value}`);
  return jsonReply(200, singleArticle(article));
}

/** `GET /api/v1/articles/{id}`, which shares its rate window with the list. */
export const GET_ARTICLE: Endpoint = {
  path: '/api/v1/articles/:id',
  access: 'mixed',
  guards: [limitRate('articles')],
  handle: getArticle,
};
