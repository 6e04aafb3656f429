import { utimesSync, writeFileSync } from 'node:fs';
import { createCatalogue, type PlacedFile } from '../../../../../src/emulator/catalogue/catalogue.js';
import { contentBytes, type FileContent } from '../../../../../src/emulator/catalogue/file-content.js';

/** The catalogue of seed 1, as every emulator of these tests has it. */
export const emulatorOptions = { seed: 1, modelCount: 300, imageCount: 300 } as const;

/** The files of the catalogue that are public and have bytes, in order. */
export const catalogueFiles: readonly PlacedFile[] = [...createCatalogue(emulatorOptions).fileById.values()].filter(
  ({ file, model, version }) =>
    file.content !== null &&
    file.hashes.SHA256 !== undefined &&
    !file.linkedVae &&
    model.status === 'Published' &&
    version.status === 'Published' &&
    model.availability === 'Public' &&
    model.mode === null &&
    !model.poi &&
    version.availability === 'Public',
);

/** The first file of the catalogue that a test can use. */
export function findFile(test: (placed: PlacedFile) => boolean): PlacedFile {
  const found = catalogueFiles.find(test);
  if (found === undefined) throw new Error('the catalogue has no such file');
  return found;
}

/** The bytes of a file of the catalogue. */
export function bytesOf({ file }: PlacedFile): Buffer {
  return contentBytes(file.content as FileContent);
}

/** Writes a file that was last changed long ago, so that caches trust it. */
export function writeOld(path: string, bytes: string | Uint8Array): void {
  writeFileSync(path, bytes);
  utimesSync(path, new Date('2024-01-01'), new Date('2024-01-01'));
}
