import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { addProjectOption, type ProjectOption } from './project-option.js';

/** What `civitkit logout` takes. */
export interface LogoutOptions extends ProjectOption {
  readonly withKey?: boolean;
}

/** Completes `civitkit logout`. */
export function defineLogoutCommand(logout: Command, io: CommandIo): void {
  addProjectOption(logout).option('--with-key', 'remove the key that civitkit login --with-key stored for the project');
  addExamples(
    logout,
    ['civitkit logout', 'civitkit logout --with-key'],
    'A key itself is ended only under "API Keys" at https://civitai.com/user/account.',
  );
  logout.action(async (options: LogoutOptions) => {
    const { logOut } = await import('./logout-action.js');
    await logOut(options, io);
  });
}
