import type { FindingCode } from '@civitkit/sdk/checks';
import { CommandFailure, exitCode } from '../exit-code.js';

/** A member of an input, and what it would be. */
export interface Member {
  readonly name: string;
  readonly value: unknown;
}

/** An input that is being put together. */
export type StepInput = Readonly<Record<string, unknown>>;

/** What the checks find at a member, and below it, of an input that has it. */
export type Judge = (input: StepInput, member: Member) => readonly FindingCode[];

/** A member that is called otherwise here, or is of another form. */
const misplaced: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'unknown_member',
  'unknown_choice',
  'unknown_value',
  'read_only_member',
  'retired',
  'wrong_type',
  'bad_air',
]);

/**
 * Adds what an option says to an input, under the name and in the form that it has there: engines call the same thing
 * differently, and the checks know how. Where none of the choices fits, it is the first, and what is wrong with it is told
 * by the preflight or by the server.
 */
export function place(judge: Judge, input: StepInput, option: string, choices: readonly Member[]): StepInput {
  const [first] = choices;
  if (first === undefined) return input;
  const codes = choices.map((member) => ({ member, codes: judge(input, member) }));
  const fitting = codes.find((one) => !one.codes.some((code) => misplaced.has(code)));
  const known = codes.find((one) => !one.codes.includes('unknown_member'));
  const { name, value } = (fitting ?? known)?.member ?? first;
  if (Object.hasOwn(input, name)) {
    throw new CommandFailure(
      `${option} and another option both say what "${name}" is. Give one of them.`,
      exitCode.usage,
    );
  }
  return { ...input, [name]: value };
}
