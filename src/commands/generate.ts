import { type Command, Option } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addInputOptions, type InputOptions, parseAmount } from './generate-options.js';
import { addSaveOptions, type SaveOptions } from './workflows-options.js';

/** Everything that `civitkit generate` takes. */
export interface GenerateOptions extends InputOptions, SaveOptions {
  /** Default: `civitai`. */
  readonly provider?: (typeof providers)[number];
  /** Kind of job at ModelsLab. */
  readonly operation?: string;
  /** Reference of a job at ModelsLab. */
  readonly resume?: string;
  readonly out: string;
  readonly maxCost?: number;
  /** False with `--no-save`. */
  readonly save: boolean;
  /** False with `--no-wait`. */
  readonly wait: boolean;
  /** Seconds. */
  readonly timeout?: number;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly cancelOnInterrupt?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const providers = ['civitai', 'modelslab'] as const;

const afterHelp = `
What it costs is asked for and shown first, and nothing is spent before you agree; --yes agrees beforehand. The absolute
path of each file is printed, one line each; everything else goes to stderr. Files that are there already are not
overwritten: a new name is chosen. Ctrl-C leaves the workflow alone; civitkit workflows watch <id> goes on with it.

  civitkit generate 'a lighthouse at dusk' --model 128713 --width 768 --quantity 4 --max-cost 40
  civitkit generate --template workflow.json --yes --json > workflow-that-ran.json

With --provider modelslab there is no price beforehand and no way to cancel: jobs are billed. It has a key of its own
(MODELSLAB_API_KEY), prints references instead of ids of workflows, and does not take --type, --engine, --template,
--max-cost, --currency, --allow-mature, --tag and --cancel-on-interrupt.

  civitkit generate 'a lighthouse at dusk' --provider modelslab --model flux --yes
  civitkit generate --provider modelslab --resume images:12345

Exit codes: 0 done, 2 a mistake in the request, 3 not allowed or too little Buzz, 5 network or service, 6 too many
requests, 8 files could not be stored, 9 above --max-cost or not agreed to, 10 the workflow failed, 11 something was
withheld by moderation, 130 Ctrl-C.`;

/** Completes `civitkit generate` with its options and what it does. */
export function defineGenerateCommand(generate: Command, io: CommandIo): void {
  addSaveOptions(addInputOptions(generate.argument('[prompt]', 'what is wanted; quote it')))
    .addOption(new Option('--provider <name>', 'who makes it (default: civitai)').choices(providers))
    .option('--operation <name>', 'kind of job at ModelsLab, such as video.text2video (default: images.text2img)')
    .option('--resume <reference>', 'fetch a job of ModelsLab that was submitted before, such as images:12345')
    .option('--out <folder>', 'folder for the files; it is created', '.')
    .option('--max-cost <buzz>', 'the most it may cost, by the estimate', parseAmount)
    .option('--no-save', 'do not fetch the files; prints the id of the workflow')
    .option('--no-wait', 'do not wait for the end; prints the id of the workflow')
    .option('--timeout <seconds>', 'wait no longer than this; the workflow goes on', parseAmount)
    .option('--dry-run', 'look for mistakes and ask what it would cost; nothing is spent')
    .option('-y, --yes', 'do not ask before spending')
    .option('--cancel-on-interrupt', 'let Ctrl-C cancel the workflow')
    .option('--json', 'print the workflow as the API gives it, and nothing else, on stdout')
    .option('-q, --quiet', 'no progress; warnings and errors only')
    .addHelpText('after', afterHelp)
    .action(async (prompt: string | undefined, options: GenerateOptions) => {
      if (options.provider === 'modelslab') {
        const { runGenerateModelsLab } = await import('./generate-modelslab.js');
        await runGenerateModelsLab(prompt, options, io);
      } else {
        const { runGenerate } = await import('./generate-action.js');
        await runGenerate(prompt, options, io);
      }
    });
}
