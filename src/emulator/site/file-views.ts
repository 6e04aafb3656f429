import type { CatalogueFile, CatalogueModel, CatalogueVersion } from '../catalogue/entities.js';

/** A JSON object on its way to a client. */
export type View = Record<string, unknown>;

/** The address a file is downloaded from: bare for the primary file, otherwise with what singles it out. */
export function downloadUrl(origin: string, versionId: number, file?: CatalogueFile): string {
  const url = `${origin}/api/download/models/${versionId}`;
  if (file === undefined || file.primary) return url;
  const { format, size, fp, quantType } = file.metadata;
  const parts: readonly (readonly [string, string | null | undefined])[] = [
    ['type', file.type],
    ['format', file.type === 'Training Data' ? undefined : format],
    ['size', size],
    ['fp', fp],
    ['quantType', quantType],
  ];
  const present = parts.flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `${url}?${present.join('&')}`;
}

/** A file inside a model; `primary` is true or absent, never false. */
export function fileInModel(origin: string, versionId: number, file: CatalogueFile): View {
  return {
    id: file.id,
    sizeKB: file.sizeKB,
    overrideName: file.overrideName,
    type: file.type,
    metadata: file.metadata,
    pickleScanResult: file.pickleScanResult,
    pickleScanMessage: file.pickleScanMessage,
    virusScanResult: file.virusScanResult,
    virusScanMessage: file.virusScanMessage,
    scannedAt: file.scannedAt,
    name: file.name,
    hashes: file.hashes,
    downloadUrl: downloadUrl(origin, versionId, file),
    primary: file.primary ? true : undefined,
  };
}

/** How the two routes that show a bare version differ in their files (contract §7.3, §7.4). */
export interface VersionFileStyle {
  /** The first route prints database time without a zone; the hash route prints ISO with `Z`. */
  readonly zonelessScan: boolean;
  /** `overrideName` on every file, or only on linked VAE files. */
  readonly overrideNameOnAll: boolean;
}

/** `2025-12-18T09:05:41.12`: no zone, no trailing zeros. */
function zoneless(date: Date): string {
  return date.toISOString().replace(/\.?0*Z$/, '');
}

/** A file of a bare version; `primary` is always there. */
export function fileInVersion(origin: string, versionId: number, file: CatalogueFile, style: VersionFileStyle): View {
  const { format, size, fp } = file.metadata;
  return {
    id: file.id,
    sizeKB: file.sizeKB,
    name: file.name,
    type: file.type,
    pickleScanResult: file.pickleScanResult,
    pickleScanMessage: file.pickleScanMessage,
    virusScanResult: file.virusScanResult,
    virusScanMessage: file.virusScanMessage,
    scannedAt: style.zonelessScan && file.scannedAt !== null ? zoneless(file.scannedAt) : file.scannedAt,
    metadata: { format, size, fp },
    hashes: file.hashes,
    primary: file.primary,
    downloadUrl: downloadUrl(origin, versionId, file),
    overrideName: style.overrideNameOnAll || file.linkedVae ? file.overrideName : undefined,
  };
}

/** `mode` of a model, which a behaviour may force on all of them. */
export function modeOf(model: CatalogueModel, forced: CatalogueModel['mode'] | undefined): CatalogueModel['mode'] {
  return forced ?? model.mode;
}

/** The files that are shown: none of an archived model. */
export function shownFiles(version: CatalogueVersion, mode: CatalogueModel['mode']): readonly CatalogueFile[] {
  return mode === 'Archived' ? [] : version.files;
}
