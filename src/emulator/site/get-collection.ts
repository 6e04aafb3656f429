import { jsonReply, type Reply } from '../http/reply.js';
import { collectionView } from './collection-view.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { limitRate } from './limit-rate.js';
import { GREATEST_ID, readPathId } from './path-id.js';
import { errorText, prettyIssues } from './site-errors.js';

function getCollection(request: SiteRequest, site: Site): Reply {
  const id = readPathId(request, { min: 1, max: GREATEST_ID, whole: true });
  if (!id.ok) return prettyIssues(id.issues);
  // Unlisted ones are served too, contrary to the documentation (contract §7.13).
  const collection = site.catalogue.collections.find((one) => one.id === id.value && one.read !== 'Private');
  if (collection === undefined) return errorText(404, `No collection with id ${id.value}`);
  return jsonReply(200, {
    ...collectionView(collection),
    tags: collection.tags.map((tag) => ({ id: tag.id, name: tag.name })),
  });
}

/** `GET /api/v1/collections/{id}`, which shares its rate window with the list. */
export const GET_COLLECTION: Endpoint = {
  path: '/api/v1/collections/:id',
  access: 'mixed',
  guards: [limitRate('collections')],
  handle: getCollection,
};
