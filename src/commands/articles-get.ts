import type { ArticleDetail } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { factLines } from '../output/facts.js';
import type { ArticleGetOptions } from './articles.js';
import { descriptionLines } from './models-description-lines.js';
import { maturityText } from './models-maturity.js';
import type { Site } from './site-client.js';
import { printOne } from './site-get.js';
import { idOf } from './site-page.js';

/** `civitkit articles get`. */
export async function getArticle(text: string, options: ArticleGetOptions, io: CommandIo): Promise<void> {
  await printOne(
    ({ baseUrl, civitai }, signal) => civitai.articles.get(idOf(text, 'articles', baseUrl), { signal }),
    (article, site) => describe(article, site, options),
    options,
    io,
  );
}

function describe(article: ArticleDetail, { baseUrl }: Site, { content }: ArticleGetOptions): readonly string[] {
  const { attachments, id, nsfwLevel, publishedAt, stats, tags, title, updatedAt, user } = article;
  const facts = factLines([
    ['Article', `${title} (${id})`],
    ['Author', user.username],
    ['Published', publishedAt?.slice(0, 10)],
    ['Updated', updatedAt?.slice(0, 10)],
    ['Maturity', maturityText(nsfwLevel)],
    ['Views', stats?.viewCount],
    ['Likes', stats?.likeCount],
    ['Tags', tags.map(({ name }) => name)],
    ['Attachments', attachments.map(({ name }) => name)],
    ['Page', `${baseUrl}/articles/${id}`],
  ]);
  return [...facts, ...descriptionLines(content === true, article.contentMarkdown)];
}
