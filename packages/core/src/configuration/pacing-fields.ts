import type { PacingSettings } from './pacing-settings.js';
import type { FieldsOf } from './section-schema.js';

/** The fields of caching and pacing, the same in every client section. */
export const pacingFields: FieldsOf<PacingSettings> = {
  Cache: {
    Enabled: {
      doc: "Whether answers are cached as the server's Cache-Control allows.",
      kind: 'boolean',
      default: false,
    },
    MaxEntries: {
      doc: 'How many answers the store in memory holds.',
      kind: 'integer',
      default: 500,
      min: 1,
      max: 1_000_000,
    },
    MaxBytes: {
      doc: 'How many bytes of answers the store in memory holds.',
      kind: 'integer',
      default: 67_108_864,
      min: 1024,
      max: 68_719_476_736,
    },
    StaleIfErrorSeconds: {
      doc: 'How long after its time an answer may stand in for a server that fails, in seconds.',
      kind: 'number',
      default: 0,
      min: 0,
      max: 604_800,
    },
    StoreTimeoutSeconds: {
      doc: 'How long a store of your own is waited for before the call goes on without it, in seconds.',
      kind: 'number',
      default: 0.5,
      min: 0.01,
      max: 60,
    },
  },
  RateLimit: {
    Enabled: {
      doc: 'Whether requests are held back so that they stay below a limit.',
      kind: 'boolean',
      default: false,
    },
    RequestsPerMinute: {
      doc: 'Requests a minute for each family of endpoints that has no limit of its own.',
      kind: 'integer',
      default: 300,
      min: 1,
      max: 60_000,
    },
    Buckets: {
      doc: 'Limits of single families of endpoints, such as "articles=30, images=100".',
      kind: 'text',
      default: '',
      pattern: {
        expression: /^(?:[a-z][a-z0-9-]{0,40} ?= ?[1-9]\d{0,4}(?: ?, ?(?=[a-z])|$)){0,50}$/,
        description: 'consist of names and numbers from 1 to 99999, such as "articles=30, images=100"',
      },
    },
  },
  CircuitBreaker: {
    Enabled: {
      doc: 'Whether requests fail at once while the server is in trouble.',
      kind: 'boolean',
      default: false,
    },
    FailureThreshold: {
      doc: 'How many failures in a row open a circuit.',
      kind: 'integer',
      default: 5,
      min: 1,
      max: 1000,
    },
    OpenSeconds: {
      doc: 'How long a circuit stays open before one request tries again, in seconds.',
      kind: 'number',
      default: 30,
      min: 0.1,
      max: 3600,
    },
  },
  CoalesceRequests: {
    doc: 'Whether identical GETs that are under way at the same time share one request.',
    kind: 'boolean',
    default: false,
  },
};
