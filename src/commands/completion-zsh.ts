import type { Candidate, CommandNode, OptionNode } from './completion-tree.js';

/** The script for zsh: to be found in `fpath`, or sourced. */
export function zshScript(nodes: readonly CommandNode[]): string {
  return `#compdef civitkit
# zsh completion of civitkit, made by \`civitkit completion zsh\`

_civitkit_is_command() {
  case "$1" in
    ${nodes.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join(' | ')}) return 0 ;;
  esac
  return 1
}

# of the option $2 of the command $1: whether it takes a value (kind), and which are known (hints)
_civitkit_option() {
  kind='' hints=()
  case "$1|$2" in
${nodes.flatMap(optionCases).join('\n')}
  esac
}

# of the command $1: its commands (commands), values (hints, kind) and options (options)
_civitkit_after() {
  kind='' hints=() subcommands=() switches=()
  case "$1" in
${nodes.map(nodeCase).join('\n')}
  esac
}

_civitkit() {
  local at='' kind='' word=''
  local -a hints subcommands switches
  integer i
  for (( i = 2; i < CURRENT; i++ )); do
    word="\${(Q)words[i]}"
    if [[ $kind == always || $kind == files ]]; then kind=''; continue; fi
    kind=''
    if [[ $word == -* ]]; then
      _civitkit_option "$at" "$word"
    elif _civitkit_is_command "\${at:+$at }$word"; then
      at="\${at:+$at }$word"
    fi
  done
  if [[ $PREFIX == --*=* ]]; then
    _civitkit_option "$at" "\${PREFIX%%=*}"
    compset -P '*='
    [[ -n $kind ]] || return 1
    [[ $kind == maybe ]] && kind=always
  fi
  case "$kind" in
    files) _files; return ;;
    always) compadd -a hints; return ;;
    maybe) compadd -a hints ;;
  esac
  _civitkit_after "$at"
  if [[ $PREFIX == -* ]]; then
    _describe -o option switches
    return
  fi
  local -i before=$compstate[nmatches]
  (( $#hints )) && compadd -a hints
  (( $#subcommands )) && _describe command subcommands
  if [[ $kind == files ]]; then _files; return; fi
  (( $#hints + $#subcommands )) || _describe -o option switches
  (( compstate[nmatches] > before ))
}

if [[ $funcstack[1] == _civitkit ]]; then _civitkit "$@"; else compdef _civitkit civitkit; fi
`;
}

function optionCases({ options, path }: CommandNode): readonly string[] {
  return options
    .filter(({ value }) => value !== 'never')
    .map((option) => {
      const patterns = option.names.map((name) => quote(`${path}|${name}`)).join(' | ');
      return `    ${patterns}) kind=${option.files ? 'files' : option.value} hints=(${option.words.map(quote).join(' ')}) ;;`;
    });
}

function nodeCase({ commands, options, path, values }: CommandNode): string {
  const kind = values.files ? 'kind=files ' : '';
  const hints = `hints=(${values.words.map(quote).join(' ')})`;
  const switches = options.flatMap((option) => switchesOf(option));
  return `    ${quote(path)}) ${kind}${hints} subcommands=(${described(commands)}) switches=(${described(switches)}) ;;`;
}

function switchesOf({ description, names }: OptionNode): readonly Candidate[] {
  return names.map((text) => ({ text, description }));
}

/** As `_describe` reads it: the first colon ends the word. */
function described(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ description, text }) => quote(`${text.replaceAll(':', String.raw`\:`)}:${description}`))
    .join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
