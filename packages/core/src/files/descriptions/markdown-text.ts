/** Puts marks around text; blanks at its ends stay outside, where Markdown wants them. */
export function surround(content: string, mark: string, closing: string = mark): string {
  const text = content.trim();
  if (text === '') return content;
  const from = content.indexOf(text);
  return content.slice(0, from) + mark + text + closing + content.slice(from + text.length);
}

/** Text as code; its own back-ticks do not end it. */
export function inlineCode(content: string): string {
  const text = content.replace(/\s+/g, ' ');
  const ticks = fenceFor(text, 1);
  const space = ticks.length > 1 || text.trim() === '' ? ' ' : '';
  return ticks + space + text + space + ticks;
}

/** Lines as a block of code; nothing in them ends it. */
export function codeBlock(content: string): string {
  const text = content.replace(/^\n/, '').trimEnd();
  const fence = fenceFor(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

/** Back-ticks, more than there are anywhere in the text. */
function fenceFor(text: string, atLeast: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  return '`'.repeat(Math.max(longest + 1, atLeast));
}

/** An item of a list: its further lines stand under its text, so that they stay in it. */
export function listItem(content: string, marker: string): string {
  const indent = ' '.repeat(marker.length);
  const [first = '', ...others] = content.trim().split('\n');
  return [marker + first, ...others.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

/** A quote: every line has its sign. */
export function quote(content: string): string {
  return content
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A table; the first row is its head, which is as wide as the widest, for what lies beyond it is not shown. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  const [head = [], ...others] = rows;
  const fullHead = Array.from({ length: width }, (_, at) => head[at] ?? '');
  return [tableLine(fullHead), tableLine(fullHead.map(() => '---')), ...others.map(tableLine)].join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Without what moves the cursor of a terminal, or turns the order of its letters around. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** Puts texts together, with what belongs between one and the next; empty ones are left out. */
export function joinTexts(texts: readonly { readonly text: string; readonly joint: string }[]): string {
  let joined = '';
  let joint = '';
  for (const { text, joint: next } of texts) {
    const trimmed = text.trimEnd().replace(/^\n+/, '');
    if (trimmed === '') continue;
    joined += joint + trimmed;
    joint = next;
  }
  return joined;
}
