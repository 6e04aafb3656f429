/**
 * A schema of the overlay in the words of the document: `extends` and `chooses` are short for what takes a document many
 * levels.
 */
export function overlaySchema({ extends: base, chooses, properties, required, ...rest }) {
  if (properties === undefined) return rest;
  const own = {
    ...(required === undefined ? {} : { required }),
    type: 'object',
    properties,
    additionalProperties: false,
    ...(chooses === undefined
      ? {}
      : { discriminator: { propertyName: chooses.by, mapping: mappingOf(chooses.among) } }),
  };
  return base === undefined ? own : { allOf: [schemaRef(base), own] };
}

export function schemaRef(name) {
  return { $ref: `#/components/schemas/${name}` };
}

function mappingOf(children) {
  return Object.fromEntries(Object.entries(children).map(([value, child]) => [value, schemaRef(child).$ref]));
}
