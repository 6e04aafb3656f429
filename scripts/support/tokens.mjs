// A lexer just good enough to find import, export and assignment in TypeScript: it knows what is a comment, a string,
// a template and a regular expression, so that words inside those are never taken for code.

const word = /[\p{ID_Start}$_#@][\p{ID_Continue}$\u200c\u200d]*/uy;
const number = /\.?\d[\w.]*/y;
const operator = /=>|[=!]==?|\?\?=|\|\|=|&&=|\*\*=|>>>=|<<=|>>=|[-+*/%&|^]=|\?\.|\.\.\.|[^\s\w]/uy;
const regexBody = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** After these words a slash begins a regular expression, after other words it divides. */
const beforeExpression = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'throw',
  'new',
  'await',
  'yield',
  'else',
  'do',
]);

/**
 * @param {string} source
 * @returns {{ kind: 'word' | 'string' | 'template' | 'other', text: string, line: number }[]}
 */
export function tokenize(source) {
  const tokens = [];
  /** Brace depth at which each open template substitution ends. */
  const templates = [];
  let depth = 0;
  let line = 1;
  let at = 0;

  const take = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const push = (kind, text, length) => {
    tokens.push({ kind, text, line });
    advance(length);
  };
  const advance = (length) => {
    for (let end = at + length; at < end; at += 1) if (source[at] === '\n') line += 1;
  };

  while (at < source.length) {
    const char = source[at];
    if (/\s/.test(char)) advance(1);
    else if (source.startsWith('//', at) || (at === 0 && source.startsWith('#!')))
      advance(lengthTo(source, at, '\n') - 1);
    else if (source.startsWith('/*', at)) advance(lengthTo(source, at, '*/'));
    else if (char === "'" || char === '"') {
      const length = stringLength(source, at, char);
      push('string', source.slice(at + 1, at + length - 1), length);
    } else if (char === '`') readTemplate('`');
    else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      readTemplate('}');
    } else readCode(char);
  }
  return tokens;

  /** From a backtick, or from the brace that ends a substitution, to the next `${` or the closing backtick. */
  function readTemplate(opening) {
    const length = templateLength(source, at);
    const text = source.slice(at + 1, at + length);
    if (text.endsWith('${')) templates.push(depth);
    push(opening === '`' && text.endsWith('`') ? 'string' : 'template', text.slice(0, -1), length);
  }

  function readCode(char) {
    const previous = tokens.at(-1);
    const regex = char === '/' && startsExpression(previous) ? take(regexBody) : undefined;
    if (regex !== undefined) return push('other', regex, regex.length);
    const name = take(word);
    if (name !== undefined) return push('word', name, name.length);
    const text = take(number) ?? take(operator) ?? char;
    if (text === '{') depth += 1;
    if (text === '}') depth -= 1;
    push('other', text, text.length);
  }
}

function lengthTo(source, from, end) {
  const found = source.indexOf(end, from + end.length);
  return (found === -1 ? source.length : found + end.length) - from;
}

function stringLength(source, from, quote) {
  let at = from + 1;
  while (at < source.length && source[at] !== quote && source[at] !== '\n') at += source[at] === '\\' ? 2 : 1;
  return at + 1 - from;
}

function templateLength(source, from) {
  let at = from + 1;
  while (at < source.length && source[at] !== '`' && !source.startsWith('${', at)) at += source[at] === '\\' ? 2 : 1;
  return at + (source[at] === '$' ? 2 : 1) - from;
}

function startsExpression(previous) {
  if (previous === undefined) return true;
  if (previous.kind === 'word') return beforeExpression.has(previous.text);
  if (previous.kind !== 'other') return false;
  return !/^(?:[)\]}]|\d.*|\/.+)$/s.test(previous.text);
}
