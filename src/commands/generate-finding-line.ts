import type { Finding } from '@civitkit/sdk/checks';
import { oneLine } from '../output/display-width.js';

/** What a check has found, as it is printed. */
export function findingLine({ code, message, path, severity }: Finding): string {
  return oneLine(`${severity}: ${path === '' ? '' : `${path}: `}${message} [${code}]`);
}
