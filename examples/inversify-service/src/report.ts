import type { Model, Page } from '@civitkit/core';
import type { ModelCatalogue } from './model-catalogue.js';
import { printTable, shorten } from './print.js';

/** Shows what the catalogue can do; `keySource` says where the API key comes from, if there is one. */
export async function report(catalogue: ModelCatalogue, keySource: string | undefined): Promise<void> {
  console.log(keySource === undefined ? 'API key: none, requests are anonymous' : `API key: from ${keySource}`);

  console.log('\nMost downloaded LoRAs of the month');
  const top = await catalogue.topModels(5);
  printModels(top);

  console.log('\nThe newest checkpoints, page by page');
  await printPages(catalogue.walkPages(3, 4));

  const hash = anyHash(top);
  if (hash !== undefined) await printLookup(catalogue, hash);

  console.log('\nThe account of the key (/me)');
  if (keySource === undefined) console.log('  Needs a key: with one (CIVITAI_API_KEY), your account would be here.');
  else {
    const { id, username, tier, isMember } = await catalogue.whoAmI();
    console.log(`  ${username} (${id}), ${isMember ? `member, ${tier ?? 'unknown tier'}` : 'no membership'}`);
  }
}

function printModels(models: readonly Model[]): void {
  const rows = models.map(({ id, name, creator, stats, modelVersions }) => [
    id,
    shorten(name, 40),
    creator?.username ?? '(none)',
    modelVersions[0]?.baseModel ?? '',
    stats.downloadCount?.toLocaleString('en') ?? 'hidden',
  ]);
  printTable(['Id', 'Name', 'Creator', 'Base model', 'Downloads'], rows);
}

async function printPages(pages: AsyncIterable<Page<Model>>): Promise<void> {
  const rows: (string | number)[][] = [];
  for await (const { items, nextCursor } of pages) {
    const cursor = nextCursor === undefined ? '(last page)' : shorten(String(nextCursor), 40);
    rows.push([rows.length + 1, items.length, shorten(items[0]?.name ?? '', 40), cursor]);
  }
  printTable(['Page', 'Models', 'First of them', 'Cursor of the next page'], rows);
}

function anyHash(models: readonly Model[]): string | undefined {
  const files = models.flatMap(({ modelVersions }) => modelVersions).flatMap((version) => version.files);
  return files.find(({ hashes }) => hashes.SHA256 !== undefined)?.hashes.SHA256;
}

async function printLookup(catalogue: ModelCatalogue, hash: string): Promise<void> {
  console.log(`\nWhose file has the SHA-256 hash ${shorten(hash, 17)}?`);
  const version = await catalogue.findByHash(hash);
  if (version === undefined) console.log('  Civitai does not know it.');
  else console.log(`  ${version.model.name}, version ${version.name}: ${version.air}`);
}
