import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';

const largest = 64 * 1024;

/** Asks for a value without showing it, or reads it from stdin when that is a pipe or a file. */
export async function readSecretValue(key: string, io: CommandIo): Promise<string> {
  const value = io.stdin.isTTY === true ? await ask(key, io) : await readAll(io);
  if (value === '') {
    throw new CommandFailure(
      'The value is empty. Type or pipe one; `civitkit secrets remove <key>` removes a secret.',
      exitCode.usage,
    );
  }
  return value;
}

async function ask(key: string, io: CommandIo): Promise<string> {
  if (io.terminal.isTTY !== true) {
    throw new CommandFailure('There is no terminal to ask on without showing the value; pipe it in.', exitCode.usage);
  }
  const { isCancel, password } = await import('@clack/prompts');
  const answer = await password({
    message: `Value of ${key}`,
    input: io.stdin,
    output: io.terminal,
    clearOnError: true,
  });
  if (isCancel(answer)) throw new CommandFailure('Nothing was changed.', exitCode.interrupted);
  return answer ?? '';
}

async function readAll({ stdin }: CommandIo): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) throw new CommandFailure(`The value is longer than ${largest / 1024} KiB.`, exitCode.usage);
    chunks.push(bytes);
  }
  // what `echo` and editors add; anything else belongs to the value
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
