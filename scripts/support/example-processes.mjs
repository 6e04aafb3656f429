import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs an example to its end, what it prints going where ours does; gives its exit code. */
export function runToEnd(args, options, interrupted) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', ...options });
    interrupted.addEventListener('abort', () => child.kill(), { once: true });
    child.once('error', reject);
    child.once('close', (code) => resolve(interrupted.aborted ? 130 : (code ?? 1)));
  });
}

/** Starts an example that serves, prints its lines indented, and waits until it listens or has ended. */
export async function startService(args, options, interrupted, print) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  interrupted.addEventListener('abort', () => child.kill(), { once: true });
  const lines = new LineLog();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      print(`  service  ${line}`);
      lines.add(line);
    });
  }
  const ended = new Promise((resolve) => {
    child.once('close', (code) => {
      lines.end();
      resolve(code ?? 1);
    });
  });
  return {
    ended,
    /** The first line, from now on or before, that fits; undefined when there is none and will be none. */
    line: (pattern) => lines.find(pattern),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

class LineLog {
  #lines = [];
  #ended = false;
  #waiting = new Set();

  add(line) {
    this.#lines.push(line);
    this.#wake();
  }

  end() {
    this.#ended = true;
    this.#wake();
  }

  async find(pattern) {
    for (;;) {
      const found = this.#lines.find((line) => pattern.test(line));
      if (found !== undefined || this.#ended) return found;
      await new Promise((resolve) => this.#waiting.add(resolve));
    }
  }

  #wake() {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
