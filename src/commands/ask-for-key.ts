import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { readSecretValue } from './read-secret-value.js';

/** Asks for a key that is used once and kept nowhere; from a pipe it is read. */
export async function askForKey(io: CommandIo): Promise<string> {
  const key = (await readSecretValue('the API key', io)).trim();
  if (key !== '' && !/[\s\p{Control}]/u.test(key)) return key;
  throw new CommandFailure(
    'That is no key: it has blanks or line breaks in it. Create one in the settings of your account at civitai.com, and ' +
      'copy it as it is.',
    exitCode.usage,
  );
}
