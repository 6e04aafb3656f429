import { type BuzzLimit, type Me, oauthScopeNames, oauthScopePresets } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { count } from '../output/count.js';
import { factLines } from '../output/facts.js';
import type { CredentialOrigin, Site } from './site-client.js';
import { type GetOptions, printOne } from './site-get.js';

/** `civitkit whoami`. */
export async function showWhoami(options: GetOptions, io: CommandIo): Promise<void> {
  await printOne(ask, describe, options, io);
}

async function ask({ baseUrl, civitai, credential }: Site, signal: AbortSignal): Promise<Me> {
  if (credential.kind !== 'none') return await civitai.me.get({ signal });
  const { otherOrigin } = credential;
  const elsewhere = otherOrigin === undefined ? '' : ` You are signed in to ${otherOrigin}, and this is ${baseUrl}.`;
  throw new CommandFailure(
    `There is no key, and nobody is signed in.${elsewhere} Set CIVITAI_API_KEY, or run \`civitkit login\`; ` +
      '`civitkit config explain` shows where was looked.',
    exitCode.denied,
  );
}

function describe(me: Me, { baseUrl, credential }: Site): readonly string[] {
  const { buzzLimit, email, id, isMember, status, subscriptions, tier, tokenScope, username } = me;
  return factLines([
    ['User', `${username} (${id})`],
    ['Site', baseUrl],
    ['Status', status],
    ['Membership', isMember ? (tier ?? 'yes') : 'none'],
    ['Buzz of the membership', subscriptions],
    ['E-mail', email],
    ['May', tokenScope === undefined ? undefined : scopeText(tokenScope)],
    ['May spend', buzzLimit == null || buzzLimit.length === 0 ? 'no limit of its own' : buzzLimit.map(limitText)],
    ['From', originText(credential)],
  ]);
}

/** Where the credential comes from, never what it is. */
function originText(credential: CredentialOrigin): string {
  if (credential.kind === 'key') return `a key: ${credential.source}`;
  return credential.kind === 'sign-in' ? `civitkit login: ${credential.path}` : 'nowhere';
}

function scopeText(scope: number): string {
  if (scope === oauthScopePresets.Full) return 'everything';
  const names = oauthScopeNames(scope).join(', ');
  return names === '' ? String(scope) : names;
}

function limitText({ currencies, cron, limit, type, unit, window }: BuzzLimit): string {
  const kinds = currencies === undefined || currencies.length === 0 ? '' : ` ${currencies.join('/')}`;
  const span = window === undefined ? '' : ` in ${count(unit ?? 1, window)}`;
  const rhythm = cron === undefined ? '' : ` (renewed: ${cron})`;
  return `${limit}${kinds} Buzz${span}${rhythm}${type === 'absolute' ? ' in all' : ''}`;
}
