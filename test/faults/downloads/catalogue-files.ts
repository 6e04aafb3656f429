import { createCatalogue, type PlacedFile } from '../../../src/emulator/catalogue/catalogue.js';
import { contentBytes } from '../../../src/emulator/catalogue/file-content.js';

const placed: readonly PlacedFile[] = [
  ...createCatalogue({ seed: 1, modelCount: 300, imageCount: 0 }).fileById.values(),
];

/** A file of the emulator's catalogue, and its bytes. */
export interface CatalogueDownload {
  readonly modelId: number;
  readonly versionId: number;
  readonly fileId: number;
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string | undefined;
}

function isOpen({ file, model, version }: PlacedFile): boolean {
  return (
    file.content !== null &&
    model.status === 'Published' &&
    version.status === 'Published' &&
    !model.poi &&
    model.mode === null &&
    model.availability === 'Public' &&
    version.usageControl === 'Download' &&
    version.paidAccess === null
  );
}

/** The first file that anybody with a key may download, and that is as told. */
function findDownload(test: (placed: PlacedFile) => boolean): CatalogueDownload {
  return describe(placed.find((one) => isOpen(one) && one.file.primary && test(one)));
}

/** The first file that is as told, whoever may download it. */
function findAny(test: (placed: PlacedFile) => boolean): CatalogueDownload {
  return describe(placed.find(test));
}

function describe(found: PlacedFile | undefined): CatalogueDownload {
  const content = found?.file.content ?? null;
  if (found === undefined || content === null) throw new Error('the catalogue has no such file');
  const { file, model, version } = found;
  return {
    modelId: model.id,
    versionId: version.id,
    fileId: file.id,
    name: file.name,
    bytes: contentBytes(content),
    sha256: file.hashes.SHA256,
  };
}

/** 1.1 MB: large enough to break in the middle. */
export const large: CatalogueDownload = findDownload(({ file }) => file.sizeKB > 1000);
/** A few kilobytes of safetensors. */
export const small: CatalogueDownload = findDownload(
  ({ file, version }) =>
    file.metadata.format === 'SafeTensor' && file.hashes.SHA256 !== undefined && version.id % 23 !== 0,
);
/** Without any hash. */
export const unhashed: CatalogueDownload = findDownload(
  ({ file }) => file.metadata.format === 'SafeTensor' && file.hashes.SHA256 === undefined,
);
/** Neither a hash, nor does it begin as its name says. */
export const misnamed: CatalogueDownload = findDownload(
  ({ file, version }) => file.name.endsWith('.pt') && file.hashes.SHA256 === undefined && version.id % 23 !== 0,
);
/** Can run code, and was never scanned. */
export const unscanned: CatalogueDownload = findDownload(
  ({ file, version }) => file.name.endsWith('.pt') && version.id % 23 === 0 && file.hashes.SHA256 !== undefined,
);
/** Its creator allows no downloads. */
export const disabled: CatalogueDownload = findAny(
  ({ file, model, version }) =>
    file.content !== null &&
    file.primary &&
    model.status === 'Published' &&
    version.status === 'Published' &&
    model.mode === null &&
    !model.poi &&
    version.usageControl !== 'Download',
);
