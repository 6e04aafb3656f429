import type { Fault } from './fault.js';

/** What one field of a fault may hold. */
export type FieldRule =
  | { readonly type: 'whole'; readonly min: number; readonly max: number; readonly required?: true }
  | { readonly type: 'text'; readonly required?: true }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly required?: true };

/** One kind of fault: its fields, and which of them the bare value of the header form sets. */
export interface FaultForm {
  readonly mainField?: string;
  readonly fields: Readonly<Record<string, FieldRule>>;
}

const MILLISECONDS: FieldRule = { type: 'whole', min: 0, max: 600_000 };
const BYTES: FieldRule = { type: 'whole', min: 0, max: 100_000_000 };
const STATUS: FieldRule = { type: 'whole', min: 200, max: 599 };
const RETRY_FIELDS: Readonly<Record<string, FieldRule>> = {
  retryAfter: { type: 'whole', min: 0, max: 1_000_000 },
  retryAfterAs: { type: 'choice', values: ['seconds', 'date'] },
};

/** Every fault as data; both the header and the JSON form are read by this table. */
export const FAULT_FORMS: Readonly<Record<Fault['kind'], FaultForm>> = {
  latency: { mainField: 'ms', fields: { ms: { ...MILLISECONDS, required: true } } },
  reset: { fields: {} },
  resetAfter: { fields: {} },
  resetMidBody: { mainField: 'afterBytes', fields: { afterBytes: BYTES } },
  status: {
    mainField: 'status',
    fields: {
      status: { ...STATUS, required: true },
      ...RETRY_FIELDS,
      body: { type: 'choice', values: ['json', 'empty'] },
    },
  },
  html: {
    mainField: 'status',
    fields: { status: STATUS, page: { type: 'choice', values: ['maintenance', 'cloudflare'] } },
  },
  truncatedBody: { mainField: 'missingBytes', fields: { missingBytes: { ...BYTES, min: 1 } } },
  slowBody: { mainField: 'pauseMs', fields: { pauseMs: MILLISECONDS, chunkBytes: { ...BYTES, min: 1 } } },
  stalledHeaders: { fields: {} },
  stalledBody: { mainField: 'afterBytes', fields: { afterBytes: BYTES } },
  brokenJson: { fields: {} },
  emptyBody: { mainField: 'status', fields: { status: STATUS } },
  wrongContentType: { mainField: 'contentType', fields: { contentType: { type: 'text' } } },
  errorBodyWith200: { mainField: 'message', fields: { message: { type: 'text' } } },
  redirect: {
    mainField: 'location',
    fields: { location: { type: 'text', required: true }, status: { ...STATUS, min: 300, max: 399 } },
  },
  rateLimit: { mainField: 'retryAfter', fields: RETRY_FIELDS },
  ignoreRange: { fields: {} },
  wrongRange: {
    mainField: 'how',
    fields: { how: { type: 'choice', values: ['shifted', 'unnamed', 'multipart', 'otherTotal'] } },
  },
  changedFile: { fields: {} },
  flippedByte: { mainField: 'at', fields: { at: BYTES } },
  shortLength: { mainField: 'extraBytes', fields: { extraBytes: { ...BYTES, min: 1 } } },
  compressedBody: { fields: {} },
  storageError: { mainField: 'code', fields: { code: { type: 'text', required: true }, status: STATUS } },
};

/** `retryAfterAs` as the header form writes it: `retry-after-as`. */
export function headerName(field: string): string {
  return field.replace(/[A-Z]|\d+/g, (mark) => `-${mark.toLowerCase()}`);
}

function describeField(field: string, rule: FieldRule): string {
  if (rule.type === 'choice') return rule.values.join('|');
  return rule.type === 'whole' ? `<${headerName(field)}: ${rule.min}-${rule.max}>` : `<${headerName(field)}>`;
}

function describeForm([kind, form]: readonly [string, FaultForm]): string {
  const main = form.mainField;
  const options = Object.entries(form.fields).map(([field, rule]) => {
    const text = `${field === main ? '=' : `; ${headerName(field)}=`}${describeField(field, rule)}`;
    return rule.required === true ? text : `[${text}]`;
  });
  return `  ${headerName(kind)}${options.join('')}`;
}

/** The grammar of the `x-emulator-fault` header for people, one line per fault. */
export function describeGrammar(): string {
  return [
    'x-emulator-fault: <fault>[=<value>][; <option>=<value>]… where <fault> is one of',
    ...Object.entries(FAULT_FORMS).map(describeForm),
  ].join('\n');
}
