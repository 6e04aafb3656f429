import { outputs, type Workflow, type WorkflowOutput } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { oneLine } from '../output/display-width.js';
import { moment } from '../output/duration.js';
import { costCell } from '../output/money.js';
import { renderTable, type TableColumn } from '../output/table.js';
import type { GetOptions } from './workflows.js';
import { openClients } from './workflows-open-client.js';

const columns: readonly TableColumn[] = [
  { header: 'Step' },
  { header: 'File', shrinkTo: 12 },
  { header: 'Kind' },
  { header: 'There', shrinkTo: 8 },
];

/** `civitkit workflows get`. */
export async function getWorkflow(id: string, options: GetOptions, io: CommandIo): Promise<void> {
  const stop = io.stopSignal();
  using clients = await openClients(options, io);
  const workflow = await untilStopped(stop, 'The workflow was not read.', () =>
    clients.generation.workflows.get(id, { signal: stop }),
  );
  if (options.json === true) io.out(JSON.stringify(workflow, undefined, 2));
  else for (const line of describe(workflow, io.columns)) io.out(line);
}

function describe(workflow: Workflow, width: number | undefined): string[] {
  const { completedAt, createdAt, id, startedAt, status, steps, tags } = workflow;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Workflow', id],
    ['Status', String(status)],
    ['Created', utc(createdAt)],
    ['Started', utc(startedAt)],
    ['Completed', utc(completedAt)],
    ['Buzz', costCell(workflow)],
    ['Tags', tags.join(', ')],
    ...steps.map((step) => ['Step', `${step.name} (${String(step.$type)}): ${step.status}`] as const),
  ];
  const said = facts.flatMap(([name, value]) => ((value ?? '') === '' ? [] : [`${name}: ${oneLine(String(value))}`]));
  const files = [...outputs(workflow)];
  return files.length === 0 ? said : [...said, '', ...renderTable(columns, files.map(row), width)];
}

function row({ available, blockedReason, id, kind, path, step }: WorkflowOutput): string[] {
  const withheld = blockedReason === undefined ? 'no' : `withheld: ${blockedReason}`;
  return [step ?? '', id ?? path, String(kind), available ? 'yes' : withheld];
}

function utc(text: string | null | undefined): string | undefined {
  return typeof text === 'string' ? `${moment(text)} UTC` : undefined;
}
