/** Longest delay a Node timer holds, in milliseconds; a longer one would fire at once. */
export const longestTimerMs = 2_147_483_647;
