import type { CallOptions } from '@civitkit/core/client';

/** How a recipe is sent. */
export interface RecipeOptions extends CallOptions {
  readonly experimental?: boolean;
  /** Whether mature content may come out; it is paid for in yellow Buzz. */
  readonly allowMatureContent?: boolean;
  /** Leaves nothing behind on the server. */
  readonly ephemeral?: boolean;
  /** `free` asks for the free tier. */
  readonly tier?: 'free';
}
