/** The parts of a resource's name (`urn:air:{ecosystem}:{type}:{source}:{id}@{version}`). */
export interface Air {
  readonly ecosystem?: string;
  readonly type?: string;
  readonly source: string;
  readonly id: string;
  readonly version?: string;
}

const AIR =
  /^(?:urn:)?(?:air:)?(?:(?<ecosystem>[\w\-/]+):)?(?:(?<type>[\w\-/]+):)?(?<source>[\w\-/]+):(?<id>[\w\-/.]+)(?:@(?<version>[\w\-/.=,%+:]+))?$/;

/** Takes a name apart; `undefined` for a text that is none. */
export function parseAir(text: string): Air | undefined {
  const groups = AIR.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { ecosystem, type, source = '', id = '', version } = groups;
  return {
    source: source.toLowerCase(),
    id,
    ...(ecosystem === undefined ? {} : { ecosystem }),
    ...(type === undefined ? {} : { type }),
    ...(version === undefined ? {} : { version }),
  };
}
