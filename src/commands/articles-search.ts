import type { Article, ArticlesFilter } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { type ListKind, printList } from './site-list.js';
import type { ListOptions } from './site-list-options.js';

/** `civitkit articles search`. */
export async function searchArticles(filter: ArticlesFilter, options: ListOptions, io: CommandIo): Promise<void> {
  const kind: ListKind<Article, ArticlesFilter> = {
    columns: [
      { header: 'Id', align: 'right', cell: ({ id }) => String(id) },
      { header: 'Title', shrinkTo: 16, cell: ({ title }) => title },
      { header: 'Author', shrinkTo: 8, cell: ({ user }) => user.username ?? '' },
      { header: 'Published', cell: ({ publishedAt }) => publishedAt?.slice(0, 10) ?? '' },
      { header: 'Views', align: 'right', cell: ({ stats }) => String(stats?.viewCount ?? '') },
      { header: 'Likes', align: 'right', cell: ({ stats }) => String(stats?.likeCount ?? '') },
    ],
    query: ({ articles }) => articles.where(filter),
    pageSize: 100,
  };
  await printList(kind, options, io);
}
