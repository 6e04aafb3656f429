import { storageKey } from '../catalogue/creators.js';
import type { CatalogueCreator } from '../catalogue/entities.js';
import type { View } from './file-views.js';

function profilePicture(creator: CatalogueCreator): View {
  const frame = { hash: 'UEF$^', width: 512, height: 512 };
  return {
    id: 300_000 + creator.id,
    name: 'avatar.png',
    // A storage key and no address (contract §7.10).
    url: storageKey(300_000 + creator.id),
    nsfwLevel: 1,
    ...frame,
    userId: creator.id,
    ingestion: 'Scanned',
    type: 'image',
    metadata: { ...frame, size: 1234, userId: creator.id, username: creator.username, profilePicture: true },
  };
}

function badge(listed: boolean): View {
  const cosmetic = { id: 9, data: { url: storageKey(9) }, type: 'Badge', source: 'Trophy', name: 'Founder' };
  const place = listed ? { leaderboardId: null, leaderboardPosition: null } : {};
  return { data: {}, cosmetic: { ...cosmetic, ...place } };
}

/** The author of an article. By id some have a picture of their own, some one from elsewhere, some were deleted. */
export function authorView(creator: CatalogueCreator, listed: boolean): View {
  const pictured = creator.image !== null;
  return {
    id: creator.id,
    username: creator.username,
    // A database time: no zone.
    deletedAt: creator.username === null ? '2025-06-01T10:00:00' : null,
    image: pictured || creator.id % 2 === 0 ? null : 'https://lh3.googleusercontent.com/a/x',
    profilePicture: pictured ? profilePicture(creator) : null,
    cosmetics: pictured ? [badge(listed)] : listed ? null : [],
    ...(listed ? {} : { isModerator: false }),
  };
}
