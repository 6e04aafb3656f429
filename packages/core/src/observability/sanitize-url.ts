/** Query names whose values may be printed; what is not listed is masked, `token` above all. */
const printable: ReadonlySet<string> = new Set([
  'allowCommercialUse',
  'archived',
  'availability',
  'baseModels',
  'browsingLevel',
  'categories',
  'checkpointType',
  'cursor',
  'earlyAccess',
  'entityIds',
  'entityType',
  'favorites',
  'fileFormats',
  'flatMeta',
  'followed',
  'fromPlatform',
  'hidden',
  'ids',
  'imageId',
  'limit',
  'modelFileId',
  'modelId',
  'modelVersionId',
  'modelVersionIds',
  'needsReview',
  'newCreators',
  'nsfw',
  'page',
  'partNumber',
  'period',
  'periodMode',
  'permission',
  'postId',
  'primaryFileOnly',
  'query',
  'sort',
  'status',
  'summaryOnly',
  'supportsGeneration',
  'tag',
  'tags',
  'type',
  'types',
  'userId',
  'username',
  'v',
  'withMeta',
  'withTags',
]);

/** A URL fit for logs: no user part, and only known query values. */
export function sanitizeUrl(url: string): string {
  const question = url.indexOf('?');
  const base = (question === -1 ? url : url.slice(0, question)).replace(/\/\/[^/]*@/, '//');
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
