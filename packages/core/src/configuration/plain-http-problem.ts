import type { Secret } from '../secrets/secret.js';
import { isSecureEnough } from '../transport/credential.js';
import type { PipelineSettings } from './client-settings.js';
import type { SectionProblem } from './section-schema.js';

/** A key is not sent over plain http, except to this machine: the check of every client's section. */
export function plainHttpProblem(
  { allowInsecureHttp, baseUrl }: PipelineSettings,
  credential: Secret | null,
): SectionProblem | undefined {
  if (credential === null || isSecureEnough(new URL(baseUrl), allowInsecureHttp)) return undefined;
  return {
    key: 'BaseUrl',
    code: 'insecure_connection',
    message: 'the key would travel unencrypted over plain http.',
    remedy: 'Use https, or set AllowInsecureHttp to true if the network in between is your own.',
  };
}
