import { tokenize } from './tokens.mjs';

/**
 * What a module says about others, and the two things the architecture forbids everywhere.
 *
 * @param {string} source
 */
export function readModule(source) {
  const tokens = tokenize(source);
  /** @type {{ specifier: string | undefined, line: number, typeOnly: boolean, reExport: boolean }[]} */
  const imports = [];
  const defaultExports = [];
  const environmentWrites = [];
  const at = (index) => tokens[index] ?? { kind: 'end', text: '', line: 0 };
  const is = (index, ...texts) =>
    texts.every((text, offset) => at(index + offset).text === text && at(index + offset).kind !== 'string');

  for (let index = 0; index < tokens.length; index += 1) {
    const { kind, text, line } = tokens[index];
    if (kind !== 'word' || is(index - 1, '.') || is(index - 1, '?.')) continue;
    if (text === 'import') readImport(index, line);
    else if (text === 'export') readExport(index, line);
    else if (text === 'process') readEnvironment(index, line);
  }
  return { imports, defaultExports, environmentWrites };

  function readImport(index, line) {
    const next = at(index + 1);
    // `import('…')` is also how a type is named in a type position; both are dependencies
    if (next.text === '(' && next.kind === 'other') {
      const argument = at(index + 2);
      const specifier = argument.kind === 'string' ? argument.text : undefined;
      imports.push({ specifier, line, typeOnly: false, reExport: false });
    } else if (next.kind === 'string') imports.push({ specifier: next.text, line, typeOnly: false, reExport: false });
    else if (next.kind === 'word' || next.text === '{' || next.text === '*') {
      const specifier = specifierAfterFrom(index + 1);
      if (specifier === undefined) return;
      imports.push({ specifier, line, typeOnly: isTypeOnly(index + 1), reExport: false });
    }
  }

  function readExport(index, line) {
    if (is(index + 1, 'default')) defaultExports.push(line);
    const typeOnly = is(index + 1, 'type');
    const list = typeOnly ? index + 2 : index + 1;
    if (!is(list, '{') && !is(list, '*')) return;
    const end = is(list, '{') ? tokens.findIndex((token, position) => position > list && token.text === '}') : list;
    for (let position = list; position < end; position += 1)
      if (is(position, 'as', 'default')) defaultExports.push(line);
    // `export *` may have a name, `export * as name from`
    const from = is(end + 1, 'as') ? end + 3 : end + 1;
    if (!is(from, 'from') || at(from + 1).kind !== 'string') return;
    imports.push({ specifier: at(from + 1).text, line, typeOnly, reExport: true });
  }

  /** `process.env` on the left of an assignment, under `delete`, or as the target of `Object.assign`. */
  function readEnvironment(index, line) {
    if (!is(index + 1, '.', 'env')) return;
    let end = index + 3;
    while (is(end, '.') || is(end, '[')) end = is(end, '.') ? end + 2 : closing(end) + 1;
    const assigned = at(end).kind === 'other' && /^[-+*/%&|^?<>]{0,3}=$/.test(at(end).text);
    const assignTarget = is(index - 4, 'Object', '.', 'assign', '(');
    if (assigned || is(index - 1, 'delete') || assignTarget) environmentWrites.push(line);
  }

  function closing(open) {
    let depth = 0;
    for (let index = open; index < tokens.length; index += 1) {
      if (is(index, '[')) depth += 1;
      if (is(index, ']')) depth -= 1;
      if (depth === 0) return index;
    }
    return tokens.length;
  }

  /** The string after the next `from`, if the statement has one. */
  function specifierAfterFrom(start) {
    for (let index = start; index < tokens.length; index += 1) {
      if (is(index, 'from') && at(index + 1).kind === 'string') return at(index + 1).text;
      if (is(index, ';') || is(index, '=')) return undefined;
    }
    return undefined;
  }

  /** `import type X from`, `import type { X } from`, but not `import type from` nor `import { type X } from`. */
  function isTypeOnly(index) {
    return is(index, 'type') && !is(index + 1, 'from') && !is(index + 1, ',');
  }
}
