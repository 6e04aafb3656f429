import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AnyFilterFlag, AnyFilterFlags } from './site-filter-flags.js';

const group = 'Filters:';

/** Parameters that no flag is for, as they were typed. */
export type ExtraParameters = Readonly<Record<string, string | readonly string[]>>;

/** Adds a flag for every member of a filter, named as the API names it, and `--extra` for what it learns later. */
export function addFilterOptions(command: Command, flags: AnyFilterFlags): Command {
  for (const [name, flag] of Object.entries(flags)) {
    for (const option of optionsOf(name, flag)) command.addOption(option.helpGroup(group));
  }
  const extra = new Option('--extra <name=value>', 'any other parameter of the API, sent as it is; may be repeated');
  return command.addOption(extra.argParser(collectExtra).helpGroup(group));
}

/** The filter that was typed, out of all options of the command. */
export function filterOf(options: object, flags: AnyFilterFlags): object {
  const given = options as Readonly<Record<string, unknown>>;
  const members = [...Object.keys(flags), 'extra'].filter((name) => given[name] !== undefined);
  return Object.fromEntries(members.map((name) => [name, given[name]]));
}

function optionsOf(name: string, flag: AnyFilterFlag): readonly Option[] {
  const { help, kind, no, words } = flag;
  const long = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const negated = no === undefined ? [] : [new Option(long.replace('--', '--no-'), no)];
  if (kind === 'switch' || kind === 'boolean') return [new Option(long, help), ...negated];
  const many = kind === 'texts' || kind === 'integers';
  const value = kind === 'textOrBoolean' ? `[${flag.value ?? 'word'}]` : `<${flag.value ?? valueOf(kind)}>`;
  const option = new Option(`${long} ${value}`, many ? `${help}; may be repeated` : help);
  const parse = parserOf(kind, words ?? []);
  option.argParser<unknown>((text, earlier) =>
    many ? [...((earlier as readonly unknown[] | undefined) ?? []), parse(text)] : parse(text),
  );
  // Not `choices()`, which would refuse every other word: here they are shown and completed.
  if (words !== undefined) option.argChoices = [...words];
  return [option, ...negated];
}

function valueOf(kind: AnyFilterFlag['kind']): string {
  if (kind === 'integers') return 'id';
  if (kind === 'integer') return 'number';
  return 'text';
}

function parserOf(kind: AnyFilterFlag['kind'], words: readonly string[]): (text: string) => unknown {
  if (kind === 'integers' || kind === 'integer') return parseInteger;
  const known = new Map(words.map((word) => [comparable(word), word]));
  return (text) => known.get(comparable(text)) ?? text;
}

/** So that nobody has to quote `most-downloaded`, or to know how `LoCon` is written. */
function comparable(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, '');
}

/** A whole number, below zero too: some accounts of the site have such ids. */
function parseInteger(text: string): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}

function collectExtra(text: string, earlier: ExtraParameters | undefined): ExtraParameters {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be name=value.');
  const before = earlier ?? {};
  const known = Object.hasOwn(before, name) ? before[name] : undefined;
  const values = known === undefined ? value : [known, value].flat();
  return Object.fromEntries([...Object.entries(before).filter(([other]) => other !== name), [name, values]]);
}
