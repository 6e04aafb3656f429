// Imports the entries it is given and prints what is different in the process afterwards.
const prototypes = { Object, Array, Function, Promise, Error, String, Number, Map, Set, AbortSignal, URL };

function snapshot() {
  return {
    globals: Reflect.ownKeys(globalThis).map(String),
    reflect: Reflect.ownKeys(Reflect).map(String),
    builtIns: Object.entries(prototypes).flatMap(([name, type]) =>
      [...Reflect.ownKeys(type), ...Reflect.ownKeys(type.prototype)].map((key) => `${name} ${String(key)}`),
    ),
    listeners: process.eventNames().map(String),
    environment: Object.entries(process.env).map(([name, value]) => `${name}=${value}`),
    resources: process.getActiveResourcesInfo(),
  };
}

// node opens these at their first use, whoever that is, and is still closing the file of this program
const standard = [process.stdin, process.stdout, process.stderr];
await new Promise((resolve) => setTimeout(resolve, 20));
const before = snapshot();
for (const entry of process.argv.slice(2)) await import(entry);
// what an import leaves for the next turn counts as well
await new Promise((resolve) => setImmediate(resolve));
const after = snapshot();
const added = Object.keys(before).map((kind) => [kind, without(after[kind], before[kind])]);
const removed = Object.keys(before).map((kind) => [kind, without(before[kind], after[kind])]);
standard[1].write(JSON.stringify({ added: nonEmpty(added), removed: nonEmpty(removed) }));

/** The members of the one that are not in the other, counted: two timers are one more than one. */
function without(some, others) {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function nonEmpty(entries) {
  return Object.fromEntries(entries.filter(([, members]) => members.length > 0));
}
