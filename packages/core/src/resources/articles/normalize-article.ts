import { isJsonObject, type JsonObject } from '../../transport/parse-object.js';
import { addContentTexts } from '../description-texts.js';
import { fillIn, markUtc } from '../normalize.js';

/** Makes an article from a list and one from `get` look the same; changes it in place. */
export function normalizeArticle(article: JsonObject): void {
  fillIn(article, { cover: null, publishedAt: null, createdAt: null, updatedAt: null, stats: null, coverImage: null });
  article['tags'] ??= [];
  if (isJsonObject(article['stats'])) article['stats'] = withShortNames(article['stats']);
  if (isJsonObject(article['user'])) normalizeAuthor(article['user']);
}

/** The same for one from `get`. */
export function normalizeArticleDetail(article: JsonObject): void {
  normalizeArticle(article);
  fillIn(article, { metadata: null });
  for (const name of ['contentImages', 'attachments', 'reactions', 'lockedProperties']) article[name] ??= [];
  addContentTexts(article);
}

/** `get` counts `viewCountAllTime` where a list counts `viewCount`, and means the same. */
function withShortNames(stats: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(stats).map(([name, count]) => [name.replace(/AllTime$/, ''), count]));
}

function normalizeAuthor(user: JsonObject): void {
  fillIn(user, { username: null, deletedAt: null, image: null, profilePicture: null });
  user['cosmetics'] ??= [];
  markUtc(user, 'deletedAt');
}
