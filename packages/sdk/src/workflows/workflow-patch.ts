import { jsonPointer } from '../request/json-pointer.js';

/** One operation of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string };

/** A JSON Pointer, or its segments, which are escaped. */
export type PatchPath = string | readonly (string | number)[];

/**
 * A change of a workflow or of a step, built up operation by operation: a frozen value, each method gives a new one. The
 * server makes all of the operations or none.
 *
 * What lies around a new value must be there: `setMetadata(['a', 'b'], 1)` needs an object `a`.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient, workflowPatch } from '@civitkit/sdk/client';
 *
 * const { workflows } = createOrchestrationClient();
 * await workflows.patch('0-0123', workflowPatch().setMetadata('rating', 5).addTag('favourite'));
 * ```
 */
export class WorkflowPatch {
  readonly operations: readonly PatchOperation[];

  /** Use {@link workflowPatch}. */
  constructor(operations: readonly PatchOperation[]) {
    this.operations = Object.freeze([...operations]);
    Object.freeze(this);
  }

  /** Ends the workflow; its unfinished steps are given up. */
  cancel(): WorkflowPatch {
    return this.replace('/status', 'canceled');
  }

  /** Sets a member of the metadata, or one deeper in it; what was there is replaced. */
  setMetadata(key: string | readonly (string | number)[], value: unknown): WorkflowPatch {
    return this.add(metadataPath(key), value);
  }

  /** Takes a member out of the metadata. Refused when it is not there. */
  removeMetadata(key: string | readonly (string | number)[]): WorkflowPatch {
    return this.remove(metadataPath(key));
  }

  /** Adds a tag behind the others. */
  addTag(tag: string): WorkflowPatch {
    return this.add('/tags/-', tag);
  }

  /** Replaces all tags. */
  setTags(tags: readonly string[]): WorkflowPatch {
    return this.replace('/tags', tags);
  }

  /** Releases what was withheld as mature, or keeps to what is safe for work. It may cost yellow Buzz. */
  allowMatureContent(allowed: boolean): WorkflowPatch {
    return this.add('/allowMatureContent', allowed);
  }

  /** Sets a member, or inserts into a list: before an index, or behind all with `-`. */
  add(path: PatchPath, value: unknown): WorkflowPatch {
    return this.#with({ op: 'add', path: pointerOf(path), value });
  }

  /** Replaces what is there. */
  replace(path: PatchPath, value: unknown): WorkflowPatch {
    return this.#with({ op: 'replace', path: pointerOf(path), value });
  }

  /** Takes out what is there. */
  remove(path: PatchPath): WorkflowPatch {
    return this.#with({ op: 'remove', path: pointerOf(path) });
  }

  /** Moves a value. */
  move(from: PatchPath, path: PatchPath): WorkflowPatch {
    return this.#with({ op: 'move', from: pointerOf(from), path: pointerOf(path) });
  }

  /** Copies a value. */
  copy(from: PatchPath, path: PatchPath): WorkflowPatch {
    return this.#with({ op: 'copy', from: pointerOf(from), path: pointerOf(path) });
  }

  /** Makes the whole patch fail unless the value there is this one. */
  test(path: PatchPath, value: unknown): WorkflowPatch {
    return this.#with({ op: 'test', path: pointerOf(path), value });
  }

  /** What is sent. */
  toJSON(): readonly PatchOperation[] {
    return this.operations;
  }

  #with(operation: PatchOperation): WorkflowPatch {
    if ('value' in operation && operation.value === undefined) {
      throw new TypeError(
        `The patch of ${operation.path} needs a value; undefined cannot be sent. Use remove() or null.`,
      );
    }
    return new WorkflowPatch([...this.operations, Object.freeze(operation)]);
  }
}

/** Begins a patch. */
export function workflowPatch(): WorkflowPatch {
  return new WorkflowPatch([]);
}

/**
 * Whether a patch that is made twice leaves what it leaves when it is made once, and neither fails the second time nor
 * costs anything.
 */
export function isRepeatable(operations: readonly PatchOperation[]): boolean {
  return operations.every(({ op, path }) => {
    if (/^\/(?:allowMatureContent|downloadPriority)\b/.test(path)) return false;
    return op === 'replace' || (op === 'add' && !/\/(-|\d+)$/.test(path));
  });
}

function metadataPath(key: string | readonly (string | number)[]): PatchPath {
  return ['metadata', ...(typeof key === 'string' ? [key] : key)];
}

/** @throws TypeError for a text that is no JSON Pointer */
function pointerOf(path: PatchPath): string {
  if (typeof path !== 'string') return jsonPointer(...path);
  if (path === '' || /^\/(?:[^~]|~[01])*$/.test(path)) return path;
  throw new TypeError(
    `"${path}" is no JSON Pointer: it begins with "/". Give a list of segments to have them escaped.`,
  );
}
