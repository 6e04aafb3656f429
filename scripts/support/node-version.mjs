/**
 * Whether a version satisfies an `engines` range. Covers the forms this repository uses (`^1.2.3`, `>=1.2.3`, `||`),
 * because nothing is installed yet when it is asked.
 */
export function satisfies(version, range) {
  const [major, minor, patch] = numbers(version);
  return range.split('||').some((alternative) => {
    const [wantedMajor, wantedMinor, wantedPatch] = numbers(alternative);
    const atLeast =
      major > wantedMajor ||
      (major === wantedMajor && (minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch)));
    return atLeast && (alternative.trim().startsWith('>=') || major === wantedMajor);
  });
}

function numbers(text) {
  const [major = '0', minor = '0', patch = '0'] = /\d+(?:\.\d+){0,2}/.exec(text)?.[0].split('.') ?? [];
  return [Number(major), Number(minor), Number(patch)];
}
