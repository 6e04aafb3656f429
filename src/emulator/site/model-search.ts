import type { CatalogueModel } from '../catalogue/entities.js';

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** How well a model answers a search: a word in the name counts most, then tags, then the creator; 0 is a miss. */
function relevance(model: CatalogueModel, wanted: readonly string[]): number {
  const name = model.name.toLowerCase();
  const tags = model.tags.map((tag) => tag.name.toLowerCase());
  let score = 0;
  for (const word of wanted) {
    const hit =
      (name.includes(word) ? 4 : 0) +
      (tags.some((tag) => tag.includes(word)) ? 2 : 0) +
      (model.creator.username?.toLowerCase().includes(word) === true ? 1 : 0);
    if (hit === 0) return 0;
    score += hit;
  }
  return score;
}

/** Finds models by text, the most relevant first; the requested sort plays no part (contract §7.1). */
export function searchModels(models: readonly CatalogueModel[], text: string): CatalogueModel[] {
  const wanted = words(text);
  return models
    .map((model) => ({ model, score: relevance(model, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.model.id - b.model.id)
    .map(({ model }) => model);
}
