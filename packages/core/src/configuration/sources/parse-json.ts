import { parse, type ValueNode } from '@humanwhocodes/momoa';

/** A place in a text; both count from 1. */
interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The syntax tree of a JSON text, or where it stops being JSON. */
export type ParsedJson =
  | { readonly body: ValueNode; readonly failure?: never }
  | {
      readonly body?: never;
      readonly failure: { readonly message: string; readonly remedy: string; readonly position?: TextPosition };
    };

/**
 * Parses JSON, by default with comments and trailing commas, as .NET's configuration does. The parser's own messages are not
 * used: they quote the text, and the text may be a key that lacks its quotation marks.
 */
export function parseJson(text: string, dialect: 'jsonc' | 'json' = 'jsonc'): ParsedJson {
  try {
    return { body: parse(text, { mode: dialect, allowTrailingCommas: dialect === 'jsonc', ranges: true }).body };
  } catch (error) {
    // The parser is recursive: a megabyte of opening brackets exhausts the stack.
    if (error instanceof RangeError) {
      return { failure: { message: 'is nested too deeply.', remedy: 'Correct it.' } };
    }
    const { line, column } = error as Partial<TextPosition>;
    const message = text.trim() === '' ? 'is empty.' : 'is not valid JSON here.';
    const failure = { message, remedy: 'Look for a missing comma, quotation mark or bracket.' };
    return {
      failure: line === undefined || column === undefined ? failure : { ...failure, position: { line, column } },
    };
  }
}
