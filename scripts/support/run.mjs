import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** The npm that is running us, or the one on PATH; `npm.cmd` on Windows can only be started through a shell. */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath;
  if (script !== undefined && /^npm-cli\.[cm]?js$/.test(basename(script))) {
    return { command: process.execPath, prefix: [script], shell: false };
  }
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

/**
 * npm hands its own options to scripts as variables, and an npm started inside would obey them: under
 * `npm test --workspace x` a nested `npm ci` would install that workspace only.
 */
export function withoutNpmScope(env = process.env) {
  const scoped =
    /^npm_config_(workspaces?|include_workspace_root|omit|include|only|production|dry_run|global|location|prefix|package_lock_only|json)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !scoped.test(name)));
}

/** Runs a program to its end; returns its exit code, 1 when it could not be started or died of a signal. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error !== undefined) process.stderr.write(`cannot run ${command}: ${error.message}\n`);
  return status ?? 1;
}
