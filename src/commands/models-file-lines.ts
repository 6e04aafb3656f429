import type { ModelFile, ModelFileHashes } from '@civitkit/core/client';
import { byteText } from '../output/bytes.js';
import { oneLine } from '../output/display-width.js';

/** A file as lines: what it is, then those of its hashes that are wanted; without a choice all of them. */
export function fileLines(file: ModelFile, wanted?: readonly (keyof ModelFileHashes)[]): readonly string[] {
  const { hashes, id, metadata, name, primary, sizeKB, type } = file;
  const { format, fp, quantType, size } = metadata;
  const facts = [type, format, size, fp, quantType, byteText(Math.round(sizeKB * 1024)), primary ? 'primary' : ''];
  const known = Object.entries(hashes).filter(
    ([algorithm]) => wanted === undefined || (wanted as readonly string[]).includes(algorithm),
  );
  return [
    `  ${oneLine(`File ${id}: ${name} (${facts.filter((fact) => (fact ?? '') !== '').join(', ')})`)}`,
    ...known.map(([algorithm, hash]) => `    ${oneLine(`${algorithm} ${hash}`)}`),
    ...scanLines(file),
  ];
}

/** Only what is not as it should be. */
function scanLines({ pickleScanResult, virusScanResult }: ModelFile): readonly string[] {
  return (['pickle', 'virus'] as const).flatMap((kind) => {
    const result = kind === 'pickle' ? pickleScanResult : virusScanResult;
    return result === 'Success' ? [] : [`    ${kind} scan: ${oneLine(result)}`];
  });
}
