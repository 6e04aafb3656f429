// Writes the JSON Schema of settings files into the packages, from the sections as they are built:
//
//   npm run schemas              writes packages/*/appsettings.schema.json
//   npm run check:schemas        fails when one of them is not what the sections give
//
// `"$schema": "./node_modules/@civitkit/sdk/appsettings.schema.json"` in a settings file makes editors complete it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { civitaiApiSection } from '@civitkit/core/client';
import { settingsSchema } from '@civitkit/core/internal';
import { civitaiSdkSection } from '@civitkit/sdk/client';
import { modelsLabSection } from '@civitkit/sdk/modelslab/client';

/** Who installs the sdk has core, too, so its schema has all sections. */
const sectionsOf = {
  core: [civitaiApiSection],
  sdk: [civitaiApiSection, civitaiSdkSection, modelsLabSection],
};

const check = process.argv.includes('--check');
for (const [name, sections] of Object.entries(sectionsOf)) {
  const file = fileURLToPath(new URL(`../packages/${name}/appsettings.schema.json`, import.meta.url));
  const text = `${JSON.stringify(settingsSchema(sections), undefined, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) {
    console.error(`${file} is not what the sections give; run: npm run schemas`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(file);
  }
}
