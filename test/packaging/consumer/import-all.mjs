// Imports every entry and prints the names each exports.
const exported = {};
for (const entry of process.argv.slice(2)) exported[entry] = Object.keys(await import(entry));
console.log(JSON.stringify(exported));
