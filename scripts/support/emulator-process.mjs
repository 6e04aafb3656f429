import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts `civitkit emulator` as a process of its own, as anyone would, and resolves with the line of JSON it prints once
 * it listens.
 */
export async function startEmulatorProcess(cli, env) {
  const child = spawn(process.execPath, [cli, 'emulator', '--port', '0', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const line = await Promise.race([firstLine(child.stdout), ended.then(() => undefined)]);
  if (line === undefined) throw new Error('the emulator ended before it listened');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ...JSON.parse(line), stop };
}

function firstLine(stream) {
  return new Promise((resolve) => {
    createInterface({ input: stream }).once('line', resolve);
  });
}
