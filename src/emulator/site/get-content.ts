import { createHash } from 'node:crypto';
import { at, wrongPattern, zodErrorObject } from '../http/issues.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, SiteRequest } from './endpoint.js';
import { errorText } from './site-errors.js';

interface Page {
  readonly title: string;
  readonly description: string;
  readonly lastmod?: string;
  readonly content: string;
}

/** The pages there are, by slug. */
const PAGES: Readonly<Record<string, Page>> = {
  tos: {
    title: 'Terms',
    description: 'Terms of service',
    lastmod: '2025-10-01T00:00:00.000Z',
    content: '\n# Terms\n',
  },
  privacy: { title: 'Privacy', description: 'Privacy policy', content: '\n# Privacy\n\nNothing is kept.\n' },
  'rules/minors': {
    title: 'Content rules: minors',
    description: 'What may not be shown',
    lastmod: '2025-11-20T00:00:00.000Z',
    content: '\n# Minors\n',
  },
};

const SEGMENT = /^[\w-]+$/;

function getContent(request: SiteRequest): Reply {
  const slug = request.pathParameters['*'] ?? '';
  if (slug === '') return errorText(500, 'Internal server error');
  const issues = slug.split('/').flatMap((segment, index) => {
    return SEGMENT.test(segment) ? [] : [at('slug', at(index, wrongPattern(SEGMENT)))];
  });
  if (issues.length > 0) return jsonReply(500, { error: zodErrorObject(issues) });
  const page = Object.hasOwn(PAGES, slug) ? PAGES[slug] : undefined;
  // The error is put into the body as it is, and nothing of an error survives JSON.
  if (page === undefined) return jsonReply(500, {});
  return jsonReply(200, { ...page, hash: createHash('sha256').update(page.content).digest('hex') });
}

/** `GET /api/v1/content/{...slug}`; every failure is a 500 (contract §7.22). */
export const GET_CONTENT: readonly Endpoint[] = ['/api/v1/content', '/api/v1/content/*'].map((path) => ({
  path,
  access: 'public',
  handle: getContent,
}));
