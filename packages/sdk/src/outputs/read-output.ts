import type { JsonObject } from '@civitkit/core/internal';
import type { Blob } from '../generated/types.js';
import { kindOfName } from './output-kind.js';
import type { OutputKind, WorkflowOutput } from './workflow-output.js';

/** What an output says of itself; where it was found is added by the walk. */
export type OutputFacts = Omit<WorkflowOutput, 'step' | 'stepType' | 'path' | 'pointer'>;

/** Members that hold a link themselves. */
const linkMembers: ReadonlySet<string> = new Set(['blobUrl', 'traceUrl']);
/** Members that hold a list of links to images. */
const imageLists: ReadonlySet<string> = new Set(['sampleImages', 'sampleInputImages']);

/**
 * Reads an object as an output: a blob by its id and availability, whatever its type; or the holder of a link that
 * expires, such as an archive. Any other link, of a web search for instance, is text.
 */
export function readOutput(value: JsonObject): OutputFacts | undefined {
  const { id, available, type, format } = value;
  const url = textOf(value['url']);
  const urlExpiresAt = textOf(value['urlExpiresAt']) ?? textOf(value['expiresAt']);
  if (typeof id === 'string' && typeof available === 'boolean') {
    const kind: OutputKind = textOf(type) ?? kindOfName(id);
    return {
      kind: kind === 'file' && url !== undefined ? kindOfName(url) : kind,
      id,
      available,
      url,
      urlExpiresAt,
      blockedReason: blockedReasonOf(value),
      // A blob of `transcode` lacks its type; the walk has said so by the kind.
      blob: value as unknown as Blob,
    };
  }
  if (url === undefined || urlExpiresAt === undefined || !isLink(url)) return undefined;
  const isArchive = format === 'zip' || format === 'tar';
  return { ...linked(url, isArchive ? 'archive' : kindOfName(url)), urlExpiresAt };
}

/** Reads a member that is a link itself, by its name or the name of its list. */
export function readLink(value: unknown, name: string, listName: string | undefined): OutputFacts | undefined {
  if (typeof value !== 'string' || !isLink(value)) return undefined;
  if (linkMembers.has(name)) return linked(value, kindOfName(value));
  return listName !== undefined && imageLists.has(listName) ? linked(value, 'image') : undefined;
}

/** Why something is withheld; the server also has words for "it is not". */
export function blockedReasonOf({ blockedReason }: JsonObject): string | undefined {
  const reason = textOf(blockedReason);
  return reason === undefined || reason.toLowerCase() === 'none' ? undefined : reason;
}

function linked(url: string, kind: OutputKind): OutputFacts {
  return {
    kind,
    id: undefined,
    available: true,
    url,
    urlExpiresAt: undefined,
    blockedReason: undefined,
    blob: undefined,
  };
}

function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
