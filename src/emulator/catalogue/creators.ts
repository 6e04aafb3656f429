import type { CatalogueCreator } from './entities.js';
import type { Random } from './random.js';

/** The account that owns the models shown without a creator (contract §7.1). */
export const SITE_ACCOUNT_ID = -1;

const FIRST: readonly string[] = [
  'amber',
  'birch',
  'cobalt',
  'Dune',
  'ember',
  'fjord',
  'Glass',
  'harbor',
  'indigo',
  'juniper',
];
const SECOND: readonly string[] = ['fox', 'Lantern', 'mill', 'otter', 'pixel', 'quill', 'River', 'smith', 'tide'];

/** The owner of the emulator's API key, and the only one who sees private models of theirs. */
export const ACCOUNT_ID = 12345;

/** The user name of that owner. */
export const ACCOUNT_NAME = 'you';

/** A made-up storage key in the form the image host uses. */
export function storageKey(number: number): string {
  const hex = (number >>> 0).toString(16).padStart(8, '0');
  return `${hex}-1111-4222-8333-0000${hex}`;
}

function avatar(id: number, username: string): string {
  return `https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA/${storageKey(id)}/width=96/${username}.jpeg`;
}

/** Draws the creators: the site account first, then one without a name, the account of the key, the named ones. */
export function createCreators(random: Random, count: number): CatalogueCreator[] {
  const creators: CatalogueCreator[] = [
    { id: SITE_ACCOUNT_ID, username: 'civitai', image: null, isNew: false },
    { id: 4000, username: null, image: null, isNew: false },
    { id: ACCOUNT_ID, username: ACCOUNT_NAME, image: null, isNew: false },
  ];
  for (let index = 0; index < count; index += 1) {
    const id = 4001 + index * 3;
    const stem = `${FIRST[index % FIRST.length]}_${SECOND[(index * 7) % SECOND.length]}`;
    const username = index < 45 ? stem : `${stem}${index}`;
    creators.push({
      id,
      username,
      image: random.chance(0.7) ? avatar(id, username) : null,
      isNew: random.chance(0.15),
    });
  }
  return creators;
}
