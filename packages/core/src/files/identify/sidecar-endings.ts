const pictures: readonly string[] = ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif'];

/** What is put behind the stem of a model file for something that belongs to it, by any of the known programs. */
export const sidecarEndings: ReadonlySet<string> = new Set([
  '.civitai.info',
  '.json',
  '.cm-info.json',
  '.metadata.json',
  '.api_info.json',
  '.swarm.json',
  '.swarm.jpg',
  '.csv',
  '.txt',
  '.description.txt',
  '.yaml',
  '.yml',
  ...pictures,
  ...pictures.map((ending) => `.preview${ending}`),
]);
