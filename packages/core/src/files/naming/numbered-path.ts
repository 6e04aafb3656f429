import { dirname, join } from 'node:path';
import { splitName } from './shorten.js';

/** `style.safetensors` → `style (1).safetensors` */
export function numberedPath(path: string, number: number): string {
  const { extension, stem } = splitName(path.slice(dirname(path).length).replace(/^[/\\]/, ''));
  return join(dirname(path), `${stem} (${number})${extension}`);
}
