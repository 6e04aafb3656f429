import type { CommandIo } from '../command-io.js';
import { type FieldPath, fieldText, pickFields, valuesAt } from './fields.js';
import { renderTable, type TableColumn } from './table.js';

/** A column of a table of items. */
export interface ItemColumn<T> extends TableColumn {
  readonly cell: (item: T) => string;
}

/** An item as one text of JSON, possibly with some members only. */
export function itemJson(item: unknown, fields: readonly FieldPath[] | undefined, indent?: number): string {
  return JSON.stringify(fields === undefined ? item : pickFields(item, fields), undefined, indent);
}

/** Prints items as a table: with the columns of their kind, or with those that were asked for. */
export function printTable<T>(
  items: readonly T[],
  columns: readonly ItemColumn<T>[],
  fields: readonly FieldPath[] | undefined,
  io: CommandIo,
): void {
  const shown = fields?.map((path) => fieldColumn<T>(path)) ?? columns;
  const rows = items.map((item) => shown.map(({ cell }) => cell(item)));
  for (const line of renderTable(shown, rows, io.columns)) io.out(line);
}

/** Says which of the fields no item has: a misspelt one would otherwise only look empty. */
export function warnOfUnknownFields(items: readonly unknown[], fields: readonly FieldPath[], io: CommandIo): void {
  if (items.length === 0) return;
  for (const path of fields) {
    if (items.every((item) => valuesAt(item, path).length === 0)) {
      io.err(`None of what came has the member ${JSON.stringify(path.join('.'))}.`);
    }
  }
}

function fieldColumn<T>(path: FieldPath): ItemColumn<T> {
  return { header: path.join('.'), shrinkTo: 8, cell: (item) => fieldText(item, path) };
}
