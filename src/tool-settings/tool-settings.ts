import type { DownloadDefaults } from './download-defaults.js';

/** What a user has set for the command line itself, for all projects. There is no key in it. */
export interface ToolSettings {
  /** What `civitkit download` does unless it is told otherwise. */
  readonly defaults: DownloadDefaults;
  /** Paths of modules of JavaScript, absolute, by the names of the sorters. */
  readonly sorters: Readonly<Record<string, string>>;
  /** Short names of folders. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Of a user who has set nothing. */
export const noSettings: ToolSettings = { defaults: {}, sorters: {}, aliases: {} };
