import { CivitaiError } from '../../errors/civitai-error.js';
import type { Answer, CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { VaultChange, VaultItem, VaultToggle } from './types.js';

/** The two calls that a change is made of. */
export interface VaultCalls {
  readonly check: (id: number, options: CallOptions) => CivitaiPromise<VaultItem | null>;
  readonly toggle: (id: number, options: CallOptions) => CivitaiPromise<VaultToggle>;
}

/**
 * Brings a version into the vault or out of it with a server that can only toggle: looks first, and toggles when that is
 * needed. A toggle that went the wrong way, because someone else was quicker, is taken back once.
 *
 * @throws CivitaiError with code `conflict` when the second toggle went the wrong way, too
 */
export async function changeVault(
  { check, toggle }: VaultCalls,
  operation: string,
  id: number,
  wanted: boolean,
  options: CallOptions,
): Promise<Answer<VaultChange>> {
  const before = await check(id, options).withResponse();
  const itemId = before.data?.id ?? null;
  if ((before.data !== null) === wanted) return { data: { changed: false, itemId }, response: before.response };
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const { data, response } = await toggle(id, options).withResponse();
    if (data.inVault === wanted) return { data: { changed: true, itemId: data.itemId ?? itemId }, response };
  }
  throw new CivitaiError(
    `${operation}: version ${id} is ${wanted ? 'out of' : 'in'} the vault after two toggles: something else changes it ` +
      'at the same time. Let one process at a time change the vault.',
    { code: 'conflict', details: { modelVersionId: id } },
  );
}
