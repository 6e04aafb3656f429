/** The members of the interfaces in a source; of one of them, when it is named. */
export function membersOf(source: string, name?: string): readonly string[] {
  const text = name === undefined ? source : bodyOf(source, name);
  const own = [...text.matchAll(/^ {2}(?:readonly )?([a-z]\w+)(?:\?:|:|\()/gm)].map(([, member = '']) => member);
  return [...new Set(own)];
}

/** The words of a union of literals in a source. */
export function wordsOf(source: string, name: string): readonly string[] {
  const [, union = ''] = new RegExp(`export type ${name} =([\\s\\S]*?);\n`).exec(source) ?? [];
  return [...union.matchAll(/\| '(\w+)'/g)].map(([, word = '']) => word);
}

/** What a client can be asked to do. */
export function publicMethods(client: object): readonly string[] {
  const prototype = (Object.hasOwn(client, 'constructor') ? client : Object.getPrototypeOf(client)) as object;
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}

function bodyOf(source: string, name: string): string {
  return new RegExp(`export interface ${name}\\b[^{]*{\n([\\s\\S]*?)\n}`).exec(source)?.[1] ?? '';
}
