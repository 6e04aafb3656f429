import { extname } from 'node:path';
import { DownloadError } from '../../errors/download-error.js';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { ModelFile, ModelVersion } from '../../resources/models/types.js';
import { isPickleFormat } from '../formats/pickle-format.js';
import { earlyAccessText } from '../transfer/link-refusal.js';
import { bestHash } from '../transfer/verify-part.js';
import type { PlanNotice } from './planned-file.js';

/** Nobody has looked at what is inside before they are unpacked. */
const archives: ReadonlySet<string> = new Set(['.zip', '.7z', '.rar', '.tar', '.gz', '.tgz']);

/** Whether a file can do harm by being loaded or unpacked. */
export function isRisky({ metadata, name }: ModelFile): boolean {
  const extension = extname(name).toLowerCase();
  return isPickleFormat(name) || archives.has(extension) || metadata.format === 'PickleTensor';
}

/**
 * Why a file is not downloaded unless its risks are accepted: what can run code must have passed both scans, and nothing
 * may have failed one.
 */
export function riskOf(file: ModelFile): DownloadError | undefined {
  const scans = [file.pickleScanResult, file.virusScanResult];
  const failed = scans.includes('Danger');
  if (!failed && (!isRisky(file) || scans.every((scan) => scan === 'Success'))) return undefined;
  const { id, name, pickleScanResult, pickleScanMessage, virusScanMessage, virusScanResult } = file;
  const said = [pickleScanMessage, virusScanMessage].filter((text) => text !== null && text !== '').join('; ');
  return new DownloadError(
    `${name} (file ${id}) ${isRisky(file) ? 'can run code when it is loaded or unpacked, and ' : ''}has not passed the scans of the site: pickle ` +
      `${pickleScanResult}, virus ${virusScanResult}${said === '' ? '' : ` (${said.slice(0, 200)})`}. It was not requested; ` +
      'take another format, or allow it if you trust its creator.',
    { code: 'unsafe_file', details: { fileId: id, pickleScanResult, virusScanResult } },
  );
}

/** What there is to say of a file before it is downloaded. Whether access was bought only the server knows. */
export function noticesOf(version: ModelVersion | ModelVersionDetail, file: ModelFile, now: number): PlanNotice[] {
  const notices: PlanNotice[] = [];
  const { paidAccess } = version;
  const deadline = paidAccess?.endsAt ?? ('earlyAccessDeadline' in version ? version.earlyAccessDeadline : null);
  const early = paidAccess !== null || (deadline !== null && Date.parse(deadline) > now);
  if (early) notices.push({ code: 'early_access', message: earlyAccessNotice(deadline, now) });
  if ('usageControl' in version && version.usageControl !== 'Download') {
    notices.push({
      code: 'downloads_disabled',
      message: 'The creator has switched downloads of this version off; only the creator can still do it.',
    });
  }
  if (isRisky(file)) {
    notices.push({
      code: 'unsafe_format',
      message: `${file.name} is of a kind that can run code when it is loaded or unpacked. Scans: pickle ${file.pickleScanResult}, virus ${file.virusScanResult}.`,
    });
  }
  if (bestHash(file.hashes) === undefined) {
    notices.push({ code: 'no_hash', message: `No hash of ${file.name} is published: it cannot be verified.` });
  }
  return notices;
}

function earlyAccessNotice(deadline: string | null, now: number): string {
  return `Only who has bought it may download it now. ${earlyAccessText(deadline, now)}`;
}
