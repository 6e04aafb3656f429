import type { FieldKind } from '../../section-schema.js';
import { booleanKind } from './boolean-kind.js';
import type { KindRules } from './kind-rules.js';
import { numberKind } from './number-kind.js';
import { proxyKind } from './proxy-kind.js';
import { secretKind } from './secret-kind.js';
import { textKind } from './text-kind.js';
import { urlKind } from './url-kind.js';

const rules: Readonly<Record<FieldKind, KindRules>> = {
  text: textKind,
  url: urlKind,
  integer: numberKind,
  number: numberKind,
  boolean: booleanKind,
  secret: secretKind,
  proxy: proxyKind,
};

/** How values of a kind are read and checked. */
export function rulesOf(kind: FieldKind): KindRules {
  return rules[kind];
}
