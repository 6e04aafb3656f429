import { nonNullTypes } from './schema-facts.mjs';
import { refName } from './schema-model.mjs';

/** The type of a value, null included, and a reference in its place where the schema may have one. */
export function typeOfValue(value, schema, model) {
  const type = plainType(value, schema, model);
  if (type === 'unknown') return type;
  const nullable = Array.isArray(value.type) && value.type.includes('null') ? ' | null' : '';
  if (!schema.refs) return `${type}${nullable}`;
  const chosen = value.$ref !== undefined && model.schemas.get(refName(value)).tag !== undefined;
  return `${chosen ? 'RefOrShape' : 'RefOr'}<${type}>${nullable}`;
}

/** A list of values. */
export function listOf(value, schema, model) {
  const type = typeOfValue(value, schema, model);
  const whole = /^[\w.]+(<.*>)?$/s.test(type) || (type.startsWith('{') && !type.includes('} |'));
  return `readonly ${whole ? type : `(${type})`}[]`;
}

function plainType(value, schema, model) {
  if (value.$ref !== undefined) return refName(value);
  if (value.enum !== undefined) return choiceOf(value.enum);
  const choice = value.anyOf ?? value.oneOf;
  if (choice !== undefined) return choice.map((one) => plainType(one, schema, model)).join(' | ');
  const [type] = nonNullTypes(value);
  switch (type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return listOf(value.items, schema, model);
    case 'object':
      return `{ readonly [key: string]: ${value.additionalProperties ? typeOfValue(value.additionalProperties, schema, model) : 'unknown'} }`;
    default:
      // The document's way to write "any JSON" is the empty schema, or null alone.
      return 'unknown';
  }
}

/** Known values, and room for those to come. */
export function choiceOf(values) {
  const literals = values.map(literalOf);
  if (typeof values[0] === 'number') return `${literals.join(' | ')} | (number & {})`;
  const line = literals.join(' | ');
  return line.length <= 100 ? `Open<${line}>` : `Open<\n${filled(literals)}\n  >`;
}

/** Long choices run over several lines. */
function filled(literals) {
  const lines = ['   '];
  for (const literal of literals) {
    if (lines.at(-1).length + literal.length > 112) lines.push('   ');
    lines[lines.length - 1] += ` | ${literal}`;
  }
  return lines.join('\n');
}

export function literalOf(value) {
  return typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : String(value);
}

export function memberKey(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literalOf(name);
}
