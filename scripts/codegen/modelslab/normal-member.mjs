import { compact } from './merge-facts.mjs';

/**
 * A member as types, notes and checks want it: `kinds` says what may be given, `wire` how the server spells it. A default
 * outside of its own range or words shows that those are not the whole truth: they are widened to it.
 */
export function normalMember(name, fact) {
  const types = [fact.type].flat();
  const form = wordForm(fact.enum) ?? (types.includes('numeric-text') ? 'numberAsText' : undefined);
  const { default: preset } = fact;
  const isNumber = typeof preset === 'number';
  return compact({
    name,
    // Like all that has a default, it is filled in when it is left out.
    required: fact.required === true && preset === undefined,
    kinds: form === undefined ? [...new Set(types.map(kindOf))] : [form],
    form,
    enum: form === undefined ? widerWords(fact.enum, preset) : undefined,
    minimum: isNumber && fact.minimum > preset ? preset : fact.minimum,
    maximum: isNumber && fact.maximum < preset ? preset : fact.maximum,
    hints: fact.hints,
    minItems: fact.minItems,
    maxItems: fact.maxItems,
    items: fact.items,
    separated: fact.separated,
    isAddress: fact.format === 'uri' ? true : undefined,
    default: preset,
  });
}

/** Flags that are words: the client takes booleans and spells them. */
function wordForm(words) {
  const known = words === undefined ? '' : words.toSorted().join(' ');
  return { 'no yes': 'yesNo', 'false true': 'trueFalse' }[known];
}

function widerWords(words, preset) {
  if (words === undefined || preset === undefined || words.includes(preset)) return words;
  return [...words, preset].toSorted((a, b) => (typeof a === 'number' ? a - b : 0));
}

function kindOf(type) {
  const kind = { string: 'text', array: 'list' }[type] ?? type;
  if (['text', 'list', 'integer', 'number', 'boolean', 'flag', 'any'].includes(kind)) return kind;
  throw new Error(`packages/sdk/contract/modelslab-*.json: there is no type ${type}`);
}
