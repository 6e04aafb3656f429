import type { Reply } from '../../http/reply.js';
import type { ArchiveFile } from '../blobs/archive-files.js';
import { isMature } from '../blobs/nsfw-levels.js';
import { zipArchive } from '../blobs/zip-archive.js';
import { blobsIn } from '../steps/blob-reference.js';
import type { JsonObject, WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** The blobs of a workflow that answers would show, in a folder named like it. */
function filesOf(
  { id, steps }: WorkflowRecord,
  hideMatureContent: boolean,
  { blobs }: Workshop,
): readonly ArchiveFile[] {
  const all = steps.flatMap((step) => [step, ...(step.iterations ?? [])]);
  return all
    .flatMap(({ output }) => blobsIn(output))
    .flatMap((blobId) => {
      const content = blobs.read(blobId);
      if (content === undefined || content.blockedReason !== undefined) return [];
      if (hideMatureContent && isMature(content.nsfwLevel)) return [];
      return [{ name: `${id}/${blobId}`, bytes: content.bytes }];
    });
}

/** A page of workflows as a zip: what the JSON answer would list, and the blobs themselves. */
export function zipWorkflows(
  page: readonly WorkflowRecord[],
  items: readonly JsonObject[],
  hideMatureContent: boolean,
  workshop: Workshop,
): Reply {
  const list = { name: 'workflows.json', bytes: Buffer.from(JSON.stringify(items)) };
  const files = page.flatMap((workflow) => filesOf(workflow, hideMatureContent, workshop));
  return {
    status: 200,
    headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="workflows.zip"' },
    body: zipArchive([list, ...files]),
  };
}
