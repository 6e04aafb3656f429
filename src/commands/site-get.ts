import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { factLines } from '../output/facts.js';
import { fieldText } from '../output/fields.js';
import { itemJson, warnOfUnknownFields } from '../output/items.js';
import type { ProjectOption } from './project-option.js';
import { openSite, type Site } from './site-client.js';
import type { OutputOptions } from './site-output-options.js';

/** What every `get` takes. */
export interface GetOptions extends ProjectOption, OutputOptions {}

/** Asks for one thing and prints it. */
export async function printOne<T extends object>(
  ask: (site: Site, signal: AbortSignal) => Promise<T>,
  describe: (item: T, site: Site) => readonly string[] | Promise<readonly string[]>,
  options: GetOptions,
  io: CommandIo,
): Promise<void> {
  const { fields, json } = options;
  const stop = io.stopSignal();
  using site = await openSite(options, io);
  const item = await untilStopped(stop, 'It was not read.', () => ask(site, stop));
  if (json === true) io.out(itemJson(fields === undefined ? site.originals.itemOf(item) : item, fields, 2));
  else {
    const facts = fields?.map((path) => [path.join('.'), fieldText(item, path)] as const);
    for (const line of facts === undefined ? await describe(item, site) : factLines(facts)) io.out(line);
  }
  if (fields !== undefined) warnOfUnknownFields([item], fields, io);
}
