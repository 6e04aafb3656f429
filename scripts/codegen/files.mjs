import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyOverlay } from './apply-overlay.mjs';
import { documentText } from './document-text.mjs';
import { buildModel } from './schema-model.mjs';
import { writeRecipes } from './write-recipes.mjs';
import { writeStepBuilders } from './write-step-builders.mjs';
import { writeTable } from './write-table.mjs';
import { writeTypes } from './write-types.mjs';

const documentPath = (sdk) => join(sdk, 'contract/orchestration-v2.json');
/** Where the files of each contract lie. */
export const generatedFolders = { orchestration: 'src/generated', modelsLab: 'src/modelslab/generated' };

/** The document that was kept last, or `undefined`. */
export function keptDocument(sdk) {
  const text = readText(documentPath(sdk));
  return text === undefined ? undefined : JSON.parse(text);
}

export function keep(sdk, document) {
  writeFileSync(documentPath(sdk), documentText(document));
}

/** The files a document gives, by name. */
export function generate(sdk, document) {
  const overlay = readOverlay(sdk, 'overlay.json');
  const corrected = applyOverlay(document, overlay, 'overlay.json');
  const model = buildModel(applyOverlay(corrected, readOverlay(sdk, 'newer.json'), 'newer.json'), overlay);
  return {
    'types.ts': writeTypes(model),
    'recipe-calls.ts': writeRecipes(model),
    'step-builders.ts': writeStepBuilders(model),
    'schema-table.ts': writeTable(model),
  };
}

function readOverlay(sdk, name) {
  return JSON.parse(readFileSync(join(sdk, 'contract', name), 'utf8'));
}

/** What is otherwise on the disk, as sentences. */
export function checkFiles(sdk, folder, files) {
  const there = readNames(join(sdk, folder));
  const stale = Object.keys(files).filter((name) => files[name] !== readText(join(sdk, folder, name)));
  return [
    ...stale.map((name) => `${folder}/${name} is not what the document gives`),
    ...there.filter((name) => !Object.hasOwn(files, name)).map((name) => `${folder}/${name} is left over`),
  ];
}

/** Writes the files and takes away what is left over from before. */
export function writeFiles(sdk, folder, files) {
  const path = join(sdk, folder);
  mkdirSync(path, { recursive: true });
  for (const name of readNames(path)) if (!Object.hasOwn(files, name)) rmSync(join(path, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
}

function readNames(folder) {
  return unlessMissing(() => readdirSync(folder)) ?? [];
}

function readText(path) {
  return unlessMissing(() => readFileSync(path, 'utf8'));
}

function unlessMissing(read) {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
