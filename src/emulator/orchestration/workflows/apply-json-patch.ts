import { applyPatch, type Operation } from 'rfc6902';
import { isJsonObject } from '../../http/body-checks.js';
import { createErrorMap, type ErrorMap } from '../validation/error-map.js';
import type { JsonObject } from './workflow-record.js';

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

function isPointer(value: unknown): value is string {
  return typeof value === 'string' && (value === '' || value.startsWith('/'));
}

/** Members that the library walks past without a word. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a pointer leads to what can be changed. */
function mayChange(pointer: string, roots: readonly string[]): boolean {
  const [, root = '', ...others] = pointer.split('/');
  return roots.includes(root) && !others.some((member) => RESERVED.has(member));
}

function checkOperation(value: unknown, index: number, roots: readonly string[], errors: ErrorMap): void {
  const at = `[${index}]`;
  if (!isJsonObject(value) || typeof value['op'] !== 'string' || !OPERATIONS.includes(value['op'])) {
    errors.add(at, `The operation must be one of ${OPERATIONS.join(', ')}.`);
    return;
  }
  const { op, path, from } = value;
  const pointers = op === 'move' || op === 'copy' ? { path, from } : { path };
  for (const [name, pointer] of Object.entries(pointers)) {
    if (!isPointer(pointer)) errors.add(`${at}.${name}`, `The field ${name} must be a JSON Pointer.`);
    else if (!mayChange(pointer, roots)) errors.add(`${at}.${name}`, `'${pointer}' cannot be changed.`);
  }
  if (['add', 'replace', 'test'].includes(op) && !Object.hasOwn(value, 'value')) {
    errors.add(`${at}.value`, 'The value field is required.');
  }
}

/** What became of a patch. */
export type PatchOutcome =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly errors: ErrorMap };

/**
 * Applies a JSON Patch to a copy: every operation or none. The parent of a place must exist, and so must what is removed
 * or replaced. Only the members named in the document can be changed.
 */
export function applyJsonPatch(document: JsonObject, patch: unknown): PatchOutcome {
  const errors = createErrorMap();
  if (!Array.isArray(patch)) {
    errors.add('$', 'The body must be an array of operations.');
    return { ok: false, errors };
  }
  for (const [index, operation] of patch.entries()) checkOperation(operation, index, Object.keys(document), errors);
  if (!errors.isEmpty) return { ok: false, errors };
  const value = structuredClone(document);
  for (const [index, problem] of applyPatch(value, patch as Operation[]).entries()) {
    if (problem !== null) errors.add(`[${index}]`, problem.message);
  }
  return errors.isEmpty ? { ok: true, value } : { ok: false, errors };
}
