import { byText } from './order.mjs';
import { namesIn } from './schema-model.mjs';

/** For each schema, the members that hold it: `['TextToImageInput.scheduler', …]`. */
export function usersOf({ used }) {
  const users = new Map();
  for (const schema of used) {
    for (const [member, value] of Object.entries(schema.members)) {
      for (const name of new Set(namesIn(value)))
        users.set(name, [...(users.get(name) ?? []), `${schema.name}.${member}`]);
    }
  }
  for (const list of users.values()) list.sort(byText);
  return users;
}
