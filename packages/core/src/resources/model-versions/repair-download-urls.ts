import type { JsonObject } from '../../transport/parse-object.js';
import { listMember } from '../normalize.js';

/** The server writes the host of a header that is usually missing. */
const unknownHost = /^https?:\/\/undefined(?=\/)/;

/** Gives the download URLs of a version the host of the API where the server has written `https://undefined/…`. */
export function repairDownloadUrls(version: JsonObject, baseUrl: string): void {
  for (const target of [version, ...listMember(version, 'files')]) {
    const { downloadUrl } = target;
    if (typeof downloadUrl === 'string') target['downloadUrl'] = downloadUrl.replace(unknownHost, () => baseUrl);
  }
}
