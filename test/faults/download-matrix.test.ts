import { afterAll, describe, expect, it } from 'vitest';
import type { DownloadRow } from './downloads/download-row.js';
import { nameRows } from './downloads/rows-of-names-and-sources.js';
import { diskRows } from './downloads/rows-of-the-disk.js';
import { partRows } from './downloads/rows-of-the-part.js';
import { siteRows } from './downloads/rows-of-the-site.js';
import { storageRows } from './downloads/rows-of-the-storage.js';
import { runRow } from './downloads/run-row.js';

const table: string[][] = [];
const rows: readonly DownloadRow[] = [...siteRows, ...storageRows, ...partRows, ...diskRows, ...nameRows].toSorted(
  (a, b) => a.item - b.item,
);

describe.each(rows)('$item: $name', (row) => {
  it('ends as it should, and leaves nothing wrong behind', async () => {
    const { links, requests, ...ended } = await runRow(row);
    const { code, exit, file, state } = ended;
    table.push([String(row.item), row.name, file, state, code, String(exit), String(links), String(requests)]);
    expect(ended).toEqual(row.expected);
    expect(links).toBe(row.links ?? links);
  });
});

afterAll(() => {
  // `npm run faults:downloads` runs this file in the mode "table".
  const { env } = import.meta as unknown as { readonly env: { readonly MODE: string } };
  if (env.MODE !== 'table') return;
  const lines = [['Item', 'Fault', 'File', 'State', 'Code', 'Exit', 'Links', 'Requests'], ...table];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
  process.stdout.write(
    `\nDownloads under each fault; what is resumable was resumed to the right hash\n${lines
      .map((cells) =>
        cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n')}\n`,
  );
});
