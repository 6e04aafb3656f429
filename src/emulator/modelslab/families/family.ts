/** What a job of an operation makes: files of this extension, or one of the texts. */
export type OutputKind = 'png' | 'jpg' | 'mp4' | 'wav' | 'mp3' | 'glb' | 'caption' | 'lyrics' | 'transcript';

/** A group of operations whose jobs are alike. */
export interface Family {
  /** Such as `images`. */
  readonly name: string;
  /** Where it lies below `/api`, such as `/v6/images`. */
  readonly base: string;
  /** What `fetch_result` points at, the id behind it. */
  readonly fetchPath: string;
  /** Where its jobs are told of too: other spellings of documents. */
  readonly otherFetchPaths?: readonly string[];
  readonly idForm: 'number' | 'text';
  /** The first id; each family counts for itself. */
  readonly firstId: number;
  /** What stands for the output while there is none. */
  readonly pendingOutput: readonly never[] | '';
  /** A poll of an unfinished job says nothing but that. */
  readonly tersePolls?: boolean;
  /** What is said under `messege` too. */
  readonly misspells?: boolean;
  /** Whether its answers say if there was nudity. */
  readonly rates?: boolean;
  /** What a job costs, in cents. */
  readonly cents: number;
  readonly key: 'body' | 'enterprise';
}

/** An operation that starts jobs. */
export interface Operation {
  /** Such as `images.text2img`. */
  readonly name: string;
  /** Below `/api`. */
  readonly path: string;
  readonly family: Family;
  readonly required: readonly string[];
  readonly output: OutputKind;
}

/** Every path where the jobs of a family are asked for. */
export function fetchPathsOf({ fetchPath, otherFetchPaths = [] }: Family): readonly string[] {
  return [fetchPath, ...otherFetchPaths];
}

/**
 * The operations of a family from one text each: the path behind the family's, what it makes (after a `>`; the usual of
 * the family unless told), and the parameters it insists on.
 */
export function operationsOf(family: Family, usual: OutputKind, lines: readonly string[]): readonly Operation[] {
  return lines.map((line) => {
    const [route = '', ...required] = line.split(' ');
    const [tail = '', output = usual] = route.split('>');
    return {
      name: `${family.name}.${tail}`,
      path: tail === '' ? family.base : `${family.base}/${tail}`,
      family,
      required,
      // The lines are written in this folder, with the kinds there are.
      output: output as OutputKind,
    };
  });
}
