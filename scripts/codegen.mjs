// Writes packages/sdk/src/generated from the OpenAPI document of the generation API.
//
//   npm run codegen                             again from the document kept in packages/sdk/contract
//   npm run codegen -- <file or URL>            from a newer one, which is then kept there; first says what it adds,
//                                               removes and breaks
//   npm run codegen -- --check                  fails when src/generated is not what the document kept there gives
//   npm run codegen -- --compare <old> <new>    says what is otherwise in <new>, and writes nothing
//
// `--sdk <folder>` works on another folder than packages/sdk.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareDocuments, formatReport } from './codegen/compare-documents.mjs';
import { checkFiles, generate, keep, keptDocument, writeFiles } from './codegen/files.mjs';
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
  const problems = checkFiles(values.sdk, generate(values.sdk, keptDocument(values.sdk)));
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
  const files = generate(values.sdk, document);
  if (source !== undefined) keep(values.sdk, document);
  writeFiles(values.sdk, files);
  console.log(`${Object.keys(files).length} files in src/generated`);
}
