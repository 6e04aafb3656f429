/** What an element does to a description. */
export type ElementKind =
  | 'format'
  | 'break'
  | 'rule'
  | 'image'
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'item'
  | 'quote'
  | 'preformatted'
  | 'table'
  | 'row'
  | 'cell'
  | 'dropped';

const names: Readonly<Record<ElementKind, string>> = {
  format: 'a strong b em i del s strike code kbd samp tt',
  break: 'br',
  rule: 'hr',
  image: 'img',
  paragraph:
    'p div section article aside header footer main nav address center figure figcaption details summary fieldset form ' +
    'dl dt dd caption legend hgroup body html',
  heading: 'h1 h2 h3 h4 h5 h6',
  list: 'ul ol menu dir',
  item: 'li',
  quote: 'blockquote',
  preformatted: 'pre listing',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  // What is in them is not for reading.
  dropped: 'head object applet template svg math video audio canvas select datalist',
};

/** Elements under the name that they are written by. */
const canonical: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  menu: 'ul',
  dir: 'ul',
};

/** The kinds of elements; one that is not here counts for nothing, and its text for itself. */
export const elementKinds: ReadonlyMap<string, ElementKind> = new Map(
  Object.entries(names).flatMap(([kind, list]) => list.split(' ').map((name) => [name, kind as ElementKind] as const)),
);

/** The name by which an element is written. */
export function canonicalName(name: string): string {
  return (Object.hasOwn(canonical, name) ? canonical[name] : undefined) ?? name;
}
