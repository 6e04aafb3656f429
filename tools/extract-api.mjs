// `node extract-api.mjs ENTRIES.json FOLDER`: writes the API report of each entry into the folder. Started by
// scripts/api-report.mjs, which says what to compare it with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const [list, reportFolder] = process.argv.slice(2);
const entries = JSON.parse(readFileSync(list, 'utf8'));
const quiet = { default: { logLevel: 'none' } };

for (const folder of new Set(entries.map((entry) => entry.folder))) {
  const configurations = entries.filter((entry) => entry.folder === folder).map((entry) => configure(entry));
  // one program for all entries of a package
  const [first, ...others] = configurations;
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  });
  for (const configuration of configurations) {
    const { errorCount } = Extractor.invoke(configuration, {
      localBuild: true,
      compilerState,
      messageCallback: report,
    });
    if (errorCount > 0) process.exitCode = 1;
  }
}

function configure({ folder, types, reportName }) {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'esnext.disposable'],
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    types: ['node'],
    // the consumers check all types; here those of other packages have no say
    skipLibCheck: true,
  };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, types),
      compiler: { overrideTsconfig: { compilerOptions, files: [join(folder, types)] } },
      apiReport: {
        enabled: true,
        reportFileName: reportName,
        reportFolder,
        reportTempFolder: join(reportFolder, 'temporary'),
        // what an exported declaration refers to is seen by users too, exported or not
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: quiet,
        tsdocMessageReporting: quiet,
      },
    },
  });
}

/** That a report is new is no news: the folder is a temporary one. */
function report(message) {
  message.handled = true;
  if (message.logLevel !== 'error') return;
  console.error(`${message.sourceFilePath ?? ''}: ${message.text}`);
}
