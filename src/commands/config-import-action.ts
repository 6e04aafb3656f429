import type { CommandIo } from '../command-io.js';
import { count } from '../output/count.js';
import { type ItemColumn, printTable } from '../output/items.js';
import { SettingsFile } from '../tool-settings/settings-file.js';
import type { ConfigImportOptions } from './config-import.js';
import { type ImportChange, type ImportPlan, planImport, settingText } from './config-import-changes.js';
import { type CivitdlConfig, readCivitdlConfig } from './config-import-civitdl.js';
import { keyName } from './login-with-key.js';
import { openStore, sayWhenSecretsCount } from './secrets-actions.js';

/** `civitkit config import civitdl`. */
export async function runConfigImport(options: ConfigImportOptions, io: CommandIo): Promise<void> {
  const config = await readCivitdlConfig(options.from, io);
  const file = new SettingsFile(io);
  const choice = { all: options.all === true, replace: options.replace === true };
  const isDry = options.dryRun === true;
  const keyChange = await takeKey(config, options, io);
  let plan: ImportPlan = planImport(config, await file.read(), choice, io);
  if (!isDry && plan.changes.some(({ action }) => action === 'set')) {
    // Anew: somebody else may have changed something meanwhile.
    await file.change((old) => {
      plan = planImport(config, old, choice, io);
      return plan.settings;
    });
  }
  print([...plan.changes, ...keyChange], { from: config.path, to: file.path, dryRun: isDry }, options, io);
}

/** The key, which civitdl keeps in clear text beside everything else. */
async function takeKey(
  { hasKey, key }: CivitdlConfig,
  options: ConfigImportOptions,
  io: CommandIo,
): Promise<readonly ImportChange[]> {
  const base = { kind: 'key', name: 'api_key' } as const;
  if (!hasKey) return [];
  if (options.withKey !== true) {
    return [{ ...base, action: 'skipped', reason: `--with-key keeps it as the secret ${keyName} of this project` }];
  }
  const store = await openStore(options, io);
  const isThere = (await store.list()).some((secret) => secret.key.toLowerCase() === keyName.toLowerCase());
  if (isThere && options.replace !== true) {
    return [{ ...base, action: 'kept', reason: 'there is a key here; --replace takes it over' }];
  }
  if (options.dryRun !== true) {
    await store.set(keyName, key());
    await sayWhenSecretsCount(options, io);
  }
  return [{ ...base, action: 'set', reason: `in ${store.path}` }];
}

function print(
  changes: readonly ImportChange[],
  { dryRun, from, to }: { readonly from: string; readonly to: string; readonly dryRun: boolean },
  { json }: ConfigImportOptions,
  io: CommandIo,
): void {
  if (json === true) {
    io.out(JSON.stringify({ from, to, dryRun, changes }, undefined, 2));
    return;
  }
  const columns: readonly ItemColumn<ImportChange>[] = [
    { header: 'KIND', cell: ({ kind }) => kind },
    { header: 'NAME', cell: ({ name }) => name },
    { header: 'VALUE', shrinkTo: 12, cell: ({ value }) => (value === undefined ? '' : settingText(value)) },
    { header: 'ACTION', cell: ({ action }) => (dryRun && action === 'set' ? 'would be set' : action) },
    { header: 'WHY', shrinkTo: 16, cell: ({ reason }) => reason ?? '' },
  ];
  if (changes.length > 0) printTable(changes, columns, undefined, io);
  const set = changes.filter(({ action }) => action === 'set').length;
  const done = dryRun ? 'would be taken over' : 'taken over';
  io.err(`${count(set, 'setting')} of ${from} ${done}${set === 0 ? '' : `, into ${to}`}.`);
}
