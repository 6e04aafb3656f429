// Requires every entry and prints the names each exports, and those that `import` gives as something else.
const exported = {};
const different = [];
for (const entry of process.argv.slice(2)) exported[entry] = Object.keys(require(entry));

async function compare() {
  for (const entry of process.argv.slice(2)) {
    const required = require(entry);
    const imported = await import(entry);
    for (const name of Object.keys(imported))
      if (required[name] !== imported[name]) different.push(`${entry}: ${name}`);
  }
  console.log(JSON.stringify({ exported, different }));
}

void compare();
