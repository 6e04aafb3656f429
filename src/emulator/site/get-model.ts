import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { modelFields, singleVersion } from './model-views.js';
import { GREATEST_ID, readPathId } from './path-id.js';
import { errorText, prettyIssues } from './site-errors.js';

function getModel(request: SiteRequest, site: Site): Reply {
  const id = readPathId(request, { min: 1, max: GREATEST_ID, whole: true });
  if (!id.ok) return prettyIssues(id.issues);
  const model = site.catalogue.modelById.get(id.value);
  const hidden = model === undefined || model.status !== 'Published' || model.poi || model.availability === 'Private';
  if (hidden) return errorText(404, `No model with id ${id.value}`);
  const versions = model.versions.filter((version) => version.status === 'Published' && version.files.length > 0);
  return jsonReply(200, {
    ...modelFields(model, versions, site),
    modelVersions: versions.map((version) => {
      const images = (site.catalogue.galleryByVersion.get(version.id) ?? []).filter((image) => !image.unverified);
      // Links use the site's own origin here, whatever host was asked (contract §7.2).
      return singleVersion({ model, version, files: version.files, images, origin: site.siteUrl }, site);
    }),
  });
}

/** `GET /api/v1/models/{id}`. */
export const GET_MODEL: Endpoint = { path: '/api/v1/models/:id', access: 'public', handle: getModel };
