import { callFamilies } from '../generated/operations.js';
import type { ModelsLabCall } from '../request/modelslab-calls.js';

/**
 * The call of that name, such as `enterprise.images.loadModel`: one that answers at once.
 *
 * @throws TypeError for another name
 */
export function findPlainCall(name: string): Pick<ModelsLabCall, 'operation' | 'path' | 'forms'> {
  const dot = name.lastIndexOf('.');
  const family = Object.hasOwn(callFamilies, name.slice(0, dot)) ? callFamilies[name.slice(0, dot)] : undefined;
  const method = name.slice(dot + 1);
  if (family === undefined || !Object.hasOwn(family.calls, method)) {
    throw new TypeError(`modelslab: there is no call "${name}"`);
  }
  const forms = family.forms?.[method];
  const path = `${family.path}/${family.calls[method]}`.split('/').filter((part) => part !== '');
  return { operation: name, path, ...(forms === undefined ? {} : { forms }) };
}
