import { byText } from './order.mjs';

/**
 * The document as a generator needs it: every schema with its own members, its base, and the tag that chooses among its
 * children; whether it goes to the server (`request`) or comes from it; and what steps and recipes there are.
 */
export function buildModel(document, overlay) {
  const schemas = new Map(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, readSchema(name, schema)]),
  );
  for (const schema of schemas.values()) schema.chain = chainOf(schema, schemas);
  const recipes = recipesOf(document);
  const steps = stepsOf(schemas);
  const requestRoots = ['WorkflowStepTemplate', ...overlay.requestRoots, ...recipes.map(({ input }) => input)];
  const responseRoots = [...overlay.responseRoots, ...recipes.map(({ output }) => output)];
  const inputs = reach([...recipes.map(({ input }) => input), ...steps.map(({ input }) => input)], schemas);
  const requests = reach(requestRoots, schemas);
  const responses = reach(responseRoots, schemas);
  const templates = new Set(steps.map(({ template }) => template).concat('WorkflowStepTemplate', 'RepeatForClause'));
  for (const [name, schema] of schemas) {
    schema.request = requests.has(name);
    schema.response = responses.has(name);
    // A reference to another step's output may stand wherever a step's input has a value.
    schema.refs = inputs.has(name) && !templates.has(name);
  }
  const used = [...schemas.values()]
    .filter(({ request, response }) => request || response)
    .toSorted((a, b) => byText(a.name, b.name));
  return { schemas, used, recipes, steps, inputs };
}

export function readSchema(name, schema) {
  if (schema.enum !== undefined) return { name, kind: 'enum', values: schema.enum, members: {}, required: [] };
  if (schema.type === 'array') return { name, kind: 'list', item: schema.items, members: {}, required: [] };
  const [reference, part] = schema.allOf ?? [undefined, schema];
  const tag = part.discriminator;
  return {
    name,
    kind: 'object',
    base: reference === undefined ? undefined : refName(reference),
    members: part.properties ?? {},
    required: part.required ?? [],
    ...(tag === undefined
      ? {}
      : {
          tag: {
            member: tag.propertyName,
            default: part.properties?.[tag.propertyName]?.default,
            children: Object.fromEntries(
              Object.entries(tag.mapping).map(([value, ref]) => [value, refName({ $ref: ref })]),
            ),
          },
        }),
    open: part.additionalProperties !== undefined && part.additionalProperties !== false,
  };
}

/** The schema and its bases, the nearest first. */
function chainOf(schema, schemas) {
  const chain = [];
  for (let at = schema; at !== undefined; at = schemas.get(at.base)) chain.push(at);
  return chain;
}

export function refName({ $ref }) {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

/** All schemas that a value of these may contain: bases, children and members. */
function reach(roots, schemas) {
  const found = new Set();
  const visit = (name) => {
    if (name === undefined || found.has(name)) return;
    const schema = schemas.get(name);
    if (schema === undefined) throw new Error(`There is no schema ${name}`);
    found.add(name);
    visit(schema.base);
    for (const child of Object.values(schema.tag?.children ?? {})) visit(child);
    for (const member of [...Object.values(schema.members), schema.item]) for (const one of namesIn(member)) visit(one);
  };
  for (const root of roots) visit(root);
  return found;
}

export function namesIn(schema) {
  if (schema === undefined || schema === null || typeof schema !== 'object') return [];
  if (schema.$ref !== undefined) return [refName(schema)];
  return [schema.items, schema.additionalProperties, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(namesIn);
}

const recipePath = '/v2/consumer/recipes/';

function recipesOf(document) {
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith(recipePath))
    .map(([path, { post }]) => {
      const { schema } = post.requestBody.content['application/json'];
      const answer = post.responses['200'].content['application/json'].schema;
      return {
        type: path.slice(recipePath.length),
        // One recipe takes a bare text.
        input: schema.$ref === undefined ? undefined : refName(schema),
        output: refName(answer),
      };
    })
    .toSorted((a, b) => byText(a.type, b.type));
}

function stepsOf(schemas) {
  const steps = schemas.get('WorkflowStep').tag.children;
  return Object.entries(schemas.get('WorkflowStepTemplate').tag.children)
    .map(([type, template]) => {
      const { input } = schemas.get(template).members;
      const step = steps[type];
      if (step === undefined)
        throw new Error(`Steps ${type} are sent and do not come back: WorkflowStep has no ${type}`);
      const { output } = schemas.get(step).members;
      return {
        type,
        template,
        step,
        input: input.$ref === undefined ? undefined : refName(input),
        output: refName(output),
      };
    })
    .toSorted((a, b) => byText(a.type, b.type));
}
