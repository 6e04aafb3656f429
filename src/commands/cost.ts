import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addInputOptions, type InputOptions } from './generate-options.js';

/** Everything that `civitkit cost` takes. */
export interface CostOptions extends InputOptions {
  readonly json?: boolean;
}

const afterHelp = `
Asks the server what civitkit generate with the same options would cost. Nothing runs and nothing is spent; images that
are files are uploaded, which is free. The answer is an estimate.

  civitkit cost 'a lighthouse at dusk' --model 128713 --quantity 4
  civitkit cost --template workflow.json --json`;

/** Completes `civitkit cost` with its options and what it does. */
export function defineCostCommand(cost: Command, io: CommandIo): void {
  addInputOptions(cost.argument('[prompt]', 'what is wanted; quote it'))
    .option('--json', 'print the estimate as the API gives it, and nothing else, on stdout')
    .addHelpText('after', afterHelp)
    .action(async (prompt: string | undefined, options: CostOptions) => {
      const { showCost } = await import('./cost-action.js');
      await showCost(prompt, options, io);
    });
}
