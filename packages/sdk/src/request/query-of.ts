import type { QueryValue } from '@civitkit/core/client';
import type { QueryEntries } from '@civitkit/core/internal';

/** Query parameters in the order of the members; those that are not set are left out. */
export function queryOf(members: Readonly<Record<string, QueryValue | undefined>>): QueryEntries {
  return Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
