import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { refuseTokens } from './generate-options.js';
import { addProjectOption } from './project-option.js';
import type { AnyFilterFlags } from './site-filter-flags.js';
import { addFilterOptions, filterOf } from './site-filter-options.js';
import type { GetOptions } from './site-get.js';
import { addListOptions, type ListOptions } from './site-list-options.js';
import { addOutputOptions } from './site-output-options.js';

/** A `search` command. */
export interface SearchCommand<F> {
  readonly description: string;
  readonly flags: AnyFilterFlags;
  readonly examples: readonly string[];
  /** Loaded when the command runs. */
  readonly load: () => Promise<(filter: F, options: ListOptions, io: CommandIo) => Promise<void>>;
}

/** A `get` command. */
export interface GetCommand<O extends GetOptions> {
  /** What names the thing, such as `id|url`. */
  readonly argument: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** Adds options of its own. */
  readonly add?: (command: Command) => Command;
  /** Loaded when the command runs. */
  readonly load: () => Promise<(text: string, options: O, io: CommandIo) => Promise<void>>;
}

const otherWords = 'Words that are not listed here are sent as they are typed: the site may know more by now.';

/** Adds `search`; words behind it are the text to search for, where the list can be searched. */
export function addSearchCommand<F extends object>(noun: Command, io: CommandIo, search: SearchCommand<F>): void {
  const { description, examples, flags, load } = search;
  const searchable = 'query' in flags;
  const command = noun.command(searchable ? 'search [text...]' : 'search').description(description);
  addListOptions(addFilterOptions(refuseTokens(command), flags));
  addExamples(command, examples, otherWords);
  command.action(async (...args: readonly unknown[]) => {
    const [text, options] = searchable ? args : [[], args[0]];
    const filter = withText(command, filterOf(options as object, flags) as F, text as readonly string[]);
    await (await load())(filter, options as ListOptions, io);
  });
}

/** Adds `get`. */
export function addGetCommand<O extends GetOptions>(noun: Command, io: CommandIo, get: GetCommand<O>): void {
  const { add, argument, description, examples, load } = get;
  const command = refuseTokens(noun.command(`get <${argument}>`).description(description));
  add?.(command);
  addProjectOption(addOutputOptions(command, 'print what the API gives, and nothing else, on stdout'));
  addExamples(command, examples);
  command.action(async (text: string, options: O) => (await load())(text, options, io));
}

function withText<F extends object>(command: Command, filter: F, words: readonly string[]): F {
  if (words.length === 0) return filter;
  if ('query' in filter) command.error('error: the text to search for was given twice, in --query too');
  return { ...filter, query: words.join(' ') };
}
