import type { JsonObject } from '../../transport/parse-object.js';
import { addDescriptionTexts } from '../description-texts.js';
import { fillIn, listMember, markUtc } from '../normalize.js';
import { parseCommercialUse } from './commercial-use.js';

/** Makes a model from a list and one from `get` look the same; changes it in place. */
export function normalizeModel(model: JsonObject): void {
  fillIn(model, { description: null, mode: null, creator: null });
  model['allowCommercialUse'] = parseCommercialUse(model['allowCommercialUse']);
  model['tags'] ??= [];
  model['baseModels'] ??= [];
  for (const version of listMember(model, 'modelVersions')) normalizeVersion(version);
  addDescriptionTexts(model);
}

/** `get` leaves out every member that is null or an empty list. */
function normalizeVersion(version: JsonObject): void {
  fillIn(version, {
    index: null,
    publishedAt: null,
    description: null,
    vaeId: null,
    earlyAccessDeadline: null,
    paidAccess: null,
  });
  version['trainedWords'] ??= [];
  for (const file of listMember(version, 'files')) normalizeFile(file);
  for (const image of listMember(version, 'images')) normalizeImage(image);
  addDescriptionTexts(version);
}

/** The same for a file, on every route. */
export function normalizeFile(file: JsonObject): void {
  fillIn(file, { overrideName: null, pickleScanMessage: null, virusScanMessage: null, scannedAt: null });
  file['metadata'] ??= {};
  file['hashes'] ??= {};
  file['primary'] ??= false;
  markUtc(file, 'scannedAt');
}

/** The same for a showcase image; only lists give the id, but every URL ends in it. */
export function normalizeImage(image: JsonObject): void {
  image['id'] ??= idFromUrl(image['url']);
}

function idFromUrl(url: unknown): number | null {
  const digits = typeof url === 'string' ? /\/(\d{1,15})\.\w+$/.exec(url)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}
