import type { CatalogueModel } from '../catalogue/entities.js';
import { buildPageLink } from '../http/page-link.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import type { View } from './file-views.js';
import { findCreator } from './find-creator.js';
import { filterIndexed, filterStored, isSearch, type ModelScope, visibleVersions } from './model-filters.js';
import { keyLength, orderModels, startAtCursor, writeModelCursor } from './model-order.js';
import { searchModels } from './model-search.js';
import { listedVersion, modelFields } from './model-views.js';
import { type ModelsQuery, readModelsQuery } from './models-query.js';
import { errorText, messageText, searchOverloaded, tooManyPages, wrappedIssues } from './site-errors.js';

/** What a search takes for `limit=0` (contract §6). */
const SEARCH_LIMIT = 20;

interface ModelsPage {
  readonly models: readonly CatalogueModel[];
  readonly nextCursor: string | undefined;
}

/** The server's slug of a user name: the first space becomes `_`, everything else unusual goes, all lower case. */
function slugify(username: string): string {
  return username.replace(' ', '_').replace(/\W/g, '').toLowerCase();
}

/** The wanted user name; `username` wins over `user`, which is taken as it is. */
function wantedUsername(query: ModelsQuery): string | undefined {
  const name = query.username === undefined || query.username === '' ? query.user : slugify(query.username);
  return name === '' ? undefined : name;
}

function searchPage(scope: ModelScope): ModelsPage | Reply {
  const { query, site } = scope;
  const offset = Number(query.cursor ?? '0');
  if (!Number.isInteger(offset) || offset < 0) return messageText(400, 'Invalid cursor: expected a whole number');
  const limit = Math.ceil(query.limit) || SEARCH_LIMIT;
  const found = searchModels(filterIndexed(site.catalogue.models, scope), query.query ?? '');
  return {
    // Filtering after the search is what makes its pages short, or empty with a cursor.
    models: filterStored(found.slice(offset, offset + limit), scope),
    nextCursor: offset + limit < found.length ? String(offset + limit) : undefined,
  };
}

function sortedPage(scope: ModelScope): ModelsPage | Reply {
  const { query, site } = scope;
  const ordered = orderModels(filterStored(filterIndexed(site.catalogue.models, scope), scope), query.sort);
  const skipped = !query.cursor && query.page !== undefined ? (query.page - 1) * query.limit : 0;
  const rest = query.cursor ? startAtCursor(ordered, query.cursor, query.sort) : ordered.slice(skipped);
  if (rest === undefined) {
    const parts = query.cursor?.split('|').filter((part) => part !== '').length;
    return messageText(400, `Invalid cursor: expected ${keyLength(query.sort)} value(s), received ${parts}`);
  }
  // One row more than asked for shows whether there is a next page. With limit 0 that row itself is the answer and
  // no cursor follows (contract §6).
  const rows = rest.slice(0, Math.round(query.limit + 1));
  const next = query.limit > 0 && rows.length > query.limit ? rows.pop() : undefined;
  return {
    models: rows.map((row) => row.model),
    nextCursor: next === undefined ? undefined : writeModelCursor(next),
  };
}

function itemOf(model: CatalogueModel, scope: ModelScope, origin: string): View | undefined {
  const { query, site } = scope;
  // Rows whose versions were all taken back are dropped after the query: pages may be short before the end.
  if (model.versions.length > 0 && model.versions.every((version) => version.status !== 'Published')) return undefined;
  const versions = visibleVersions(model, query);
  return {
    ...modelFields(model, versions, site),
    modelVersions: versions.map((version) => {
      const gallery = site.catalogue.galleryByVersion.get(version.id) ?? [];
      const images = gallery.filter((image) => !image.unverified && (query.nsfw === true || image.level === 1));
      const preferred = version.files.find((file) => file.primary) ?? version.files[0];
      const files = query.primaryFileOnly === true && preferred !== undefined ? [preferred] : version.files;
      return listedVersion({ model, version, files, images, origin }, site);
    }),
  };
}

function listModels(request: SiteRequest, site: Site): Reply {
  // The key alone is enough, even `favorites=false`, and this comes before validation (contract §14).
  if (request.session === null && ('favorites' in request.query || 'hidden' in request.query)) {
    return errorText(401, 'Unauthorized');
  }
  const read = readModelsQuery(request.query);
  if (!read.ok) return wrappedIssues(read.issues);
  const query = read.value;
  if (query.page !== undefined && query.page * query.limit > 1000) return tooManyPages();
  if (isSearch(query) && query.page !== undefined) {
    return errorText(400, 'Cannot use page param with query search. Use cursor-based pagination.');
  }
  if (isSearch(query) && site.behaviour.searchOverloaded === true) return searchOverloaded();

  const username = wantedUsername(query);
  const creator = username === undefined ? undefined : findCreator(site, username);
  if (username !== undefined && creator === undefined) return messageText(404, 'User not found');
  if (query.availability === 'Private' && username === undefined) {
    return messageText(401, 'You must provide a username to view private models');
  }
  const tagName = (query.tagname || query.tag)?.toLowerCase();
  const tag = site.catalogue.tags.find((one) => one.name.toLowerCase() === tagName);
  const scope: ModelScope = {
    query,
    session: request.session,
    site,
    creator,
    tag,
  };
  const page = isSearch(query) ? searchPage(scope) : sortedPage(scope);
  return 'models' in page ? pageReply(page, scope, request) : page;
}

function pageReply(page: ModelsPage, scope: ModelScope, request: SiteRequest): Reply {
  const { query } = scope;
  const pageMode = query.page !== undefined && !query.cursor;
  const { nextCursor } = page;
  return jsonReply(200, {
    items: page.models.flatMap((model) => itemOf(model, scope, request.origin) ?? []),
    metadata: {
      nextCursor,
      // In page mode the link keeps `page` and gains `cursor`, so the next call is really cursor mode (contract §6).
      nextPage:
        nextCursor === undefined
          ? undefined
          : buildPageLink(request.origin + request.pathname, request.query, { cursor: nextCursor }),
      currentPage: pageMode ? query.page : undefined,
      pageSize: pageMode ? query.limit : undefined,
    },
  });
}

/** `GET /api/v1/models`. */
export const LIST_MODELS: Endpoint = { path: '/api/v1/models', access: 'mixed', handle: listModels };
