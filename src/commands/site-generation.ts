import { type Configuration, civitaiApiSection, type OAuthCredentialProvider } from '@civitkit/core/client';
import { bindSection } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import type { KnownSection } from './known-sections.js';
import { oauthClientOf, readSignIn, signInCredential, signInFiles } from './site-sign-in.js';

/** The tokens of `civitkit login` for the generation API. */
export interface GenerationSignIn {
  readonly credential: OAuthCredentialProvider;
  close(): void;
}

/** The origin of the generation API as a project has it; `undefined` when its address cannot be used. */
export function generationOrigin(configuration: Configuration, sections: readonly KnownSection[]): string | undefined {
  const address = configuration.explain(sections).find(({ key }) => key === 'CivitaiSdk:BaseUrl')?.value ?? '';
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/** What a project without a token uses instead; `undefined` when nobody is signed in, or not for its generation API. */
export async function openGenerationSignIn(
  configuration: Configuration,
  sections: readonly KnownSection[],
  io: CommandIo,
): Promise<GenerationSignIn | undefined> {
  const files = signInFiles(io);
  const signIn = await readSignIn(files);
  const origin = generationOrigin(configuration, sections);
  if (signIn === undefined || origin === undefined || signIn.generationOrigin !== origin) return undefined;
  const oauth = oauthClientOf(signIn, bindSection(configuration, civitaiApiSection));
  return { credential: signInCredential(oauth, files), close: () => oauth.close() };
}
