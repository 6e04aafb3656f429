import type { ModelsLabEvent } from './modelslab-event.js';

/** Whether an event is about what was given this `track_id`; families give it back as a text or as a number. */
export function isTracked({ trackId }: Pick<ModelsLabEvent, 'trackId'>, given: string | number): boolean {
  return trackId !== undefined && trackId === String(given);
}
