/**
 * Makes the reports of one package short: a declaration stands in the first report that has it, and the others refer to
 * that. The same client is behind several entries, and a change of it should be read once.
 *
 * @param reports - `{ specifier, text }` of API Extractor, the main entry first
 */
export function condenseReports(reports) {
  const homes = new Map();
  return reports.map(({ specifier, text }) => {
    const [head, ...declarations] = withoutNoise(text).split(/\n\n(?=\/\/ @)/);
    const closing = declarations.length === 0 ? '' : '\n\n```\n';
    const kept = declarations
      .map((declaration) => declaration.replace(/\n+(?:\/\/ \(No @packageDocumentation[^\n]*\n+)?```\n*$/, ''))
      .map((declaration) => place(declaration, specifier, homes))
      .filter((declaration) => declaration !== undefined);
    return { specifier, text: `${[head, ...kept].join('\n\n')}${closing}` };
  });
}

/** The declaration, the line that stands for it, or nothing where it is not exported. */
function place(declaration, specifier, homes) {
  const shape = declaration.replace(
    /^export (?=(?:declare |abstract |class|const|enum|function|interface|let|namespace|type))/m,
    '',
  );
  const home = homes.get(shape);
  if (home === undefined) {
    homes.set(shape, specifier);
    return declaration;
  }
  const exported =
    /^export (?:declare |abstract )*(?:class|const|enum|function|interface|let|namespace|type) ([\w$]+)/m.exec(
      declaration,
    );
  return exported === null ? undefined : `export { ${exported[1]} } // as in ${home}`;
}

/** Whether something has a comment is no part of what it is. */
function withoutNoise(text) {
  return text.replace(/^ *\/\/ \(undocumented\)\n/gm, '').replace(/^(\/\/ @\w+) \(undocumented\)$/gm, '$1');
}
