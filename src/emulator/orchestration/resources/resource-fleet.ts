import type { Resource } from './resource-index.js';

/** Whether workers have a resource at hand, as answers show it. */
export type ResourceAvailability =
  | { readonly status: 'unsupported' }
  | { readonly status: 'unavailable'; readonly queuePosition?: number | null }
  | {
      readonly status: 'queued';
      readonly lane: 'low' | 'normal' | 'high';
      readonly queuePosition: number;
      readonly etaSeconds: number | null;
      readonly boostedEtaSeconds: number | null;
    }
  | {
      readonly status: 'loading';
      /** 0 to 1. */
      readonly progress: number;
      readonly workers: number;
      readonly startedAt?: string | null;
      readonly lastProgressAt?: string | null;
      readonly etaSeconds?: number | null;
    }
  | { readonly status: 'available'; readonly workers: number };

/** The workers of one emulator. */
export interface ResourceFleet {
  availabilityOf(resource: Resource): ResourceAvailability;
  /** From now on the resource, given by its full name, is so. */
  set(air: string, availability: ResourceAvailability): void;
}

/** FNV-1a: the same resource is always as available as it was. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Of ten resources six are there, one is on its way, one waits for its turn and two are with nobody. */
function usual({ air, placed }: Resource): ResourceAvailability {
  if (placed?.version.supportsGeneration === false) return { status: 'unsupported' };
  const value = hash(air);
  const share = value % 10;
  const rest = Math.floor(value / 10);
  if (share < 6) return { status: 'available', workers: 1 + (rest % 8) };
  if (share === 6) return { status: 'loading', progress: (rest % 100) / 100, workers: 1, etaSeconds: 5 + (rest % 60) };
  if (share === 7) {
    const queuePosition = 1 + (rest % 20);
    const etaSeconds = queuePosition * 30;
    return {
      status: 'queued',
      lane: 'normal',
      queuePosition,
      etaSeconds,
      boostedEtaSeconds: Math.ceil(etaSeconds / 3),
    };
  }
  return { status: 'unavailable', queuePosition: null };
}

/** Creates a fleet whose state is a function of the resources' names until told otherwise. */
export function createResourceFleet(): ResourceFleet {
  const told = new Map<string, ResourceAvailability>();
  return {
    availabilityOf: (resource) => told.get(resource.air) ?? usual(resource),
    set: (air, availability) => {
      told.set(air, availability);
    },
  };
}
