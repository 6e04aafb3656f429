import type { Workflow, WorkflowsFilter } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { moment } from '../output/duration.js';
import { costCell } from '../output/money.js';
import { renderTable, type TableColumn } from '../output/table.js';
import type { ListOptions } from './workflows.js';
import { openClients } from './workflows-open-client.js';

const columns: readonly TableColumn[] = [
  { header: 'Id' },
  { header: 'Created (UTC)' },
  { header: 'Status' },
  { header: 'Steps', shrinkTo: 12 },
  { header: 'Buzz', align: 'right' },
  { header: 'Tags', shrinkTo: 8 },
];

/** `civitkit workflows list`. */
export async function listWorkflows(options: ListOptions, io: CommandIo): Promise<void> {
  const { all, json, limit } = options;
  const stop = io.stopSignal();
  using clients = await openClients(options, io);
  const found = clients.generation.workflows.where(filterOf(options));
  const workflows = await untilStopped(stop, 'The list was not read to its end.', () =>
    (all === true ? found : found.take(limit)).toArray({ signal: stop }),
  );
  if (json === true) io.out(JSON.stringify(workflows, undefined, 2));
  else if (workflows.length === 0) io.err('There are no such workflows.');
  else for (const line of renderTable(columns, workflows.map(row), io.columns)) io.out(line);
}

function filterOf({ excludeFailed, excludeTag, from, query, showMature, tag, to }: ListOptions): WorkflowsFilter {
  return {
    ...(tag === undefined ? {} : { tags: tag }),
    ...(excludeTag === undefined ? {} : { excludeTags: excludeTag }),
    ...(query === undefined ? {} : { query }),
    ...(from === undefined ? {} : { fromDate: from }),
    ...(to === undefined ? {} : { toDate: to }),
    ...(excludeFailed === true ? { excludeFailed } : {}),
    ...(showMature === true ? { hideMatureContent: false } : {}),
  };
}

function row(workflow: Workflow): string[] {
  const { createdAt, id, status, steps, tags } = workflow;
  return [
    id ?? '',
    moment(createdAt),
    String(status),
    [...new Set(steps.map(({ $type }) => String($type)))].join(', '),
    costCell(workflow),
    tags.join(', '),
  ];
}
