import type { SourceReport } from '../configuration-entry.js';
import type { SourceContent } from './object-entries.js';

/** One layer of the configuration: what it has, what is wrong with it, and what became of the place. */
export interface SourceLayer extends SourceContent {
  readonly report: SourceReport;
}
