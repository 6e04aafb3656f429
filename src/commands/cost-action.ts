import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { costLines } from '../output/money.js';
import type { CostOptions } from './cost.js';
import { prepareWorkflow } from './generate-prepare.js';
import { openClients } from './workflows-open-client.js';

/** `civitkit cost`. Too little Buzz is part of the answer here, and no failure. */
export async function showCost(prompt: string | undefined, options: CostOptions, io: CommandIo): Promise<void> {
  const stop = io.stopSignal();
  using clients = await openClients(options, io);
  const notKnown = 'The price is not known; nothing was spent.';
  const { preview } = await untilStopped(stop, notKnown, () =>
    // What is ephemeral is priced like anything else, so it is looked at as if it were waited for.
    prepareWorkflow(prompt, options, { clients, io, signal: stop, waitSeconds: 60 }),
  );
  if (options.json === true) io.out(JSON.stringify(preview.workflow, undefined, 2));
  else for (const line of costLines(preview)) io.out(line);
}
