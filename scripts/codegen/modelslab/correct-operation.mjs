/**
 * Corrects what documents say of an operation. Every correction must find its place and change something, so that one the
 * documents have caught up with is noticed.
 */
export function correctOperation(name, facts, { corrections, everywhere }) {
  const corrected = { ...facts };
  const problems = [];
  for (const [member, change] of Object.entries(everywhere)) {
    if (corrected[member] !== undefined) corrected[member] = { ...corrected[member], ...change };
  }
  const { add = {}, change = {}, optional = [], removed = [], required = [] } = corrections[name] ?? {};
  const place = (member, isThere, what) => {
    if ((corrected[member] !== undefined) === isThere) return true;
    problems.push(`${name}.${member} ${what}`);
    return false;
  };
  for (const [member, fact] of Object.entries(add)) {
    if (place(member, false, 'is described already')) corrected[member] = fact;
  }
  for (const [member, changes] of Object.entries(change)) {
    if (!place(member, true, 'is not there to be changed')) continue;
    const changed = withoutNulls({ ...corrected[member], ...changes });
    if (JSON.stringify(changed) === JSON.stringify(corrected[member])) problems.push(`${name}.${member} is so already`);
    corrected[member] = changed;
  }
  for (const member of removed) if (place(member, true, 'is not there to be removed')) delete corrected[member];
  for (const [members, value, already] of [
    [optional, undefined, 'is not required'],
    [required, true, 'is required already'],
  ]) {
    for (const member of members) {
      if (!place(member, true, 'is not there')) continue;
      if (corrected[member].required === value) problems.push(`${name}.${member} ${already}`);
      corrected[member] = withoutNulls({ ...corrected[member], required: value ?? null });
    }
  }
  return { facts: corrected, problems };
}

/** Corrections of operations that are not there. */
export function refuseMisplaced({ corrections }, names) {
  return Object.keys(corrections)
    .filter((name) => !names.includes(name))
    .map((name) => `there is no operation ${name} to correct`);
}

/** In a change, `null` takes a fact away. */
function withoutNulls(fact) {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null));
}
