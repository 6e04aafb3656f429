import { isJsonObject } from '../http/body-checks.js';
import { emptyReply, jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Guard, Site, SiteRequest } from './endpoint.js';
import type { PartnerModel } from './partner-models.js';
import { errorText, unknownPath } from './site-errors.js';

/** The token counts in the query alone (contract §7.23). */
const partnerOnly: Guard = ({ query }, { partnerToken }) => {
  const { token } = query;
  if (token === undefined || token === '') return errorText(401, 'Unauthorized');
  return token === partnerToken ? undefined : jsonReply(401, { error: 'Unauthorized', message: 'Bad token' });
};

function isUrl(text: unknown): boolean {
  return typeof text === 'string' && URL.canParse(text);
}

function readModel(entry: unknown): PartnerModel | undefined {
  if (!isJsonObject(entry)) return undefined;
  const { modelVersionId, runUrl } = entry;
  if (typeof modelVersionId !== 'number' && typeof modelVersionId !== 'string') return undefined;
  const id = Number(modelVersionId);
  if (!Number.isInteger(id) || (runUrl !== undefined && !isUrl(runUrl))) return undefined;
  return { modelVersionId: id, runUrl: typeof runUrl === 'string' ? runUrl : undefined };
}

function changeModels({ body, method }: SiteRequest, { partnerModels }: Site): Reply {
  const models = Array.isArray(body) ? body.map(readModel) : [undefined];
  const valid = models.filter((model) => model !== undefined);
  if (valid.length < models.length) return errorText(420, 'Could not parse provided model versions array.');
  if (method === 'POST') partnerModels.replaceAll(valid);
  else if (method === 'PUT') partnerModels.upsert(valid);
  else partnerModels.remove(valid);
  return jsonReply(200, { success: true, entryCount: valid.length });
}

function run({ pathParameters }: SiteRequest, { partnerModels }: Site): Reply {
  const id = Number(pathParameters['id']);
  if (!id) return errorText(420, 'Missing modelVersionId');
  const url = partnerModels.find(id)?.runUrl;
  return url === undefined ? unknownPath() : emptyReply(307, { location: url });
}

/** `POST`, `PUT` and `DELETE /api/v1/partners/supported-models`. */
export const CHANGE_PARTNER_MODELS: Endpoint = {
  path: '/api/v1/partners/supported-models',
  access: 'partner',
  methods: ['POST', 'PUT', 'DELETE'],
  guards: [partnerOnly],
  bodyMegabytes: 10,
  handle: changeModels,
};

/** `GET /api/v1/partners/generate-token`, which is for moderators, and nobody here is one. */
export const GENERATE_PARTNER_TOKEN: Endpoint = {
  path: '/api/v1/partners/generate-token',
  access: 'raw',
  handle: ({ method }) => (method === 'GET' ? errorText(401, 'Unauthorized') : emptyReply(405, { allow: 'GET' })),
};

/** `GET /api/run/{modelVersionId}`: sends the visitor to the partner. */
export const RUN_MODEL: Endpoint = { path: '/api/run/:id', access: 'raw', handle: run };
