import type { CivitaiPromise } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type Pipeline } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import { RecipeCalls, type RecipeTypes } from '../generated/recipe-calls.js';
import { queryOf } from '../request/query-of.js';
import type { RecipeOptions } from './recipe-options.js';

/**
 * Recipes: one step in one call, `generation.recipes`. The server holds the request until the step is done and answers
 * with its output.
 *
 * Good for what is quick and cheap: moderation, tagging, hashes, a prompt made better. A recipe has no id and no
 * idempotency key: it cannot be watched, cancelled or found again, and when the connection is lost on the way nobody can
 * say whether it ran. So it is sent again only when it provably never left. For everything that costs Buzz or takes
 * minutes prefer a workflow: `generation.run({ steps: [steps.videoGen(…)] })`, which is the same step with all of that.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient } from '@civitkit/sdk/client';
 *
 * const generation = createOrchestrationClient();
 * const { enhancedPrompt } = await generation.recipes.promptEnhancement({ ecosystem: 'sdxl', prompt: 'a cat' });
 * console.log(enhancedPrompt);
 * ```
 */
export class RecipesClient extends RecipeCalls {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    super();
    this.#pipeline = pipeline;
  }

  /** Sends a recipe by its name; the same as the method of that name. */
  override invoke<K extends keyof RecipeTypes>(
    type: K,
    input: RecipeTypes[K]['input'],
    options?: RecipeOptions,
  ): CivitaiPromise<RecipeTypes[K]['output']> {
    return this.#send(type, input, options);
  }

  /** Sends a recipe that this release does not list; its input is passed on as it is. */
  invokeUnlisted(
    type: string,
    input: unknown,
    options?: RecipeOptions,
  ): CivitaiPromise<Readonly<Record<string, unknown>>> {
    return this.#send(type, input, options);
  }

  #send(type: string, input: unknown, options: RecipeOptions = {}): CivitaiPromise<Readonly<Record<string, unknown>>> {
    const { experimental, allowMatureContent, ephemeral, tier, ...callOptions } = options;
    return this.#pipeline.send(
      {
        operation: `recipes.${type}`,
        method: 'POST',
        path: ['consumer', 'recipes', type],
        query: queryOf({ experimental, allowMatureContent, ephemeral, tier }),
        body: input,
        // It is over when the step is: the total time of the call is the only limit that makes sense.
        attemptTimeoutMs: null,
        mapError: mapGenerationError,
      },
      (json, context) => {
        if (!isJsonObject(json) || isErrorAlone(json)) throw context.wrongShape(`the output of ${type}, an object`);
        return json;
      },
      callOptions,
    );
  }
}

/** Status 200 has been seen with nothing but an error in it; no output looks like that. */
function isErrorAlone(json: JsonObject): boolean {
  return 'error' in json && Object.keys(json).length === 1;
}
