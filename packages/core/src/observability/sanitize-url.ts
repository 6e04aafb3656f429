/** Query names whose values may be printed; what is not listed is masked, `token` above all. */
const printable: ReadonlySet<string> = new Set([
  'allowCommercialUse',
  'allowMatureContent',
  'archived',
  'ascending',
  'availability',
  'baseModels',
  'browsingLevel',
  'categories',
  'category',
  'checkpointType',
  'cursor',
  'download',
  'earlyAccess',
  'entityIds',
  'entityType',
  'ephemeral',
  'excludeFailed',
  'excludeTags',
  'excludeType',
  'experimental',
  'favorites',
  'fileFormats',
  'final',
  'flatMeta',
  'followed',
  'fromDate',
  'fromPlatform',
  'hidden',
  'hideMatureContent',
  'ids',
  'imageId',
  'interval',
  'limit',
  'maxSizeBytes',
  'minSizeBytes',
  'modelFileId',
  'modelId',
  'modelVersionId',
  'modelVersionIds',
  'needsReview',
  'newCreators',
  'nsfw',
  'nsfwLevel',
  'offset',
  'page',
  'partNumber',
  'period',
  'periodMode',
  'permission',
  'postId',
  'prefix',
  'primaryFileOnly',
  'query',
  'seq',
  'sort',
  'source',
  'status',
  'summaryOnly',
  'supportsGeneration',
  'tag',
  'tags',
  'take',
  'tier',
  'toDate',
  'type',
  'types',
  'until',
  'userId',
  'username',
  'v',
  'view',
  'wait',
  'whatif',
  'window',
  'withMeta',
  'withTags',
  'workflowId',
]);

/** Who has the last part of such a path can read what lies there: it is as good as a key. */
const capability = /(\/blobs\/(?:content|blocked|archive)\/)[^/]+$/;

/** A URL fit for logs: no user part, no part of a path that opens something, and only known query values. */
export function sanitizeUrl(url: string): string {
  const question = url.indexOf('?');
  const base = (question === -1 ? url : url.slice(0, question))
    .replace(/\/\/[^/]*@/, '//')
    .replace(capability, '$1[redacted]');
  if (question === -1) return base;
  const parts = url
    .slice(question + 1)
    .split('&')
    .map((part) => {
      const name = part.slice(0, part.indexOf('='));
      return printable.has(name) ? part : `${name}=[redacted]`;
    });
  return `${base}?${parts.join('&')}`;
}
