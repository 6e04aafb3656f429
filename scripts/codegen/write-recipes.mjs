import { byText } from './order.mjs';
import { header } from './schema-facts.mjs';

/** The recipes and the steps by name: what goes in and what comes out; and a method a recipe. */
export function writeRecipes({ recipes, steps }) {
  const names = [
    ...new Set([...recipes, ...steps].flatMap(({ input, output, step, template }) => [input, output, step, template])),
  ]
    .filter((name) => name !== undefined)
    .toSorted(byText);
  return `${header}import type { CivitaiPromise } from '@civitkit/core/client';
import type { RecipeOptions } from '../recipes/recipe-options.js';
import type {
${names.map((name) => `  ${name},`).join('\n')}
} from './types.js';

/** What each recipe takes and gives. */
export interface RecipeTypes {
${recipes.map((recipe) => `  readonly ${recipe.type}: { readonly input: ${inputOf(recipe)}; readonly output: ${recipe.output} };`).join('\n')}
}

/** What each step of a workflow takes and gives, how it is sent and how it comes back. */
export interface StepTypes {
${steps
  .map(
    (one) =>
      `  readonly ${one.type}: {\n    readonly input: ${inputOf(one)};\n    readonly output: ${one.output};\n    readonly template: ${one.template};\n    readonly step: ${one.step};\n  };`,
  )
  .join('\n')}
}

/** One call a recipe. */
export abstract class RecipeCalls {
  /** Sends any recipe, those that this release does not list included. */
  abstract invoke<K extends keyof RecipeTypes>(
    type: K,
    input: RecipeTypes[K]['input'],
    options?: RecipeOptions,
  ): CivitaiPromise<RecipeTypes[K]['output']>;

${recipes
  .map(
    (recipe) =>
      `  /** \`POST /v2/consumer/recipes/${recipe.type}\`. */\n  ${recipe.type}(input: ${inputOf(recipe)}, options?: RecipeOptions): CivitaiPromise<${recipe.output}> {\n    return this.invoke('${recipe.type}', input, options);\n  }`,
  )
  .join('\n\n')}
}
`;
}

/** One recipe takes a bare text. */
function inputOf({ input }) {
  return input ?? 'string';
}
