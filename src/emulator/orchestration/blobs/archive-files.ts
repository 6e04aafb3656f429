/** A file on its way into an archive. */
export interface ArchiveFile {
  /** Different from every other in the archive. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Tells files of one name apart: `a.png`, `a (2).png`. */
export function withUniqueNames(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${stem} (${count})${extension}`;
    taken.add(unique);
    return { name: unique, bytes };
  });
}
