import type { CatalogueCreator } from '../catalogue/entities.js';
import type { Site } from './endpoint.js';

/** Finds a creator by name; the server's column knows no case. Creators without a name are never found. */
export function findCreator(site: Site, username: string): CatalogueCreator | undefined {
  const wanted = username.toLowerCase();
  return site.catalogue.creators.find((creator) => creator.username?.toLowerCase() === wanted);
}
