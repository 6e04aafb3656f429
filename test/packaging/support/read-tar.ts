const block = 512;

/** The text files of a tar archive as npm writes it, by path below `package/`. */
export function readTar(archive: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let longPath: string | undefined;
  for (let at = 0; at < archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + block);
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    const content = archive.subarray(at + block, at + block + size).toString();
    const type = textAt(header, 156, 1);
    // a header of type x goes before the file it is about and may hold a path too long for the file's own header
    if (type === 'x') longPath = /\d+ path=(.*)\n/.exec(content)?.[1];
    else {
      const path =
        longPath ?? [textAt(header, 345, 155), textAt(header, 0, 100)].filter((part) => part !== '').join('/');
      files.set(path.replace(/^package\//, ''), content);
      longPath = undefined;
    }
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

/** A field of a header, up to its first NUL. */
function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString();
}
