import type { SectionSchema } from '@civitkit/core/client';
import { CommandFailure, exitCode } from '../exit-code.js';

/** A section, whatever its settings. */
export type KnownSection = SectionSchema<object>;

// loaded one by one: a section of one package need not wait for the other
const loaders: readonly { readonly name: string; readonly load: () => Promise<KnownSection> }[] = [
  { name: 'CivitaiApi', load: async () => (await import('@civitkit/core/client')).civitaiApiSection },
  { name: 'CivitaiSdk', load: async () => (await import('@civitkit/sdk/client')).civitaiSdkSection },
  { name: 'ModelsLab', load: async () => (await import('@civitkit/sdk/modelslab/client')).modelsLabSection },
];

/** The configuration sections of the packages, or the one that is named (in any case). */
export async function knownSections(name?: string): Promise<readonly KnownSection[]> {
  const wanted = loaders.filter((section) => name === undefined || section.name.toLowerCase() === name.toLowerCase());
  if (wanted.length > 0) return Promise.all(wanted.map(({ load }) => load()));
  const names = loaders.map((section) => section.name).join(', ');
  throw new CommandFailure(`There is no section ${JSON.stringify(name)}; the sections are ${names}.`, exitCode.usage);
}
