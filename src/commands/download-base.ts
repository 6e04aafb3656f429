import type { PlannedFile } from '@civitkit/core/files';
import { ecosystemOf } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import { type EventWriter, itemOf } from './download-json.js';

/**
 * Warns of files that are for another base model than the wanted one. Those of one family go together, as far as the
 * family is known; otherwise the names decide.
 */
export function warnOfOtherBase(
  files: readonly PlannedFile[],
  wanted: string,
  events: EventWriter,
  io: CommandIo,
): void {
  for (const file of files) {
    const { baseModel } = file.version;
    if (isSameFamily(baseModel, wanted)) continue;
    const message = `${file.name} is for ${baseModel}, not for ${wanted}; it may not work with it.`;
    events.write('warning', itemOf(file), { code: 'other_base_model', message });
    io.err(message);
  }
}

/** Whether two names of base models are of one family. */
export function isSameFamily(left: string, right: string): boolean {
  const [one, other] = [plain(left), plain(right)];
  if (one === other || one.startsWith(other) || other.startsWith(one)) return true;
  const family = ecosystemOf(left);
  return family !== undefined && family === (ecosystemOf(right) ?? right.toLowerCase());
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, '');
}
