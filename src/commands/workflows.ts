import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { collect, parseAmount, refuseTokens } from './generate-options.js';
import { addProjectOption, type ProjectOption } from './project-option.js';
import { addSaveOptions, type SaveOptions } from './workflows-options.js';

/** What `civitkit workflows list` takes. */
export interface ListOptions extends ProjectOption {
  readonly tag?: readonly string[];
  readonly excludeTag?: readonly string[];
  readonly query?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly excludeFailed?: boolean;
  readonly limit: number;
  readonly all?: boolean;
  readonly showMature?: boolean;
  readonly json?: boolean;
}

/** What `civitkit workflows get` takes. */
export interface GetOptions extends ProjectOption {
  readonly json?: boolean;
}

/** What `civitkit workflows watch` takes. */
export interface WatchOptions extends ProjectOption, SaveOptions {
  readonly save?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Completes `civitkit workflows` with its subcommands. */
export function defineWorkflowsCommand(workflows: Command, io: CommandIo): void {
  const add = (usage: string, description: string, ...examples: readonly string[]): Command =>
    addExamples(refuseTokens(addProjectOption(workflows.command(usage)).description(description)), examples);

  add('list', 'list your workflows, the newest first', 'civitkit workflows list --tag poster --exclude-failed')
    .option('--tag <text>', 'only with this tag; may be repeated', collect)
    .option('--exclude-tag <text>', 'only without this tag; may be repeated', collect)
    .option('--query <text>', 'only with this text in the metadata')
    .option('--from <date>', 'only those made then or later, such as 2026-11-01 (UTC)', parseDate)
    .option('--to <date>', 'only those made then or before', parseDate)
    .option('--exclude-failed', 'without those that failed, expired or were canceled')
    .option('--limit <number>', 'how many at most', parseLimit, 20)
    .option('--all', 'all of them, whatever --limit says')
    .option('--show-mature', 'with the addresses of mature content (in --json)')
    .option('--json', 'print the workflows as the API gives them')
    .action(async (options: ListOptions) => {
      const { listWorkflows } = await import('./workflows-list.js');
      await listWorkflows(options, io);
    });
  add('get <id>', 'print one workflow', 'civitkit workflows get 0-20261121103000123 --json')
    .option('--json', 'print it as the API gives it, with the addresses of its files')
    .action(async (id: string, options: GetOptions) => {
      const { getWorkflow } = await import('./workflows-get.js');
      await getWorkflow(id, options, io);
    });
  addSaveOptions(
    add(
      'watch <id>',
      'follow a workflow to its end; the exit code says how it ended',
      'civitkit workflows watch 0-20261121103000123 --save pictures',
    ),
  )
    .option('--save <folder>', 'save its files there; prints their paths')
    .option('--timeout <seconds>', 'wait no longer than this; the workflow goes on', parseAmount)
    .option('--json', 'print the workflow as the API gives it, and nothing else, on stdout')
    .option('-q, --quiet', 'no progress; warnings and errors only')
    .addHelpText('after', '\nExit codes: 0 succeeded, 10 failed, expired or canceled, 11 something was withheld.')
    .action(async (id: string, options: WatchOptions) => {
      const { watchWorkflow } = await import('./workflows-watch.js');
      await watchWorkflow(id, options, io);
    });
  add(
    'cancel <id>',
    'end a workflow; one that has ended stays as it is',
    'civitkit workflows cancel 0-20261121103000123',
  ).action(async (id: string, options: ProjectOption) => {
    const { cancelWorkflow } = await import('./workflows-cancel.js');
    await cancelWorkflow(id, options, io);
  });
}

function parseDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('It must be a date such as 2026-11-01, or with a time.');
  return date;
}

function parseLimit(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (!(value >= 1 && Number.isSafeInteger(value))) throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}
