import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import type { Shell } from './completion.js';
import { bashScript } from './completion-bash.js';
import { fishScript } from './completion-fish.js';
import { powershellScript } from './completion-powershell.js';
import { type CommandNode, describeTree } from './completion-tree.js';
import { zshScript } from './completion-zsh.js';

const scripts: Readonly<Record<Shell, (nodes: readonly CommandNode[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** `civitkit completion`: the script for a shell, made of the commands and options that there are. */
export function printCompletion(shell: Shell, program: Command, io: CommandIo): void {
  io.out(scripts[shell](describeTree(program)).trimEnd());
}
