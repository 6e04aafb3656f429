import { spawn } from 'node:child_process';

/** What steers node, npm or a test runner from outside, or would bring a key or an address of the developer's own. */
const foreign =
  /^(?:node_(?!extra_ca)|npm_|vitest|jest_|civitai|civitkit|modelslab|https?_proxy|dotnet_|aspnetcore_|ci$)/i;

/** The environment without the developer's own settings. */
export function cleanEnvironment(env = process.env) {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name))), NO_COLOR: '1' };
}

/** Runs a program to its end, for so long, or until the signal; never throws, whatever becomes of it. */
export function runProgram(command, args, { cwd, env, shell = false, timeoutMs = 180_000, signal }) {
  if (signal?.aborted) return Promise.resolve({ code: 130, stdout: '', stderr: '(interrupted)\n' });
  return new Promise((resolve) => {
    // a group of its own, so that what it started ends with it
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const timer = setTimeout(() => {
      stderr += `\n(ended after ${timeoutMs / 1000} s: it did not finish)\n`;
      endGroup(child);
    }, timeoutMs);
    const interrupt = () => endGroup(child);
    signal?.addEventListener('abort', interrupt, { once: true });
    const settle = (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
      resolve({ code, stdout, stderr });
    };
    child.once('error', (error) => {
      stderr += `${error.message}\n`;
      settle(1);
    });
    child.once('close', (code) => settle(code ?? 1));
  });
}

function endGroup(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
