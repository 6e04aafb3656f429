import {
  type CivitaiApiSettings,
  type CivitaiClient,
  type Configuration,
  type CredentialProvider,
  civitaiApiSection,
  createCivitaiClient,
  KeyCredentialProvider,
} from '@civitkit/core/client';
import { bindSection } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { ProjectOption } from './project-option.js';
import { Originals } from './site-originals.js';
import { oauthClientOf, readSignIn, signInCredential, signInFiles } from './site-sign-in.js';

/** What requests to the site carry. */
export type CredentialOrigin =
  /** A configured key; `source` says where it comes from. */
  | { readonly kind: 'key'; readonly source: string }
  /** The tokens of `civitkit login`, in the file at `path`. */
  | { readonly kind: 'sign-in'; readonly path: string }
  /** A key that was typed, for this once. */
  | { readonly kind: 'typed' }
  /** Nothing. `otherOrigin`: there are tokens, but for that site. */
  | { readonly kind: 'none'; readonly otherOrigin?: string };

/** The site as a command sees it; dispose of it at the command's end. */
export interface Site extends Disposable {
  readonly civitai: CivitaiClient;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly credential: CredentialOrigin;
  /** What the site itself said. */
  readonly originals: Originals;
}

/** The settings of a project, and where its key comes from. */
export interface SiteSettings {
  readonly configuration: Configuration;
  readonly settings: CivitaiApiSettings;
  /** `undefined` without a key. */
  readonly keySource: string | undefined;
}

/** Reads the configuration that a service in this project would have. */
export async function readSiteSettings(options: ProjectOption, io: CommandIo): Promise<SiteSettings> {
  const configuration = await loadProjectConfiguration(options, io, [civitaiApiSection]);
  const settings = bindSection(configuration, civitaiApiSection);
  const explained = configuration.explain().find(({ key }) => key === 'CivitaiApi:ApiKey');
  return { configuration, settings, keySource: settings.apiKey === null ? undefined : explained?.source };
}

/**
 * Makes the client of a command. A configured key goes before the tokens of `civitkit login`, and those go to the site
 * only that they were got for: a project may name any address as its site.
 *
 * @param typedKey - goes before everything
 */
export async function openSite(options: ProjectOption, io: CommandIo, typedKey?: string): Promise<Site> {
  const { configuration, keySource, settings } = await readSiteSettings(options, io);
  const { apiKey, baseUrl } = settings;
  if (typedKey !== undefined) {
    return site(configuration, baseUrl, { kind: 'typed' }, new KeyCredentialProvider(typedKey));
  }
  if (apiKey !== null) return site(configuration, baseUrl, { kind: 'key', source: keySource ?? 'the configuration' });
  const files = signInFiles(io);
  const signIn = await readSignIn(files);
  if (signIn === undefined) return site(configuration, baseUrl, { kind: 'none' });
  const { origin } = signIn;
  if (origin !== new URL(baseUrl).origin) return site(configuration, baseUrl, { kind: 'none', otherOrigin: origin });
  const oauth = oauthClientOf(signIn, settings);
  const signedIn = site(
    configuration,
    baseUrl,
    { kind: 'sign-in', path: files.tokens.path },
    signInCredential(oauth, files),
  );
  return {
    ...signedIn,
    [Symbol.dispose]: () => {
      signedIn[Symbol.dispose]();
      oauth.close();
    },
  };
}

function site(
  configuration: Configuration,
  baseUrl: string,
  credential: CredentialOrigin,
  provider?: CredentialProvider,
): Site {
  const originals = new Originals();
  const civitai = createCivitaiClient(configuration, { credential: provider, middleware: [originals.middleware] });
  return { civitai, baseUrl, credential, originals, [Symbol.dispose]: () => civitai.close() };
}
