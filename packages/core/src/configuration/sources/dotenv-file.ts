import { join } from 'node:path';
import { parse } from 'dotenv';
import type { SourceReport } from '../configuration-entry.js';
import { readSettingsFile } from './read-text-file.js';
import { reservedKeyProblem } from './reserved-key-problem.js';
import type { SourceLayer } from './source-layer.js';
import { variableEntries } from './variables.js';

/** An assignment as dotenv sees it, without its value. */
const assignment = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=|:\s)/;

/** Reads a `.env` file as one layer; `process.env` is left alone. */
export function readDotenvFile(directory: string, name: string): SourceLayer {
  const path = join(directory, name);
  const content = readSettingsFile(path);
  const report = (status: SourceReport['status']): SourceReport => ({ name, location: path, status });
  if (content === undefined) return { entries: [], problems: [], report: report('missing') };
  if (content.problem !== undefined) {
    return { entries: [], problems: [{ key: name, source: path, ...content.problem }], report: report('read') };
  }
  const lines = lineNumbers(content.text);
  const sourceOf = (variable: string): string => {
    const line = lines.get(variable);
    return line === undefined ? name : `${name}:${line}`;
  };
  const { entries, problems } = variableEntries(parse(content.text), { directory, sourceOf });
  // dotenv collects into an ordinary object, in which an assignment to `__proto__` leaves no trace.
  const reserved = lines.has('__proto__') ? [reservedKeyProblem('__proto__', sourceOf('__proto__'))] : [];
  return { entries, problems: [...reserved, ...problems], report: report('read') };
}

/** The line of each variable; of the last assignment, as that is the one that counts. */
function lineNumbers(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const name = assignment.exec(line)?.[1];
    if (name !== undefined) lines.set(name, index + 1);
  }
  return lines;
}
