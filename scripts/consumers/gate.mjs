/** Lets so many run at a time; the others wait for their turn, in order. */
export function createGate(size) {
  const waiting = [];
  let free = size;
  return async (work) => {
    if (free === 0) await new Promise((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      // straight to the next one, so that nobody comes in between
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
