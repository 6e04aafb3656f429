/** A section of a settings file: names with one or several values. */
export interface SettingsSection {
  readonly name: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Lines of it that are more than what is understood here. */
  readonly problems: readonly string[];
}

/** What was understood of a settings file, and what was not. */
export interface ReadSettings {
  readonly sections: readonly SettingsSection[];
  /** Lines outside of all sections that are not understood. */
  readonly problems: readonly string[];
}

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/** Values in which YAML is more than text: quotes, anchors, tags, lists and maps in one line, and so on. */
const notPlain = /^[&*!@`[\]{}>]|^-\s|: |:$/u;

/**
 * Reads `section:` with indented `name: value` below, where a value may be a block (`|`) of lines: the part of YAML that
 * such files are made of, and no more. What is more is reported with its line, and left out; what is indented deeper than a
 * section's values is passed over. It never throws.
 */
export function readSettings(text: string): ReadSettings {
  const lines = linesOf(text);
  const sections: SettingsSection[] = [];
  const problems: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const { indent, number, text: line } = lines[index] as Line;
    index += 1;
    const { name, value } = splitLine(line);
    if (indent > 0 || name === undefined) problems.push(notUnderstood(number));
    const end = lines.findIndex((other, at) => at >= index && other.indent === 0);
    const below = lines.slice(index, end === -1 ? lines.length : end);
    index += below.length;
    if (name !== undefined && value === '') sections.push(readSection(name, below));
  }
  return { sections, problems };
}

function readSection(name: string, lines: readonly Line[]): SettingsSection {
  const values = new Map<string, readonly string[]>();
  const problems: string[] = [];
  const indent = lines[0]?.indent;
  for (const [index, line] of lines.entries()) {
    if (line.indent !== indent) continue;
    const { name: key, value } = splitLine(line.text);
    const found = /^\|[-+]?$/u.test(value) ? blockBelow(lines, index) : scalar(value);
    if (key === undefined || found === undefined) problems.push(notUnderstood(line.number));
    else values.set(key, found);
  }
  return { name, values, problems };
}

function notUnderstood(number: number): string {
  return `line ${number} is not understood`;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    lines.push({ number: index + 1, indent: raw.length - raw.trimStart().length, text: withoutComment(trimmed) });
  }
  return lines;
}

function withoutComment(text: string): string {
  const comment = text.search(/\s#/u);
  return comment === -1 || /^[^#]*["'].*#.*["']/u.test(text) ? text : text.slice(0, comment).trimEnd();
}

function splitLine(text: string): { readonly name?: string; readonly value: string } {
  const found = /^(?<name>[A-Za-z0-9_.-]+):(?:\s+(?<value>.*))?$/u.exec(text)?.groups;
  return found?.['name'] === undefined ? { value: '' } : { name: found['name'], value: found['value'] ?? '' };
}

function blockBelow(lines: readonly Line[], index: number): readonly string[] {
  const outer = (lines[index] as Line).indent;
  const block: string[] = [];
  for (const line of lines.slice(index + 1)) {
    if (line.indent <= outer) break;
    block.push(line.text);
  }
  return block;
}

function scalar(value: string): readonly string[] | undefined {
  if (value === '') return [];
  const quoted = /^"(?<double>[^"\\]*)"$|^'(?<single>[^']*)'$/u.exec(value)?.groups;
  if (quoted !== undefined) return [quoted['double'] ?? quoted['single'] ?? ''];
  return /^["']/u.test(value) || notPlain.test(value) ? undefined : [value];
}
