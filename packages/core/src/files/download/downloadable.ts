import type { DownloadPlan, PlannedFile } from './planned-file.js';
import type { Source } from './source.js';

/** What can be downloaded: a source as text or read already, a plan, or files of one. */
export type Downloadable = string | Source | PlannedFile | DownloadPlan | readonly (string | Source | PlannedFile)[];
