import type { ErrorMap } from './error-map.js';

const MOST_TAGS = 10;
const LONGEST_TAG = 200;

/** Checks the tags of a workflow: at most ten, all different, none longer than 200 characters. */
export function checkTags(tags: readonly unknown[], path: string, errors: ErrorMap): readonly string[] {
  if (tags.length > MOST_TAGS) errors.add(path, `The field ${path} must have at most ${MOST_TAGS} items.`);
  if (new Set(tags).size !== tags.length) errors.add(path, `The items of ${path} must be unique.`);
  return tags.flatMap((tag, index) => {
    if (typeof tag === 'string' && tag !== '' && tag.length <= LONGEST_TAG) return [tag];
    errors.add(`${path}[${index}]`, `A tag must be a text of 1 to ${LONGEST_TAG} characters.`);
    return [];
  });
}
