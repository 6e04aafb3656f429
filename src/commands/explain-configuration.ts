import type { Configuration } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { renderTable, type TableColumn } from '../output/table.js';
import { knownSections } from './known-sections.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { ProjectOption } from './project-option.js';

type Explained = ReturnType<Configuration['explain']>[number];
type Source = Configuration['sources'][number];

const settingColumns: readonly TableColumn[] = [
  { header: 'Key' },
  { header: 'Value', shrinkTo: 12 },
  { header: 'Source', shrinkTo: 16 },
  { header: 'Overrides', shrinkTo: 12 },
];

const sourceColumns: readonly TableColumn[] = [
  { header: 'Source' },
  { header: 'Status' },
  { header: 'Location or reason', shrinkTo: 20 },
];

/** Prints the effective configuration of a project as a table or as JSON. */
export async function explainConfiguration(
  options: ProjectOption & { readonly section?: string; readonly json?: boolean },
  io: CommandIo,
): Promise<void> {
  const sections = await knownSections(options.section);
  const configuration = await loadProjectConfiguration(options, io, sections);
  const values = configuration.explain(sections);
  const { environmentName, directory, sources } = configuration;
  if (options.json === true) {
    io.out(JSON.stringify({ environment: environmentName, directory, values, sources }, undefined, 2));
    return;
  }
  const lines = [
    `Environment: ${environmentName}`,
    '',
    ...renderTable(settingColumns, values.map(settingRow), io.columns),
    '',
    'Sources, from the weakest to the strongest:',
    '',
    ...renderTable(sourceColumns, sources.map(sourceRow), io.columns),
  ];
  for (const line of lines) io.out(line);
}

function settingRow({ key, value, source, overrides }: Explained): string[] {
  const overridden = overrides.map((other) => `${other.value} (${other.source})`);
  return [key, value, source, overridden.join(', ')];
}

function sourceRow({ name, location, status, reason }: Source): string[] {
  return [name, status, [location, reason].filter((part) => part !== undefined).join(': ')];
}
