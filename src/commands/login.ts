import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { refuseTokens } from './generate-options.js';
import { addProjectOption, type ProjectOption } from './project-option.js';

/** What `civitkit login` takes. */
export interface LoginOptions extends ProjectOption {
  readonly withKey?: boolean;
  readonly clientId?: string;
  readonly authUrl?: string;
  readonly scope?: readonly string[];
  /** False with `--no-check`. */
  readonly check: boolean;
}

const notes = `
Signing in needs an OAuth application that Civitai lets use the device flow; its id is no secret. Any browser will do for
the rest, on this machine or another one. The tokens are kept in your home folder, for all projects, renewed when they
end, and sent to no other site. A key in the configuration goes before them.

With --with-key the key becomes a user secret of the project (see civitkit secrets --help), once the site has said whose
it is. It is typed at a hidden prompt or read from stdin, never taken from the command line.`;

/** Completes `civitkit login`. */
export function defineLoginCommand(login: Command, io: CommandIo): void {
  // `login <key>` is refused by us: commander would not say why
  login.argument('[value...]').usage('[options]');
  addProjectOption(refuseTokens(login))
    .option('--client-id <id>', 'id of the OAuth application (or CIVITKIT_OAUTH_CLIENT_ID)')
    .option('--auth-url <url>', 'the OAuth host (or CIVITKIT_OAUTH_URL)', parseAddress)
    .option(
      '--scope <name>',
      'what the tokens may do: a scope or a preset of Civitai; may be repeated (default: AIServices)',
      (text: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), text],
    )
    .option('--with-key', 'keep an API key instead')
    .option('--no-check', 'with --with-key: do not ask the site whose it is');
  addExamples(
    login,
    [
      'civitkit login --client-id 3f6c0d1e-…',
      'civitkit login --scope UserRead',
      'civitkit login --with-key',
      'civitkit login --with-key < key.txt',
    ],
    notes.trim(),
  );
  login.action(async (values: readonly string[], options: LoginOptions) => {
    if (values.length > 0) {
      const { refuseSecretArgument } = await import('./refuse-secret-argument.js');
      refuseSecretArgument(login);
    }
    if (options.withKey === true) {
      const { loginWithKey } = await import('./login-with-key.js');
      await loginWithKey(options, io);
    } else {
      const { loginWithDevice } = await import('./login-with-device.js');
      await loginWithDevice(options, io);
    }
  });
}

function parseAddress(text: string): string {
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' };
  if (protocol !== 'https:' && protocol !== 'http:') throw new InvalidArgumentError('It must be an http(s) address.');
  return text;
}
