import { airOfModelVersion, type CallOptions, type CivitaiClient, formatAir } from '@civitkit/core/client';
import { CommandFailure, exitCode } from '../exit-code.js';
import type { Lora } from './generate-members.js';

/** Where ids are looked up. */
export interface VersionLookup {
  readonly site: () => CivitaiClient;
  readonly signal: AbortSignal;
}

/** An AIR or any other name as it is; the id of a model version as its AIR, which the site is asked for. */
export async function resolveModel(text: string, { signal, site }: VersionLookup): Promise<string> {
  if (!/^\d+$/.test(text)) return text;
  const options: CallOptions = { signal };
  const version = await site().modelVersions.get(Number(text), options);
  const air = airOfModelVersion(version);
  if (air !== undefined) return formatAir(air);
  throw new CommandFailure(
    `Model version ${text} (${version.model.name}, ${version.baseModel}) has no AIR that is known here. ` +
      'Copy it from its page on Civitai, and give that.',
    exitCode.notFound,
  );
}

/** `<AIR or id>[=strength]`; an AIR may itself have an equals sign, so the last counts, before a number. */
export async function resolveLora(text: string, lookup: VersionLookup): Promise<Lora> {
  const [, model = text, strength] = /^(.+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return { air: await resolveModel(model, lookup), strength: strength === undefined ? 1 : Number(strength) };
}
