import type { MediaMaker } from '../assets/media.js';
import type { Operation } from '../families/family.js';
import type { Members } from '../route.js';
import { isOn } from './flags.js';
import type { JobFile } from './job-record.js';

const SIDES = { width: 512, height: 512 } as const;
const MOST_SAMPLES = 4;
/** Extensions that `output_format`, `output_type` and `file_extension` may ask for. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  mp4: ['mp4', 'gif'],
  wav: ['wav', 'mp3', 'flac'],
  mp3: ['wav', 'mp3', 'flac'],
  glb: ['glb', 'obj', 'stl', 'ply'],
};
const TRANSCRIPT = '{"text":"testing one two"}';

function numberOf(value: unknown, fallback: number): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number >= 1 ? number : fallback;
}

function extensionOf({ output }: Operation, parameters: Members): string {
  const asked = parameters['output_format'] ?? parameters['output_type'];
  return FORMATS[output]?.find((format) => format === asked) ?? output;
}

function files(operation: Operation, parameters: Members, stem: string, media: MediaMaker): readonly JobFile[] {
  const { output } = operation;
  if (output === 'caption' || output === 'lyrics') return [];
  if (output === 'transcript') {
    return [{ name: `${stem}-transcript.json`, mediaType: 'application/json', bytes: Buffer.from(TRANSCRIPT) }];
  }
  const extension = extensionOf(operation, parameters);
  const isPicture = output === 'png' || output === 'jpg';
  const count = isPicture ? Math.min(MOST_SAMPLES, Math.floor(numberOf(parameters['samples'], 1))) : 1;
  const made = media.make(
    extension,
    stem,
    numberOf(parameters['width'], SIDES.width),
    numberOf(parameters['height'], SIDES.height),
  );
  return Array.from({ length: count }, (_, index) => ({
    name: `${stem}-${index}.${extension}`,
    mediaType: made.mediaType,
    bytes: made.bytes,
  }));
}

/** With the flag `base64` the address is that of a text file that holds the data. Before it asks whose data it is. */
function asText({ bytes, name }: JobFile): JobFile {
  return { name: `${name}.base64`, mediaType: 'text/plain', bytes: Buffer.from(bytes.toString('base64')) };
}

/** The files that a job makes. */
export function filesOf(
  operation: Operation,
  parameters: Members,
  stem: string,
  media: MediaMaker,
): readonly JobFile[] {
  const made = files(operation, parameters, stem, media);
  return isOn(parameters['base64']) ? made.map(asText) : made;
}
