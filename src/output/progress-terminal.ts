import type { CommandIo } from '../command-io.js';

/** What the terminal that progress goes to can do. */
export interface TerminalAbilities {
  /** Lines can be drawn again. */
  readonly live: boolean;
  readonly color: boolean;
  /** Characters beyond ASCII can be shown. */
  readonly unicode: boolean;
}

/** Finds that out from the stream and the variables that people set for it. */
export function terminalAbilities({ terminal, env }: Pick<CommandIo, 'terminal' | 'env'>): TerminalAbilities {
  const live = terminal.isTTY === true && env['TERM'] !== 'dumb' && !isOn(env['CI']);
  return {
    live,
    color: wantsColor(env, live),
    unicode: speaksUtf8(env),
  };
}

/** By https://no-color.org, any value but the empty one, and then by https://bixense.com/clicolors. */
function wantsColor(env: CommandIo['env'], live: boolean): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if (!['', '0'].includes(env['CLICOLOR_FORCE'] ?? '')) return true;
  return live && env['CLICOLOR'] !== '0';
}

/** CI services set it to `true`; some people to `0` or `false` to be rid of what it causes. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.toLowerCase());
}

function speaksUtf8(env: CommandIo['env']): boolean {
  // The console of Linux has a font of 512 characters.
  if (env['TERM'] === 'linux') return false;
  if (env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] === 'vscode') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((name) => name !== undefined && name !== '');
  return /utf-?8/i.test(locale ?? '');
}
