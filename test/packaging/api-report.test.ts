import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './support/pack.js';

/** Plain JavaScript, hence no types of its own. */
interface Scripts {
  readonly condenseReports: (reports: readonly Report[]) => readonly Report[];
  readonly publicEntries: (root: string) => readonly { readonly specifier: string; readonly reportName: string }[];
}

interface Report {
  readonly specifier: string;
  readonly text: string;
}

async function load(path: string): Promise<Scripts> {
  return (await import(new URL(`../../scripts/${path}`, import.meta.url).href)) as Scripts;
}

const { condenseReports } = await load('api-report/condense.mjs');
const { publicEntries } = await load('support/public-entries.mjs');

const report = (...declarations: string[]): string =>
  `## API Report File for "x"\n\n\`\`\`ts\n\n${declarations.join('\n\n')}\n\n// (No @packageDocumentation comment for this package)\n\n\`\`\`\n`;
const client = '// @public\nexport class Client {\n    // (undocumented)\n    get(): Model;\n}';
const model = '// @public\nexport interface Model {\n    readonly id: number;\n}';

describe('the reports of a package', () => {
  it('show a declaration once, and where it is', () => {
    const [main, second] = condenseReports([
      { specifier: 'x', text: report(client, model) },
      { specifier: 'x/client', text: report(client, '// @public\nexport const extra: number;') },
    ]);
    expect(main?.text).toContain('export class Client {\n    get(): Model;\n}');
    expect(second?.text).toContain('export { Client } // as in x\n\n// @public\nexport const extra: number;\n\n```\n');
    expect(second?.text).not.toContain('get(): Model');
  });

  it('show a declaration of the same name that is another', () => {
    const other = client.replace('get()', 'get(id: number)');
    const [, second] = condenseReports([
      { specifier: 'x', text: report(client) },
      { specifier: 'x/other', text: report(other) },
    ]);
    expect(second?.text).toContain('get(id: number): Model');
  });

  it('leave out what is known and cannot be imported, and show what is new', () => {
    const hidden = model.replace('export ', '');
    const [, second, third] = condenseReports([
      { specifier: 'x', text: report(client, model) },
      { specifier: 'x/client', text: report(client, hidden) },
      { specifier: 'x/other', text: report(hidden.replace('id', 'key')) },
    ]);
    expect(second?.text).not.toContain('Model {');
    expect(third?.text).toContain('interface Model {\n    readonly key: number;');
  });
});

it('there is a report of every public entry, and of nothing else', () => {
  const entries = publicEntries(repository);
  const reports = readdirSync(join(repository, 'api-report'));
  expect(reports.toSorted()).toEqual(entries.map(({ reportName }) => reportName).toSorted());
  expect(entries.map(({ specifier }) => specifier)).not.toContain('@civitkit/core/internal');
  const main = readFileSync(join(repository, 'api-report', 'civitkit-core.api.md'), 'utf8');
  expect(main).toContain('export class CivitaiClient');
});
