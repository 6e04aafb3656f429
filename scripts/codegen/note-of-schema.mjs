import { literalOf } from './type-of-value.mjs';

/**
 * One sentence on what a schema is for, from where it stands in the document: the step it belongs to, the choices that
 * lead to it, or the members that hold it.
 */
export function noteOfSchema(schema, { steps, recipes }, users) {
  const { name } = schema;
  const choices = choicesOf(schema);
  const typesWhere = (test) =>
    [...new Set([...steps, ...recipes].filter(test).map(({ type }) => `\`${type}\``))].join(', ');
  const template = typesWhere((one) => one.template === name);
  if (template !== '') return `A ${template} step, as it is sent.`;
  const step = typesWhere((one) => one.step === name);
  if (step !== '') return `A ${step} step, as it comes back.`;
  const input = typesWhere((one) => one.input === name);
  if (input !== '') return `What ${input} takes.`;
  const output = typesWhere((one) => one.output === name);
  if (output !== '') return `What ${output} puts out.`;
  if (choices.length > 0) return `${schema.chain.at(-1).name} with ${choices.join(', ')}.`;
  return `${schema.kind === 'enum' ? 'Known values' : 'Part'}${usersText(users.get(name) ?? [])}.`.replace(
    /^Part\.$/,
    'Of the contract.',
  );
}

/** `engine: 'comfy'`, … from the outside in. */
function choicesOf(schema) {
  return schema.chain
    .slice(0, -1)
    .flatMap((at, index) => {
      const { tag } = schema.chain[index + 1];
      const values =
        tag === undefined ? [] : Object.keys(tag.children).filter((value) => tag.children[value] === at.name);
      return values.length === 0 ? [] : [`\`${tag.member}: ${values.map(literalOf).join(' | ')}\``];
    })
    .toReversed();
}

function usersText(users) {
  if (users.length === 0) return '';
  const shown = users.slice(0, 3).map((user) => `\`${user}\``);
  const more = users.length - shown.length;
  return ` of ${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}
