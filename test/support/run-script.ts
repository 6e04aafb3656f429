import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a script as a process of its own, which gets these values and nothing of this one's environment. */
export function runScript(script: string, ...values: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', script, ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
}

/** The first line that a process prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('nothing to read');
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return text.trim();
}
