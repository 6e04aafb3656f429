import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model, ModelFile, ModelVersion } from '../../resources/models/types.js';
import { safeFolderName } from '../naming/safe-name.js';
import { type LayoutName, layoutNames, layoutTable } from './layout-table.js';
import { kindOf, type ModelKind } from './model-kind.js';

/** Where a file belongs in the folders of a program. */
export interface Placement {
  readonly layout: LayoutName;
  readonly kind: ModelKind;
  /** Relative to the program's folder, with `/`, in the spelling that the program uses. */
  readonly folder: string;
  /** Other folders that the program reads for this kind. */
  readonly alternatives: readonly string[];
  /** False when the file's kind, or the folder, is not certain; `notes` say why. */
  readonly sure: boolean;
  /** Whether the program has no folder for it; it is then `civitai-extras/<type>`, which no program reads. */
  readonly extra: boolean;
  /** What the user should be told. */
  readonly notes: readonly string[];
  /** What the user has to do before the program knows the file. */
  readonly instruction?: string;
}

/** What else is known. */
export interface FolderForOptions {
  /** Names of the tensors, as `readSafetensorsHeader` gives them: they tell whole checkpoints from diffusion weights. */
  readonly tensorNames?: readonly string[] | undefined;
}

/** Where things go that no program reads. */
const extras = 'civitai-extras';

/**
 * The folder of a program that a file belongs in. The type of the file decides before that of the model, so that the VAE of
 * a checkpoint comes to the VAEs. `locateFolder` then finds the folder on the disk, in whatever spelling it is there.
 *
 * @param version - only its base model is looked at
 * @throws RangeError when there is no such layout
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { folderFor } from '@civitkit/core/files';
 *
 * const model = await createCivitaiClient().models.get(827184);
 * const [version] = model.modelVersions;
 * const [file] = version?.files ?? [];
 * if (file !== undefined) console.log(folderFor('comfyui', file, version, model).folder); // models/checkpoints
 * ```
 */
export function folderFor(
  layout: LayoutName,
  file: Pick<ModelFile, 'type' | 'metadata'>,
  version: Pick<ModelVersion | ModelVersionDetail, 'baseModel'> | undefined,
  model: Pick<Model, 'type'> | undefined,
  options: FolderForOptions = {},
): Placement {
  if (!Object.hasOwn(layoutTable, layout)) {
    throw new RangeError(
      `folderFor: there is no layout ${JSON.stringify(layout)}; there are ${layoutNames.join(', ')}`,
    );
  }
  const { folders, instruction } = layoutTable[layout];
  const { kind, sure, note } = kindOf({
    fileType: file.type,
    format: file.metadata.format,
    modelType: model?.type,
    baseModel: version?.baseModel,
    tensorNames: options.tensorNames,
  });
  const found = folders[kind];
  const folder = found?.folder ?? `${extras}/${safeFolderName(extraName(kind, file, model), { fallback: 'Other' })}`;
  const notes = [note, found?.note].filter((text) => text !== undefined);
  if (found === undefined) notes.push(`${layout} has no folder for it`);
  return {
    layout,
    kind,
    folder,
    alternatives: found?.alternatives ?? [],
    sure: sure && (found?.sure ?? true),
    extra: found === undefined,
    notes,
    ...(instruction === undefined || found === undefined ? {} : { instruction }),
  };
}

/** Training data and archives by the type of the file, everything else by that of the model. */
function extraName(kind: ModelKind, { type }: Pick<ModelFile, 'type'>, model: Pick<Model, 'type'> | undefined): string {
  return kind === 'other' && type === 'Training Data' ? type : (model?.type ?? type);
}
