/** One instruction of a Dockerfile, continued lines put together. */
export interface Instruction {
  readonly name: string;
  /** What stands behind the name, without flags such as `--from=build`. */
  readonly rest: string;
  readonly flags: Readonly<Record<string, string>>;
}

/** One `FROM` and what belongs to it. */
export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

const known = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);

/**
 * Reads a Dockerfile, as far as these examples use the language.
 *
 * @throws Error for what is no instruction, and for one before the first `FROM`
 */
export function parseDockerfile(text: string): readonly Stage[] {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  const stages: { image: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const instruction = parseInstruction(line);
    if (instruction.name === 'FROM') {
      const [, image = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(instruction.rest) ?? [];
      if (image === '') throw new Error(`not understood: ${line}`);
      stages.push({ image, name, instructions: [] });
    } else if (stages.length === 0) throw new Error(`before the first FROM: ${line}`);
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function parseInstruction(line: string): Instruction {
  const [, name = '', behind = ''] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
  if (!known.has(name)) throw new Error(`no instruction: ${line}`);
  const flags = [...behind.matchAll(/(?:^|\s)--([a-z-]+)=(\S+)/g)].map(([, flag = '', value = '']) => [flag, value]);
  // of RUN they belong to the command
  if (name === 'RUN' || name === 'CMD') return { name, rest: behind, flags: {} };
  const rest = behind.split(name === 'HEALTHCHECK' ? /\s(?=CMD\s)/ : /(?:^|\s)--[a-z-]+=\S+\s*/).at(-1) ?? '';
  return { name, rest: rest.trim(), flags: Object.fromEntries(flags) as Record<string, string> };
}

/** The words of a command in its JSON form, in which no shell stands between Docker and the program. */
export function commandOf(rest: string): readonly string[] {
  const words: unknown = JSON.parse(rest.replace(/^CMD\s+/, ''));
  if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return words;
  throw new Error(`not a list of words: ${rest}`);
}
