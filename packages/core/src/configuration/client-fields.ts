import type { ClientSettings, PipelineSettings } from './client-settings.js';
import { pacingFields } from './pacing-fields.js';
import type { FieldsOf } from './section-schema.js';

/** What differs between clients. */
export interface PipelineDefaults {
  readonly baseUrl: string;
  readonly timeoutSeconds: number;
  readonly maxTimeoutSeconds: number;
}

/** The same of an API whose version is a setting. */
export interface ClientDefaults extends PipelineDefaults {
  readonly apiVersion: string;
}

/** Node decodes a body into one string, and V8's longest string has this many characters. */
const longestString = 536_870_888;

/** The fields that the section of a Civitai client has, with the defaults of one client. */
export function clientFields(defaults: ClientDefaults): FieldsOf<ClientSettings> {
  const { BaseUrl, ...others } = pipelineFields(defaults);
  return {
    BaseUrl,
    ApiVersion: {
      doc: 'Version segment of the paths.',
      kind: 'text',
      default: defaults.apiVersion,
      pattern: {
        // Dots alone would climb out of the path: `/api/../…`.
        expression: /^(?!\.+$)[A-Za-z0-9._-]+$/,
        description: 'consist of letters, digits, ".", "_" and "-", such as v1',
      },
    },
    ...others,
  };
}

/** The fields that the section of any client has, with the defaults of one. */
export function pipelineFields(defaults: PipelineDefaults): FieldsOf<PipelineSettings> {
  return {
    BaseUrl: {
      doc: 'Address of the server; a path is kept as a prefix.',
      kind: 'url',
      default: defaults.baseUrl,
    },
    TimeoutSeconds: {
      doc: 'Time limit of a call, repetitions and the reading of the body included, in seconds.',
      kind: 'number',
      default: defaults.timeoutSeconds,
      min: 1,
      max: defaults.maxTimeoutSeconds,
    },
    StrictJsonParsing: {
      doc: 'Whether an answer with fields that this version does not know is an error.',
      kind: 'boolean',
      default: false,
    },
    UserAgentSuffix: {
      doc: 'Added to the User-Agent header.',
      kind: 'text',
      default: '',
      pattern: { expression: /^[\x20-\x7e]{0,256}$/, description: 'be at most 256 printable ASCII characters' },
    },
    Proxy: {
      doc: '"environment" (HTTPS_PROXY, HTTP_PROXY, NO_PROXY), "none", or the URL of an http or https proxy.',
      kind: 'proxy',
      default: 'environment',
    },
    AllowInsecureHttp: {
      doc: 'Whether the key may travel over plain http to a host other than this one.',
      kind: 'boolean',
      default: false,
    },
    MaxResponseBytes: {
      doc: 'Largest body that is read, in bytes.',
      kind: 'integer',
      default: 33_554_432,
      min: 1024,
      max: longestString,
    },
    ReloadOnChange: {
      doc: 'Whether to watch the files of the configuration and take a new key from them at once.',
      kind: 'boolean',
      default: false,
    },
    Retry: {
      MaxRetries: {
        doc: 'How often a failed request is sent again.',
        kind: 'integer',
        default: 2,
        min: 0,
        max: 10,
      },
      InitialDelaySeconds: {
        doc: 'Wait before the first repetition, in seconds; doubles each time.',
        kind: 'number',
        default: 0.5,
        min: 0,
        max: 60,
      },
      MaxDelaySeconds: {
        doc: 'Longest wait between two attempts, in seconds.',
        kind: 'number',
        default: 8,
        min: 0,
        max: 300,
      },
      MaxRetryAfterSeconds: {
        doc: 'Longest Retry-After that is waited out, in seconds; a longer one fails at once.',
        kind: 'number',
        default: 60,
        min: 0,
        max: 3600,
      },
      AttemptTimeoutSeconds: {
        doc: 'Time limit of a single attempt, in seconds; without one only the limit of the call holds.',
        kind: 'number',
        default: null,
        min: 0.001,
        max: 1800,
      },
    },
    ...pacingFields,
  };
}
