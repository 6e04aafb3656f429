import { recipeInputs } from '../generated/schema-table.js';
import { checkRoot } from './check-value.js';
import { quote } from './describe.js';
import { didYouMean } from './did-you-mean.js';
import type { Finding } from './finding.js';
import { own } from './read-json.js';
import { emptyScope } from './scope.js';
import { Walk } from './walk.js';

/**
 * Looks at the input of a recipe as {@link checkWorkflow} does at that of a step. An unknown recipe passes with a warning.
 *
 * @param type the recipe, such as `textToImage`
 * @returns what was found, in the order of the input
 */
export function checkRecipe(type: string, input: unknown): readonly Finding[] {
  const walk = new Walk(emptyScope('recipe'));
  walk.inputs = 1;
  const schema = own(recipeInputs, type);
  if (schema === undefined) {
    const suggestion = didYouMean(type, Object.keys(recipeInputs));
    walk.warn('unknown_choice', `${quote(type)} is not a known recipe.${suggestion} Its input was not checked.`);
    return walk.findings;
  }
  checkRoot(walk, schema === null ? { k: 'text' } : { k: 'ref', s: schema }, input);
  return walk.findings;
}
