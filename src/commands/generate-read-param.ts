import { CommandFailure, exitCode } from '../exit-code.js';
import type { Member } from './generate-place.js';

/** `name=value`: as JSON where it is JSON and fits, else as a text. */
export function readParam(text: string, example: string): readonly [Member, ...Member[]] {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new CommandFailure(
      `--param ${JSON.stringify(text)} has no name and value. Write it as name=value, such as --param ${example}.`,
      exitCode.usage,
    );
  }
  const [name, value] = [text.slice(0, at), text.slice(at + 1)];
  try {
    return [
      { name, value: JSON.parse(value) as unknown },
      { name, value },
    ];
  } catch {
    return [{ name, value }];
  }
}
