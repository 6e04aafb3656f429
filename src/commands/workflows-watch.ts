import type { CommandIo } from '../command-io.js';
import type { WatchOptions } from './workflows.js';
import { finishWorkflow } from './workflows-finish.js';
import { followWorkflow } from './workflows-follow.js';
import { openClients } from './workflows-open-client.js';
import { prepareFolder } from './workflows-save.js';

/** `civitkit workflows watch`. */
export async function watchWorkflow(id: string, options: WatchOptions, io: CommandIo): Promise<void> {
  const { json, name, overwrite, quiet, save: folder, timeout } = options;
  const stop = io.stopSignal();
  using clients = await openClients(options, io);
  const { generation } = clients;
  if (folder !== undefined) await prepareFolder(folder, io);
  const followed = await followWorkflow((run) => generation.resume(id, run), { io, stop, timeout, quiet });
  const save = folder === undefined ? undefined : { folder, name, quiet, ...(overwrite === true ? { overwrite } : {}) };
  await finishWorkflow(followed, { save, json, quiet }, { generation, io, stop });
}
