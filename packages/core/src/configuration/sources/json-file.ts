import type { SourceReport } from '../configuration-entry.js';
import { type JsonOrigin, jsonEntries } from './json-entries.js';
import { readSettingsFile } from './read-text-file.js';
import type { SourceLayer } from './source-layer.js';

/** Reads a JSON file as one layer of the configuration. */
export function readJsonFile(origin: JsonOrigin): SourceLayer {
  const { name, path } = origin;
  const content = readSettingsFile(path);
  const report = (status: SourceReport['status']): SourceReport => ({ name, location: path, status });
  if (content === undefined) return { entries: [], problems: [], report: report('missing') };
  if (content.problem !== undefined) {
    return { entries: [], problems: [{ key: name, source: path, ...content.problem }], report: report('read') };
  }
  return { ...jsonEntries(content.text, origin), report: report('read') };
}
