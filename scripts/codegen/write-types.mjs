import { byText } from './order.mjs';
import { header } from './schema-facts.mjs';
import { memberKey } from './type-of-value.mjs';
import { usersOf } from './users-of.mjs';
import { hasRest, writeRest, writeSchema } from './write-schema.mjs';

/** One TypeScript type a schema: closed where a shape is chosen among known ones, so that an editor can complete it. */
export function writeTypes(model) {
  const users = usersOf(model);
  const parts = sections(model).map(
    ({ title, schemas }) =>
      `${banner(title)}\n\n${schemas.map((schema) => writeSchema(schema, model, users)).join('\n')}`,
  );
  const imports = [
    "import type { Open } from '@civitkit/core/client';",
    "import type { Ref, RefOr } from '../steps/ref.js';",
    "import type { Unlisted } from '../steps/unlisted.js';",
  ];
  return `${header}${imports.join('\n')}\n\n${writeTags(model)}\n${[...parts, writeRests(model)].join('\n')}`;
}

function sections({ used, steps, recipes, inputs }) {
  const templates = new Set(steps.map(({ template }) => template));
  const answered = new Set(steps.map(({ step }) => step));
  const results = new Set([...steps, ...recipes].map(({ output }) => output));
  const sectionOf = ({ name }) => {
    if (templates.has(name)) return 'Steps, as they are sent';
    if (answered.has(name)) return 'Steps, as they come back';
    if (results.has(name)) return 'What steps and recipes put out';
    return inputs.has(name)
      ? 'What steps and recipes take'
      : 'Workflows, events, resources, services, and what they consist of';
  };
  const titles = [...new Set(used.map(sectionOf))].toSorted(byText).toReversed();
  return titles.map((title) => ({ title, schemas: used.filter((schema) => sectionOf(schema) === title) }));
}

/** The last members of unions must be declared last too. */
function writeRests(model) {
  const rests = model.used.filter((schema) => hasRest(schema, model)).map(writeRest);
  return `${banner('For the compiler, which then finds the one member that is wrong')}\n\n${rests.join('\n')}`;
}

function banner(title) {
  return `// ---- ${title} ${'-'.repeat(112 - title.length)}`;
}

/** Every member that chooses: not listed yet, or part of what a reference stands for. */
function writeTags({ used }) {
  const tags = used.filter(({ request, tag }) => request && tag !== undefined).map(({ tag }) => memberKey(tag.member));
  const names = [...new Set(tags)].toSorted(byText);
  return `/** What \`unlisted()\` gives: fits wherever a shape is chosen. */
export interface UnlistedShape {
${names.map((name) => `  readonly ${name}: Unlisted;`).join('\n')}
}

/**
 * A reference in the place of a shape that is chosen. It names the members that choose, because the compiler would take
 * every literal for a reference gone wrong otherwise, and not say which member is wrong.
 */
export interface ShapeRef<T = unknown> extends Ref<T> {
${names.map((name) => `  readonly ${name}?: Ref | undefined;`).join('\n')}
}

/** A shape that is chosen, or a reference to one. */
export type RefOrShape<T> = T | ShapeRef<T>;
`;
}
