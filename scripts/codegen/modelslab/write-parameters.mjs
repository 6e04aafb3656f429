import { header } from '../schema-facts.mjs';
import { memberKey } from '../type-of-value.mjs';
import { memberNote } from './member-note.mjs';
import { memberType } from './member-type.mjs';

/** One interface an operation, and the names of all of them. */
export function writeParameters({ families, operations }) {
  const jobs = families.flatMap((family) => family.jobs);
  const calls = families.flatMap((family) => family.calls);
  return `${header}${operations.map(writeInterface).join('\n')}
/**
 * What each kind of job takes, by its name. A member that is not listed here passes where it is spread in:
 * \`{ model_id: 'flux', prompt: '…', ...{ new_member: 1 } }\`.
 */
export interface ModelsLabOperations {
${jobs.map(({ name, typeName }) => `  readonly '${name}': ${typeName};`).join('\n')}
}

/** What calls take that are no jobs: they answer at once. */
export interface ModelsLabPlainCalls {
${calls.map(({ name, typeName }) => `  readonly '${name}': ${typeName};`).join('\n')}
}
`;
}

function writeInterface(operation) {
  return `${noteOfOperation(operation)}
export interface ${operation.typeName} {
${operation.members.map(writeMember).join('\n')}
}
`;
}

/** Where it is, and who says so. */
export function noteOfOperation({ address, needsOneOf, sources, withdrawn }, indent = '') {
  const needs = needsOneOf === undefined ? '' : ` Needs one of ${needsOneOf.map((one) => `\`${one}\``).join(', ')}.`;
  const note = `\`POST ${address}\`.${needs} Described by: ${sources.join(', ')}.`;
  return withdrawn === undefined
    ? `${indent}/** ${note} */`
    : [`/**`, ` * ${note}`, ' *', ` * @deprecated withdrawn by the API in ${withdrawn}`, ' */']
        .map((line) => `${indent}${line}`)
        .join('\n');
}

function writeMember(member) {
  const note = memberNote(member);
  const type = memberType(member);
  const line = member.required
    ? `  readonly ${memberKey(member.name)}: ${type};`
    : `  readonly ${memberKey(member.name)}?: ${type} | null | undefined;`;
  return note === '' ? line : `  /** ${note} */\n${line}`;
}
