import type { CivitaiError } from '../../errors/civitai-error.js';
import { NotFoundError } from '../../errors/not-found-error.js';
import { ValidationError } from '../../errors/validation-error.js';
import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { fillIn } from '../normalize.js';
import { objectParser } from '../object-parser.js';

/** A page of the site's own texts, such as its terms. */
export interface ContentPage {
  readonly title: string;
  readonly description: string;
  /** ISO-8601. */
  readonly lastmod: string | null;
  /** Markdown. */
  readonly content: string;
  /** SHA256 of the content: tells whether it has changed. */
  readonly hash: string;
}

const fields: FieldTree<ContentPage> = { title: true, description: true, lastmod: true, content: true, hash: true };

const operation = 'content.get';

/** The site's own texts: `civitai.content`. */
export class ContentClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * One page, by its path such as `tos` or `rules/minors`. The route is not documented by the site, and answers 500 to
   * every failure: with an empty object when there is no such page, which is a `NotFoundError` here. All other failures
   * stay what they are.
   *
   * @throws NotFoundError when there is no such page; ValidationError, before anything is sent, for a path that no page
   * can have
   */
  get(slug: string, options?: CallOptions): CivitaiPromise<ContentPage> {
    if (typeof slug !== 'string') throw new TypeError(`${operation}: the path must be a text, got ${typeof slug}`);
    const segments = slug.split('/');
    if (!segments.every((segment) => /^[\w-]+$/.test(segment))) {
      const message = `must be letters, digits, "_" and "-", with "/" between its parts, got "${slug}"`;
      const issues = [{ path: 'slug', message }];
      const refused = new ValidationError(`${operation}: the path ${message}.`, { code: 'invalid_argument', issues });
      return new CivitaiPromise(Promise.reject(refused));
    }
    return this.#pipeline.send(
      { operation, method: 'GET', path: ['content', ...segments], mapError: (error) => asNotFound(error, slug) },
      objectParser<ContentPage>({ marker: 'content', fields, normalize: (json) => fillIn(json, { lastmod: null }) }),
      options,
    );
  }
}

/** The server writes out the cause of its error: a page that is not there has none, every real failure has one. */
function asNotFound(error: CivitaiError, slug: string): CivitaiError {
  const { status, requestId, attempts, body } = error;
  if (status !== 500 || body?.trim() !== '{}') return error;
  return new NotFoundError(
    `${operation}: there is no page "${slug}": the server answered 500 with nothing in it, which is how it says so. ` +
      `(request ${requestId})`,
    { code: 'not_found', status, requestId, attempts, body },
  );
}
