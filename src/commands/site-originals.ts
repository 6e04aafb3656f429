import type { Middleware } from '@civitkit/core/client';

/** What the site answered last, as it came: the client's objects have members filled in that the site leaves out. */
export class Originals {
  #text = '';

  /** Keeps a copy of every answer's body as it is read. */
  readonly middleware: Middleware = async (request, next) => {
    const response = await next(request);
    return { ...response, body: this.#copied(response.body) };
  };

  /** The items of the last answer, or the client's where they cannot be told from each other. */
  itemsOf<T>(items: readonly T[]): readonly T[] {
    const answer = this.#read();
    const originals = (answer as { readonly items?: unknown } | undefined)?.items;
    return Array.isArray(originals) && originals.length === items.length ? (originals as readonly T[]) : items;
  }

  /** One thing as the last answer has it: the whole answer, or the item of its list with the same id. */
  itemOf<T extends object>(item: T): T {
    const answer = this.#read();
    const { items } = (answer ?? {}) as { readonly items?: unknown };
    const candidates: readonly unknown[] = Array.isArray(items) ? items : [answer];
    return (candidates.find((candidate) => isSame(candidate, item)) as T | undefined) ?? item;
  }

  #read(): unknown {
    try {
      return JSON.parse(this.#text);
    } catch {
      return undefined;
    }
  }

  async *#copied(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      this.#text = text;
      yield chunk;
    }
    this.#text = text + decoder.decode();
  }
}

/** By its id; what has none is the same when all its own members are there. */
function isSame(candidate: unknown, item: object): boolean {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { id } = candidate as { readonly id?: unknown };
  if (id !== undefined) return id === (item as { readonly id?: unknown }).id;
  return Object.keys(candidate).every((member) => member in item);
}
