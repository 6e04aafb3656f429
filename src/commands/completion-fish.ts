import type { CommandNode, OptionNode } from './completion-tree.js';

/** The script for fish. */
export function fishScript(nodes: readonly CommandNode[]): string {
  const taking = nodes.flatMap(({ options, path }) =>
    options
      .filter(({ value }) => value === 'always')
      .flatMap(({ names }) => names.map((name) => quote(`${path}|${name}`))),
  );
  return `# fish completion of civitkit, made by \`civitkit completion fish\`

set -g __civitkit_commands ${nodes.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join(' ')}
set -g __civitkit_taking ${taking.join(' ')}

# whether the words so far lead to the command $argv[1]
function __civitkit_at
    set -l at ''
    set -l skip 0
    for token in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if string match -q -- '-*' $token
            contains -- "$at|$token" $__civitkit_taking; and set skip 1
        else
            set -l next (string trim -- "$at $token")
            contains -- $next $__civitkit_commands; and set at $next
        end
    end
    test "$at" = "$argv[1]"
end

complete -c civitkit -e
complete -c civitkit -f
${nodes.flatMap(nodeLines).join('\n')}
`;
}

function nodeLines({ commands, options, path, values }: CommandNode): readonly string[] {
  const start = `complete -c civitkit -n ${quote(`__civitkit_at ${quote(path)}`)}`;
  return [
    ...commands.map(({ description, text }) => `${start} -a ${quote(text)} -d ${quote(description)}`),
    ...(values.words.length === 0 ? [] : [`${start} -a ${candidates(values.words)}`]),
    ...(values.files ? [`${start} -F`] : []),
    ...options.map((option) => `${start}${optionFlags(option)} -d ${quote(option.description)}`),
  ];
}

function optionFlags({ files, names, value, words }: OptionNode): string {
  const spelled = names.map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`));
  const known = words.length === 0 ? '' : ` -a ${candidates(words)}`;
  if (value === 'never') return spelled.join('');
  if (value === 'maybe') return `${spelled.join('')}${known}`;
  return `${spelled.join('')} ${files ? '-r -F' : '-x'}${known}`;
}

/** Evaluated when it is asked for; each word stays one, with its blanks. */
function candidates(words: readonly string[]): string {
  return quote(words.map(quote).join(' '));
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
