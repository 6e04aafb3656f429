import { isSourceProblem, parseSource, type SourceTarget } from '@civitkit/core/files';
import { CommandFailure, exitCode } from '../exit-code.js';

/** AutoV1 and CRC32, AutoV2, AutoV3, SHA256 and BLAKE3; digits alone are an id, unless `hash:` is before them. */
const bareHash = /^(?=.*[a-f])(?:[\da-f]{8}|[\da-f]{10}|[\da-f]{12}|[\da-f]{64})$/i;

/**
 * What a person wrote for a model or a version.
 *
 * @param bare - what a number alone is
 */
export function readReference(text: string, bare: 'model' | 'version', baseUrl: string): SourceTarget {
  const trimmed = text.trim();
  const source = parseSource(spelledOut(trimmed, bare), { baseUrl });
  if (!isSourceProblem(source)) return source;
  throw new CommandFailure(`${JSON.stringify(source.text)}: ${source.problem}`, exitCode.usage);
}

function spelledOut(text: string, bare: 'model' | 'version'): string {
  if (/^\d+$/.test(text)) return `${bare}:${text}`;
  return bareHash.test(text) ? `hash:${text}` : text;
}
