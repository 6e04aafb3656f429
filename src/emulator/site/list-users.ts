import { storageKey } from '../catalogue/creators.js';
import type { CatalogueCreator } from '../catalogue/entities.js';
import { at, fitsNone, tooLong, wrongType } from '../http/issues.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import type { View } from './file-views.js';
import { bareIssues, errorText, searchOverloaded, unwrappedIssues } from './site-errors.js';

const RULES = {
  ids: { kind: 'numberList' },
  query: { kind: 'text' },
  page: { kind: 'number' },
  limit: { kind: 'number' },
} satisfies ParameterRules;

const MOST_IDS = 200;
const RESULTS = 5;

/** How many single changes make one text of another. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let index = 0; index < a.length; index += 1) {
    const next = [index + 1];
    for (let column = 0; column < b.length; column += 1) {
      const change = (row[column] ?? 0) + (a[index] === b[column] ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** How far a name is from what was typed, `undefined` for too far: a search that forgives a typo, not a prefix match. */
function distance(username: string, typed: string): number | undefined {
  const name = username.toLowerCase();
  if (name === typed) return 0;
  if (name.includes(typed)) return name.startsWith(typed) ? 1 : 2;
  const mistakes = editDistance(name.slice(0, typed.length), typed);
  return typed.length > 3 && mistakes <= (typed.length > 8 ? 2 : 1) ? 2 + mistakes : undefined;
}

/** The best matches first. */
function search(creators: readonly CatalogueCreator[], typed: string): CatalogueCreator[] {
  return creators
    .flatMap((creator) => {
      const far = creator.username === null ? undefined : distance(creator.username, typed);
      return far === undefined ? [] : [{ creator, far }];
    })
    .toSorted((a, b) => a.far - b.far || a.creator.id - b.creator.id)
    .map(({ creator }) => creator);
}

/** By id the picture is a storage key, an address, null, or not there at all. */
function avatarOf({ id }: CatalogueCreator): string | null | undefined {
  return [storageKey(id), 'https://lh3.googleusercontent.com/a/x', null, undefined][Math.abs(id) % 4];
}

function viewOf(creator: CatalogueCreator): View {
  return {
    id: creator.id,
    username: creator.username,
    avatarUrl: avatarOf(creator),
    // A bitmask, where the documentation shows a text.
    avatarNsfw: creator.id % 5 === 0 ? 4 : 1,
    meta: null,
  };
}

function listUsers(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  if (!read.ok) return unwrappedIssues(read.issues);
  if ('email' in request.query) {
    return unwrappedIssues([at('email', fitsNone([[wrongType('undefined', 'string')]]))]);
  }
  const { ids, query } = read.value;
  if (ids !== undefined && ids.length > MOST_IDS) return bareIssues([at('ids', tooLong('array', MOST_IDS))]);
  if (site.behaviour.searchOverloaded === true) return searchOverloaded();
  const known = site.catalogue.creators.filter(({ id, username }) => id > 0 && username !== null);
  const chosen = ids === undefined ? known : known.filter(({ id }) => ids.includes(id));
  const found = query ? search(chosen, query.toLowerCase()) : chosen;
  return jsonReply(200, { items: found.slice(0, ids?.length ?? RESULTS).map(viewOf) });
}

/** `/api/v1/users/{id}`: for other servers of the site, with a secret nobody has. */
export const SERVER_USER: Endpoint = {
  path: '/api/v1/users/:id',
  access: 'raw',
  handle: () => errorText(401, 'Unauthorized'),
};

/** `GET /api/v1/users`. There are no pages: as many as there are ids, or five. */
export const LIST_USERS: Endpoint = { path: '/api/v1/users', access: 'public', handle: listUsers };
