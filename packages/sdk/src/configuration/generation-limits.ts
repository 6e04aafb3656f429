import type { KnownLimits } from '@civitkit/core/internal';

/**
 * The families of endpoints of the generation API. The server says what it allows in `RateLimit` headers, not in its
 * documents, so nothing is known before the first answer.
 */
export const generationLimits: KnownLimits = { consumer: null, resources: null, services: null, other: null };
