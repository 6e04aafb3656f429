import type { PlacedFile, PlacedVersion } from '../catalogue/catalogue.js';
import type { CatalogueFile } from '../catalogue/entities.js';
import { MODEL_FILE_TYPES } from '../catalogue/enum-values.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { type ReadParameters, readParameters } from '../http/read-parameters.js';
import type { SiteRequest } from './endpoint.js';
import { FILE_FORMATS } from './parameter-options.js';

/** The values of a valid request for a download. */
export interface DownloadQuery {
  readonly id: number;
  readonly fileId: number | undefined;
  readonly type: string | undefined;
  readonly format: string | undefined;
  readonly size: string | undefined;
  readonly fp: string | undefined;
  readonly quantType: string | undefined;
}

const RULES = {
  id: { kind: 'number', fallback: 0 },
  type: { kind: 'choice', values: MODEL_FILE_TYPES },
  format: { kind: 'choice', values: FILE_FORMATS },
  size: { kind: 'choice', values: ['full', 'pruned'] },
  fp: { kind: 'text', maxLength: 64 },
  quantType: { kind: 'text', maxLength: 64 },
  fileId: { kind: 'number' },
} satisfies ParameterRules;

/** Reads a request for a download. An empty `fileId` is none, unlike an empty number anywhere else (contract §8.1). */
export function readDownloadQuery(request: SiteRequest): ReadParameters<DownloadQuery> {
  const { fileId, ...query } = request.query;
  const given = fileId === undefined || fileId === '' ? {} : { fileId };
  return readParameters(RULES, { ...query, ...given, id: request.pathParameters['id'] ?? '' });
}

const PREFERENCES = ['format', 'size', 'fp', 'quantType'] as const;

function agreement(file: CatalogueFile, query: DownloadQuery): number {
  const agreed = PREFERENCES.filter((key) => query[key] !== undefined && file.metadata[key] === query[key]).length;
  return agreed * 2 + (file.primary ? 1 : 0);
}

/**
 * The file a request means: the one it names; or else, among those of the wanted type, the one that agrees best with what
 * is preferred. A preference that the best one contradicts is a refusal after all.
 */
export function chooseFile({ model, version }: PlacedVersion, query: DownloadQuery): PlacedFile | undefined {
  const named = query.fileId !== undefined;
  const candidates = version.files.filter((file) => {
    if (named) return file.id === query.fileId;
    if (query.type !== undefined) return file.type === query.type;
    return version.files.length === 1 || file.type !== 'Training Data';
  });
  const file = candidates.toSorted((a, b) => agreement(b, query) - agreement(a, query))[0];
  if (file === undefined) return undefined;
  const contradicted = PREFERENCES.some((key) => query[key] !== undefined && file.metadata[key] !== query[key]);
  return contradicted && !named ? undefined : { model, version, file };
}
