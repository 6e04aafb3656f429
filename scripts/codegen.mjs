// Writes packages/sdk/src/generated from the OpenAPI document of the generation API, and src/modelslab/generated from what
// is kept of ModelsLab, of which there is no document that could be taken as it is.
//
//   npm run codegen                             again from what is kept in packages/sdk/contract
//   npm run codegen -- <file or URL>            from a newer one, which is then kept there; first says what it adds,
//                                               removes and breaks
//   npm run codegen -- --check                  fails when the generated files are not what is kept there gives
//   npm run codegen -- --compare <old> <new>    says what is otherwise in <new>, and writes nothing
//
// `--sdk <folder>` works on another folder than packages/sdk.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareDocuments, formatReport } from './codegen/compare-documents.mjs';
import { checkFiles, generate, generatedFolders, keep, keptDocument, writeFiles } from './codegen/files.mjs';
import { generateModelsLab } from './codegen/modelslab/generate.mjs';
import { readDocument } from './codegen/read-document.mjs';

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    sdk: { type: 'string', default: fileURLToPath(new URL('../packages/sdk', import.meta.url)) },
  },
  allowPositionals: true,
});

if (values.compare) await compare(positionals);
else if (values.check) check();
else await write(positionals);

async function compare(sources) {
  if (sources.length !== 2) throw new Error('Name two documents: npm run codegen -- --compare <old> <new>');
  const [before, after] = await Promise.all(sources.map(readDocument));
  console.log(formatReport(compareDocuments(before, after)));
}

function check() {
  const problems = [
    ...checkFiles(values.sdk, generatedFolders.orchestration, generate(values.sdk, keptDocument(values.sdk))),
    ...checkFiles(values.sdk, generatedFolders.modelsLab, generateModelsLab(values.sdk)),
  ];
  for (const problem of problems) console.error(`${problem}; run: npm run codegen`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

async function write([source, ...more]) {
  if (more.length > 0) throw new Error('Name one document: npm run codegen -- <file or URL>');
  const previous = keptDocument(values.sdk);
  const document = source === undefined ? previous : await readDocument(source);
  if (document === undefined) throw new Error('No document is kept yet; name one: npm run codegen -- <file or URL>');
  // The report comes first: a document that the overlay does not fit any more is when it is needed most.
  if (source !== undefined && previous !== undefined)
    console.log(`${formatReport(compareDocuments(previous, document))}\n`);
  const files = { orchestration: generate(values.sdk, document), modelsLab: generateModelsLab(values.sdk) };
  if (source !== undefined) keep(values.sdk, document);
  for (const [contract, folder] of Object.entries(generatedFolders)) {
    writeFiles(values.sdk, folder, files[contract]);
    console.log(`${Object.keys(files[contract]).length} files in ${folder}`);
  }
}
