import type { Argument, Command, Option } from 'commander';

/** Something that may be typed next. */
export interface Candidate {
  readonly text: string;
  readonly description: string;
}

/** What may be typed as the value of an option or an argument. */
export interface ValueHints {
  readonly words: readonly string[];
  /** Names of files or folders. */
  readonly files: boolean;
}

/** An option as a shell sees it. */
export interface OptionNode extends ValueHints {
  /** Long name first. */
  readonly names: readonly string[];
  readonly description: string;
  /** Whether the word behind it is its value, may be, or is not. */
  readonly value: 'always' | 'maybe' | 'never';
}

/** A command, with what may follow it. */
export interface CommandNode {
  /** The words that lead to it, without `civitkit`; empty for the whole program. */
  readonly path: string;
  readonly commands: readonly Candidate[];
  readonly options: readonly OptionNode[];
  /** Of its arguments. */
  readonly values: ValueHints;
}

/** Every command of a program, the program first. Hidden options are left out. */
export function describeTree(program: Command): readonly CommandNode[] {
  return describe(program, []);
}

function describe(command: Command, path: readonly string[]): readonly CommandNode[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const options = help.visibleOptions(command);
  const hints = command.registeredArguments.map((argument) => hintsOf(argument, argument.name()));
  const node: CommandNode = {
    path: path.join(' '),
    commands: commands.map((child) => ({ text: child.name(), description: scriptText(child.description()) })),
    options: options.map(describeOption),
    values: { words: hints.flatMap(({ words }) => words), files: hints.some(({ files }) => files) },
  };
  // `help` is not listed among the commands of the program: it does nothing of its own but to take a name
  const children = command.commands.flatMap((child) => describe(child, [...path, child.name()]));
  const named = commands.some((child) => child.name() === 'help' && !command.commands.includes(child));
  return [node, ...(named ? [helpNode(path, node.commands)] : []), ...children];
}

function helpNode(path: readonly string[], commands: readonly Candidate[]): CommandNode {
  const words = commands.map(({ text }) => text).filter((text) => text !== 'help');
  return { path: [...path, 'help'].join(' '), commands: [], options: [], values: { words, files: false } };
}

function describeOption(option: Option): OptionNode {
  const { flags, long, short } = option;
  const description = scriptText(option.description);
  const names = [long, short].filter((name) => name !== undefined && name !== null);
  const optional = option.optional ? 'maybe' : 'never';
  return { names, description, value: option.required ? 'always' : optional, ...hintsOf(option, flags) };
}

function hintsOf({ argChoices }: Argument | Option, what: string): ValueHints {
  return { words: argChoices ?? [], files: /\b(?:dir|directory|file|folder|path)s?\b/i.test(what) };
}

/** A description on one line. */
function scriptText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
