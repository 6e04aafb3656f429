/**
 * Which schemas go to the server and which come from it. What no operation names is sent by the server of its own accord:
 * events to callbacks.
 */
export function directionsOf(document) {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const sent = reach(
    operations.flatMap(({ requestBody, parameters = [] }) => [requestBody, ...parameters]),
    document,
  );
  const answered = reach(
    operations.map(({ responses }) => responses),
    document,
  );
  return (name) => ({ request: sent.has(name), response: answered.has(name) || !sent.has(name) });
}

function reach(roots, document) {
  const { schemas } = document.components;
  const found = new Set();
  const waiting = roots.flatMap(schemaNames);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...schemaNames(schemas[name]));
  }
  return found;
}

/** The schemas that a part of a document names, as a reference or as what a tag chooses. */
function schemaNames(part) {
  if (typeof part === 'string') return part.startsWith('#/components/schemas/') ? [part.slice(21)] : [];
  if (part === null || typeof part !== 'object') return [];
  return Object.values(part).flatMap(schemaNames);
}
