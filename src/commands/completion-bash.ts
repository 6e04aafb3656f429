import type { CommandNode, OptionNode } from './completion-tree.js';

/** The script for bash, 3.2 included. */
export function bashScript(nodes: readonly CommandNode[]): string {
  return `# bash completion of civitkit, made by \`civitkit completion bash\`

__civitkit_is_command() {
  case "$1" in
    ${nodes.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join(' | ')}) return 0 ;;
  esac
  return 1
}

# of the option $2 of the command $1: whether it takes a value (kind), and which are known (words)
__civitkit_option() {
  kind='' words=''
  case "$1|$2" in
${nodes.flatMap(optionCases).join('\n')}
  esac
}

# of the command $1: its commands and values (words), and its options (options)
__civitkit_after() {
  kind='' words='' options=''
  case "$1" in
${nodes.map(nodeCase).join('\n')}
  esac
}

__civitkit_offer() {
  local candidate
  while IFS= read -r candidate; do
    [[ -n $candidate && $candidate == "$typed"* ]] || continue
    # behind an open quote the shell wants it as it is
    if [[ $raw == [\\"\\']* ]]; then COMPREPLY+=("$candidate"); else COMPREPLY+=("$(printf '%q' "$candidate")"); fi
  done <<< "$1"
}

__civitkit_offer_files() {
  local candidate
  compopt -o filenames 2> /dev/null
  while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done < <(compgen -f -- "$typed")
}

__civitkit() {
  local at='' kind='' words='' options='' word i raw="\${COMP_WORDS[COMP_CWORD]}" typed
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    # bash makes a word of its own of the = in --name=value
    if [[ $word == '=' ]]; then continue; fi
    if [[ $kind == always || $kind == files ]]; then kind=''; continue; fi
    kind=''
    if [[ $word == -* ]]; then
      __civitkit_option "$at" "$word"
    elif __civitkit_is_command "\${at:+$at }$word"; then
      at="\${at:+$at }$word"
    fi
  done
  [[ $raw == '=' ]] && raw=''
  typed="\${raw#[\\"\\']}"
  typed="\${typed//\\\\/}"
  case "$kind" in
    files) __civitkit_offer_files; return ;;
    always) __civitkit_offer "$words"; return ;;
    maybe) __civitkit_offer "$words" ;;
  esac
  __civitkit_after "$at"
  if [[ $raw == -* ]]; then __civitkit_offer "$options"; return; fi
  __civitkit_offer "$words"
  if [[ $kind == files ]]; then __civitkit_offer_files; return; fi
  if [[ -z $words && \${#COMPREPLY[@]} -eq 0 ]]; then __civitkit_offer "$options"; fi
}

complete -F __civitkit civitkit
`;
}

function optionCases({ options, path }: CommandNode): readonly string[] {
  return options
    .filter(({ value }) => value !== 'never')
    .map((option) => {
      const patterns = option.names.map((name) => quote(`${path}|${name}`)).join(' | ');
      return `    ${patterns}) kind=${kindOf(option)} words=${quoteLines(option.words)} ;;`;
    });
}

function kindOf({ files, value }: OptionNode): string {
  return files ? 'files' : value;
}

function nodeCase({ commands, options, path, values }: CommandNode): string {
  const words = [...commands.map(({ text }) => text), ...values.words];
  const names = options.flatMap((option) => option.names.filter((name) => name.startsWith('--')));
  const kind = values.files ? 'kind=files ' : '';
  return `    ${quote(path)}) ${kind}words=${quoteLines(words)} options=${quoteLines(names)} ;;`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function quoteLines(lines: readonly string[]): string {
  return `$'${lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")).join('\\n')}'`;
}
