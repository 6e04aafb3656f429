import { ListQuery, type SortOf } from '../../paging/list-query.js';
import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import { isJsonObject, parseObject, refuseUnmapped } from '../../transport/parse-object.js';
import type { Parser, Pipeline } from '../../transport/pipeline.js';
import { checkId } from '../check-id.js';
import { checkIds } from '../check-ids.js';
import { parseList } from '../parse-list.js';
import { sendChunked } from '../send-chunked.js';
import { changeVault } from './change-vault.js';
import { normalizeVaultItem, type VaultFilter, vaultItems } from './filter.js';
import {
  type Vault,
  type VaultChange,
  type VaultItem,
  type VaultToggle,
  vaultFields,
  vaultItemFields,
} from './types.js';

/** A question to `GET /vault/all`. */
export type VaultQuery = ListQuery<VaultItem, VaultFilter>;

/** Keeps the URL at a length that every proxy passes. */
const maxIds = 200;

/** The vault of the key's owner: `civitai.vault`. Every call needs a key. */
export class VaultClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** The vault itself, or `null` without a membership. The first call of a member creates it. */
  get(options?: CallOptions): CivitaiPromise<Vault | null> {
    const path = ['vault', 'get'];
    return this.#pipeline.send(
      { operation: 'vault.get', method: 'GET', path, authentication: 'required' },
      parseVault,
      options,
    );
  }

  /** Starts a query for the items of the vault; there are none without a membership. */
  where(filter: VaultFilter = {}): VaultQuery {
    return new ListQuery<VaultItem, VaultFilter>(this.#pipeline, vaultItems).where(filter);
  }

  /** Starts a query in this order. */
  orderBy(sort: SortOf<VaultFilter>): VaultQuery {
    return this.where().orderBy(sort);
  }

  /**
   * Which versions are in the vault: every id that was asked with its item, or with `null`. As many requests are sent
   * as are needed, 200 ids each and two at a time.
   *
   * @throws ValidationError, before anything is sent, when one of the ids cannot be one
   */
  check(
    modelVersionIds: readonly number[],
    options: CallOptions = {},
  ): CivitaiPromise<ReadonlyMap<number, VaultItem | null>> {
    return this.#check('vault.check', modelVersionIds, options);
  }

  /**
   * Puts a version into the vault, or takes it out when it is in: what the server offers. Never sent a second time
   * by itself once it may have arrived, since that would undo it; after a failure, `check` tells what became of it.
   *
   * Prefer {@link VaultClient.add} and {@link VaultClient.remove}.
   */
  toggle(modelVersionId: number, options?: CallOptions): CivitaiPromise<VaultToggle> {
    return this.#toggle('vault.toggle', modelVersionId, options);
  }

  /**
   * Puts a version into the vault, unless it is there: looks first, then toggles when that is needed.
   *
   * Between the two, another process may do the same. When its toggle turns this one around, this one is taken back,
   * so that several `add` at once end well; `add` and `remove` at once end one way or the other.
   *
   * @throws CivitaiError with code `conflict` when something else keeps toggling; after any other failure of the toggle,
   * `check` tells what became of it
   *
   * @example
   * ```ts
   * import { createCivitaiClient } from '@civitkit/core/client';
   *
   * const { changed, itemId } = await createCivitaiClient().vault.add(128713);
   * console.log(changed ? 'added' : 'was there', itemId);
   * ```
   */
  add(modelVersionId: number, options: CallOptions = {}): CivitaiPromise<VaultChange> {
    return this.#change('vault.add', modelVersionId, true, options);
  }

  /** Takes a version out of the vault, if it is there; otherwise as {@link VaultClient.add}. */
  remove(modelVersionId: number, options: CallOptions = {}): CivitaiPromise<VaultChange> {
    return this.#change('vault.remove', modelVersionId, false, options);
  }

  #check(
    operation: string,
    ids: readonly number[],
    options: CallOptions,
  ): CivitaiPromise<ReadonlyMap<number, VaultItem | null>> {
    const inputs = checkIds(operation, 'modelVersionIds', ids);
    if (inputs instanceof Error) return new CivitaiPromise(Promise.reject(inputs));
    const send = (chunk: readonly number[], callOptions: CallOptions): CivitaiPromise<readonly CheckedVersion[]> =>
      this.#pipeline.send(
        {
          operation,
          method: 'GET',
          path: ['vault', 'check-vault'],
          query: [['modelVersionIds', chunk]],
          authentication: 'required',
        },
        parseChecked,
        callOptions,
      );
    const answers = sendChunked({ operation, inputs, chunkSize: maxIds, send }, options);
    return new CivitaiPromise(
      answers.then(({ data, response }) => {
        const items = new Map(data.flat().map(({ modelVersionId, vaultItem }) => [modelVersionId, vaultItem]));
        return { data: new Map(inputs.map((id) => [id, items.get(id) ?? null])), response };
      }),
    );
  }

  #toggle(operation: string, id: number, options: CallOptions | undefined): CivitaiPromise<VaultToggle> {
    const refused = checkId(operation, id, 'modelVersionId');
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    return this.#pipeline.send(
      {
        operation,
        method: 'POST',
        path: ['vault', 'toggle-version'],
        query: [['modelVersionId', id]],
        authentication: 'required',
      },
      parseToggle,
      options,
    );
  }

  #change(operation: string, id: number, wanted: boolean, options: CallOptions): CivitaiPromise<VaultChange> {
    const refused = checkId(operation, id, 'modelVersionId');
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    const check = (versionId: number, callOptions: CallOptions): CivitaiPromise<VaultItem | null> => {
      const checked = this.#check(operation, [versionId], callOptions).withResponse();
      return new CivitaiPromise(
        checked.then(({ data, response }) => ({ data: data.get(versionId) ?? null, response })),
      );
    };
    const toggle = (versionId: number, callOptions: CallOptions): CivitaiPromise<VaultToggle> =>
      this.#toggle(operation, versionId, callOptions);
    return new CivitaiPromise(changeVault({ check, toggle }, operation, id, wanted, options));
  }
}

interface CheckedVersion {
  readonly modelVersionId: number;
  readonly vaultItem: VaultItem | null;
}

const parseVault: Parser<Vault | null> = (json, context) => {
  const { vault } = parseObject(json, 'vault', context);
  if (vault === null) return null;
  if (!isJsonObject(vault)) throw context.wrongShape('"vault", an object or null');
  refuseUnmapped(json, { vault: vaultFields }, context);
  vault['meta'] ??= {};
  return vault as unknown as Vault;
};

const parseChecked: Parser<readonly CheckedVersion[]> = (json, context) => {
  const checked = parseList(json, { fields: { modelVersionId: true, vaultItem: vaultItemFields } }, context);
  for (const { vaultItem } of checked) if (isJsonObject(vaultItem)) normalizeVaultItem(vaultItem);
  return checked as unknown as readonly CheckedVersion[];
};

const parseToggle: Parser<VaultToggle> = (json, context) => {
  const answer = parseObject(json, 'success', context);
  refuseUnmapped(answer, { success: true, vaultId: true }, context);
  // The server says `vaultId` and means the item; it says nothing when the version was taken out.
  const { vaultId } = answer;
  answer['inVault'] = vaultId !== undefined && vaultId !== null;
  answer['itemId'] = vaultId ?? null;
  return answer as unknown as VaultToggle;
};
