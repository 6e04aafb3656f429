import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { CommandIo } from '../command-io.js';

/** What {@link addProjectOption} adds to a command's options. */
export interface ProjectOption {
  readonly project?: string;
}

/** Adds `--project`, the folder whose `appsettings.json` and user secrets are meant. */
export function addProjectOption(command: Command): Command {
  return command.addOption(new Option('--project <dir>', 'folder of the project (default: the current one)'));
}

/** The absolute path of the project a command is about. */
export function projectDirectory({ project }: ProjectOption, io: CommandIo): string {
  return resolve(io.cwd, project ?? '.');
}
