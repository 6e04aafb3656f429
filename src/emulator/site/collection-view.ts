import type { CatalogueCollection } from '../catalogue/collections.js';
import type { View } from './file-views.js';
import { MEDIA_ROOT } from './image-views.js';

/** What a listed collection and a single one share. */
export function collectionView(collection: CatalogueCollection): View {
  const { cover, owner, read } = collection;
  return {
    id: collection.id,
    name: collection.name,
    description: collection.description,
    type: collection.type,
    nsfwLevel: collection.nsfwLevel,
    read,
    isPublic: read === 'Public',
    coverImageUrl: cover === null ? null : `${MEDIA_ROOT}/${cover}/width=450/${cover}.jpeg`,
    user: { id: owner?.id ?? null, username: owner?.username ?? null },
  };
}
