import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bindSection, type SectionRegistration } from '../../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../../src/configuration/civitai-api-section.js';
import type { CivitaiApiSettings } from '../../../src/configuration/client-settings.js';
import type { Configuration } from '../../../src/configuration/configuration.js';
import { type LoadConfigurationOptions, loadConfiguration } from '../../../src/configuration/load-configuration.js';
import { ConfigurationError } from '../../../src/errors/configuration-error.js';

/** Content of files by path; an object is written as JSON. */
export type Files = Readonly<Record<string, string | Buffer | object>>;

/** A directory with an application's files, a home directory and nothing of this machine. */
export interface Project {
  readonly directory: string;
  readonly home: string;
  write(files: Files): void;
  path(name: string): string;
  load(options?: LoadConfigurationOptions): Configuration;
  bind(options?: LoadConfigurationOptions, registration?: SectionRegistration): CivitaiApiSettings;
}

/** Makes a project in a temporary directory that is removed after the test. */
export function createProject(files: Files = {}): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'civitkit-configuration-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const directory = join(root, 'project');
  const home = join(root, 'home');
  mkdirSync(directory);
  mkdirSync(home);
  const project: Project = {
    directory,
    home,
    path: (name) => join(directory, name),
    write(more) {
      for (const [name, content] of Object.entries(more)) {
        const path = join(directory, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          path,
          typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
        );
      }
    },
    load: (options = {}) =>
      loadConfiguration({ directory, environment: {}, homeDirectory: home, secretsDirectory: false, ...options }),
    bind: (options, registration) => bindSection(project.load(options), civitaiApiSection, registration),
  };
  project.write(files);
  return project;
}

/** Makes a named pipe, which Node itself cannot. */
export function makeNamedPipe(path: string): void {
  const { status } = spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
  if (status !== 0) throw new Error(`Could not make the named pipe ${path}.`);
}

/** Runs `work`, which has to throw a ConfigurationError, and returns that error. */
export function configurationErrorOf(work: () => unknown): ConfigurationError {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('Expected a ConfigurationError, but nothing was thrown.');
}
