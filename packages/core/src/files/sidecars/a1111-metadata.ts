import type { JsonObject } from '../../transport/parse-object.js';
import { fileOf, modelOf, type SidecarSource } from './sidecar-source.js';
import { textWithoutSecrets } from './without-secrets.js';

/** What a user has not filled in: A1111 itself writes these values. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 0 || value === 'Unknown';
}

/**
 * The content of `<stem>.json`, which A1111 and Forge show on their cards and let the user edit. Only what is empty there
 * is filled in; not a word of the user's is changed.
 *
 * @param descriptionText - the description as plain text
 * @param existing - what is in the file
 */
export function a1111Metadata(source: SidecarSource, descriptionText: string, existing: JsonObject = {}): JsonObject {
  const { version } = source;
  const sdVersion = sdVersionOf(version.baseModel);
  const found: JsonObject = {
    description: textWithoutSecrets(descriptionText),
    ...(sdVersion === undefined ? {} : { 'sd version': sdVersion }),
    'activation text': version.trainedWords.join(', '),
    modelId: modelOf(source).id,
    modelVersionId: version.id,
    sha256: fileOf(source)?.hashes.SHA256 ?? '',
  };
  const merged: Record<string, unknown> = { ...existing };
  for (const [name, value] of Object.entries(found)) {
    if (!isEmpty(value) && isEmpty(Object.hasOwn(merged, name) ? merged[name] : undefined)) merged[name] = value;
  }
  return merged;
}

/** A1111 knows three families; the rest stays open. */
function sdVersionOf(baseModel: string): string | undefined {
  if (/^SD 1\b/u.test(baseModel)) return 'SD1';
  if (/^SD 2\b/u.test(baseModel)) return 'SD2';
  return /^(?:SDXL|Pony$|Illustrious|NoobAI)/u.test(baseModel) ? 'SDXL' : undefined;
}
