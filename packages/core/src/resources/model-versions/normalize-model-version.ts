import { isJsonObject, type JsonObject } from '../../transport/parse-object.js';
import { addDescriptionTexts } from '../description-texts.js';
import { normalizeFile, normalizeImage } from '../models/normalize-model.js';
import { fillIn, listMember } from '../normalize.js';

/** Fills in what the server leaves out of a version, on every route; changes it in place. */
export function normalizeModelVersion(version: JsonObject): void {
  fillIn(version, {
    publishedAt: null,
    trainingStatus: null,
    trainingDetails: null,
    description: null,
    licensingFee: null,
    paidAccess: null,
  });
  version['trainedWords'] ??= [];
  if (isJsonObject(version['model'])) fillIn(version['model'], { mode: null });
  for (const file of listMember(version, 'files')) normalizeFile(file);
  for (const image of listMember(version, 'images')) {
    normalizeImage(image);
    fillIn(image, { metadata: null, meta: null });
  }
  addDescriptionTexts(version);
}
