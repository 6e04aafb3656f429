/** What the failed ones said. */
export function printFailures(rows) {
  for (const { name, result, output } of rows) if (result !== 'passed') console.log(`── ${name}\n${shorten(output)}\n`);
}

/** Node quotes the line an error came from, and in a bundle that line is all of the bundle. */
function shorten(output) {
  const lines = output.trimEnd().split('\n');
  return lines.map((line) => (line.length > 500 ? `${line.slice(0, 500)}…` : line)).join('\n');
}

export function printTable(rows, totalSeconds) {
  const width = Math.max(...rows.map(({ name }) => name.length), 'consumer'.length);
  console.log(`${'consumer'.padEnd(width)}  result  seconds`);
  for (const { name, result, seconds } of rows) {
    console.log(`${name.padEnd(width)}  ${result.padEnd(6)}  ${seconds.toFixed(1).padStart(7)}`);
  }
  const passed = rows.filter(({ result }) => result === 'passed').length;
  console.log(`${passed} passed, ${rows.length - passed} failed in ${totalSeconds.toFixed(0)} s`);
}
