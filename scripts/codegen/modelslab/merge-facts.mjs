/**
 * What several documents say about one address, as one: all members of all of them, as wide as the widest. Which of them
 * is meant depends on the model, and models are not known here.
 */
export function mergeFacts(sources) {
  const names = [...new Set(sources.flatMap(({ members }) => Object.keys(members)))];
  return Object.fromEntries(
    names.map((name) => {
      const facts = sources.map(({ members }) => members[name]).filter((fact) => fact !== undefined);
      const merged = facts.length === 1 ? { ...facts[0] } : widest(facts);
      if (facts.length < sources.length || facts.some(({ required }) => required !== true)) delete merged.required;
      return [name, merged];
    }),
  );
}

function widest(facts) {
  const of = (key) => facts.map((fact) => fact[key]);
  const everywhere = (key, join) => (of(key).includes(undefined) ? undefined : join(of(key)));
  const types = [...new Set(of('type').flat())];
  return compact({
    type: types.length === 1 ? types[0] : types,
    items: of('items').find((items) => items !== undefined),
    format: everywhere('format', ([first]) => first),
    required: true,
    minimum: everywhere('minimum', (values) => Math.min(...values)),
    maximum: everywhere('maximum', (values) => Math.max(...values)),
    minItems: everywhere('minItems', (values) => Math.min(...values)),
    maxItems: everywhere('maxItems', (values) => Math.max(...values)),
    enum: everywhere('enum', (values) => [...new Set(values.flat())]),
    default: everywhere('default', ([first, ...rest]) => (rest.every((one) => one === first) ? first : undefined)),
  });
}

export function compact(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
