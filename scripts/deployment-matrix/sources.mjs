// Where a key may be, the weakest first: what puts it there, and what explain() then says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const settings = (key) => JSON.stringify({ CivitaiApi: { ApiKey: key } }, undefined, 2);

/** The id of the user secrets of all cells; each has a home folder of its own. */
export const secretsId = 'civitkit-deployment-matrix';

export const sources = [
  {
    name: 'appsettings.json',
    give: (cell, key) => cell.write('appsettings.json', settings(key)),
    explained: () => 'appsettings.json:3',
  },
  {
    name: 'appsettings.Production.json',
    onlyIn: 'Production',
    give: (cell, key) => cell.write('appsettings.Production.json', settings(key)),
    explained: () => 'appsettings.Production.json:3',
  },
  {
    name: '.env',
    give: (cell, key) => cell.write('.env', `# settings\nCIVITAI_API_KEY=${key}\n`),
    explained: () => '.env:2',
  },
  {
    name: 'user secrets',
    onlyIn: 'Development',
    give: (cell, key) => writeDeep(secretsFile(cell), JSON.stringify({ 'CivitaiApi:ApiKey': key })),
    explained: (cell) => `user secrets ${secretsFile(cell)}:1`,
  },
  {
    name: 'secrets directory',
    give: (cell, key) => writeDeep(join(cell.secrets, 'CIVITAI_API_KEY'), `${key}\n`),
    explained: (cell) => join(cell.secrets, 'CIVITAI_API_KEY'),
  },
  {
    name: 'CIVITAI_API_KEY_FILE',
    give: (cell, key) => {
      writeDeep(join(cell.folder, 'elsewhere', 'key'), `${key}\n`);
      cell.environment.CIVITAI_API_KEY_FILE = join(cell.folder, 'elsewhere', 'key');
    },
    explained: () => 'environment variable CIVITAI_API_KEY_FILE',
  },
  {
    name: 'CIVITAI_API_KEY',
    give: (cell, key) => {
      cell.environment.CIVITAI_API_KEY = key;
    },
    explained: () => 'environment variable CIVITAI_API_KEY',
  },
  {
    name: 'options',
    give: (cell, key) => {
      cell.options.apiKey = key;
    },
    // they are given where the client is registered, so the configuration does not know them
    explained: () => undefined,
  },
];

/** The key that lies in a source; it says where it was. */
export const keyIn = ({ name }) => `key-in-${name.replaceAll(/[^A-Za-z]+/g, '-')}`;

/** Whether a source counts in an environment. */
export const countsIn = ({ onlyIn }, environment) => onlyIn === undefined || onlyIn === environment;

function secretsFile({ home }) {
  return join(home, '.config', 'civitkit', 'user-secrets', secretsId, 'secrets.json');
}

function writeDeep(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
