import { overlaySchema, schemaRef } from './overlay-schema.mjs';
import { refName } from './schema-model.mjs';

/**
 * Corrects a document where the live API is known to be otherwise. Everything in the overlay must find its place, so that
 * a correction that the document has caught up with is noticed; all that do not are named at once.
 *
 * @throws Error naming the corrections without a place
 */
export function applyOverlay(document, overlay, file = 'overlay.json') {
  const paths = structuredClone(document.paths);
  const schemas = structuredClone(document.components.schemas);
  const corrections = Object.entries(overlay.schemas);
  const problems = [
    ...corrections.filter(isNew).flatMap(([name, correction]) => addSchema(schemas, name, correction.new)),
    ...corrections.filter((entry) => !isNew(entry)).flatMap(([name, one]) => correctSchema(schemas, name, one)),
    ...Object.entries(overlay.recipes ?? {}).flatMap(([type, recipe]) => addRecipe(paths, type, recipe)),
    ...[...(overlay.requestRoots ?? []), ...(overlay.responseRoots ?? [])]
      .filter((root) => schemas[root] === undefined)
      .map((root) => `there is no schema ${root} to begin with`),
  ];
  if (problems.length > 0) {
    const list = problems.map((problem) => `  ${problem}`).join('\n');
    throw new Error(`packages/sdk/contract/${file} does not fit the document:\n${list}`);
  }
  return { ...document, paths, components: { schemas } };
}

function isNew([, correction]) {
  return correction.new !== undefined;
}

function addSchema(schemas, name, schema) {
  if (schemas[name] !== undefined) return [`${name} is in the document now; take it out here`];
  schemas[name] = overlaySchema(schema);
  return [];
}

function addRecipe(paths, type, { input, output }) {
  const path = `/v2/consumer/recipes/${type}`;
  if (paths[path] !== undefined) return [`the recipe ${type} is in the document now; take it out here`];
  paths[path] = { post: { requestBody: json(input), responses: { 200: json(output) } } };
  return [];
}

function json(schema) {
  return { content: { 'application/json': { schema: schemaRef(schema) } } };
}

function correctSchema(schemas, name, correction) {
  const own = ownPart(schemas[name]);
  if (own === undefined) return [`there is no schema ${name} to correct`];
  return correct(own, correction, schemas).map((problem) => `${name}${problem}`);
}

/** The members of a schema's own; its base is in the other part. */
function ownPart(schema) {
  return schema?.allOf === undefined ? schema : schema.allOf.find(({ $ref }) => $ref === undefined);
}

function correct(own, correction, schemas) {
  return [
    ...addMembers(own, correction.members ?? {}),
    ...replaceMembers(own, correction.replace ?? {}),
    ...Object.entries(correction.values ?? {}).flatMap(([member, values]) => addValues(own, member, values)),
    ...(correction.removed ?? []).flatMap((member) => removeMember(own, member)),
    ...(correction.optional ?? []).flatMap((member) => makeOptional(own, member)),
    ...(correction.needed ?? []).flatMap((member) => makeNeeded(own, member)),
    ...Object.entries(correction.mapping ?? {}).flatMap(([value, child]) => addChild(own, value, child, schemas)),
  ];
}

function addMembers(own, members) {
  return Object.entries(members).flatMap(([member, schema]) => {
    if (own.properties?.[member] !== undefined) return [`.${member} is in the document now`];
    own.properties = { ...own.properties, [member]: schema };
    return [];
  });
}

function replaceMembers(own, members) {
  return Object.entries(members).flatMap(([member, schema]) => {
    const found = own.properties?.[member];
    if (found === undefined) return [`.${member} is not there to be replaced`];
    if (JSON.stringify(found) === JSON.stringify(schema)) return [`.${member} is like that in the document now`];
    own.properties[member] = schema;
    return [];
  });
}

function removeMember(own, member) {
  if (own.properties?.[member] === undefined) return [`.${member} is not there any more`];
  delete own.properties[member];
  return [];
}

/** Values of a choice: the schema itself under the name '', a member, or the items of a member. */
function addValues(own, member, values) {
  const schema = member === '' ? own : own.properties?.[member];
  const list = schema?.enum ?? schema?.items?.enum;
  if (list === undefined) return [`.${member} is no choice`];
  const known = values.filter((value) => list.includes(value));
  if (known.length > 0) return [`.${member} has ${known.join(', ')} in the document now`];
  list.push(...values);
  return [];
}

function makeOptional(own, member) {
  if (!own.required?.includes(member)) return [`.${member} is not required any more`];
  own.required = own.required.filter((required) => required !== member);
  return [];
}

function makeNeeded(own, member) {
  if (!own.required?.includes(member)) return [`.${member} is not required any more`];
  own.properties[member].needed = true;
  return [];
}

function addChild(own, value, child, schemas) {
  const mapping = own.discriminator?.mapping;
  if (mapping === undefined) return [' does not choose among others any more'];
  if (mapping[value] !== undefined) return [` has ${value} (${refName({ $ref: mapping[value] })}) in the document now`];
  if (schemas[child] === undefined) return [`: there is no schema ${child} for ${value}`];
  mapping[value] = schemaRef(child).$ref;
  return [];
}
