import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { systemCodeOf } from '../../errors/system-code.js';
import type { LayoutName } from './layout-table.js';
import type { ModelKind } from './model-kind.js';
import { readSettings, type SettingsSection } from './read-settings.js';

/** Folders that the settings of a program name, absolute. */
export interface ExtraFolders {
  /** Where new files of a kind should go; the first is meant. */
  readonly preferred: Readonly<Partial<Record<ModelKind, readonly string[]>>>;
  /** Where the program looks as well. */
  readonly searched: Readonly<Partial<Record<ModelKind, readonly string[]>>>;
  /** What could not be understood, and was not used. */
  readonly problems: readonly string[];
}

/** Names of ComfyUI for what goes into a folder. */
const comfyKinds: Readonly<Record<string, ModelKind>> = {
  checkpoints: 'checkpoint',
  diffusion_models: 'diffusion-model',
  unet: 'diffusion-model',
  loras: 'lora',
  embeddings: 'embedding',
  vae: 'vae',
  text_encoders: 'text-encoder',
  clip: 'text-encoder',
  clip_vision: 'clip-vision',
  controlnet: 'controlnet',
  hypernetworks: 'hypernetwork',
  upscale_models: 'upscaler',
  animatediff_models: 'motion-module',
  configs: 'config',
};

/** Names of SwarmUI's settings for them. */
const swarmKinds: Readonly<Record<string, ModelKind>> = {
  SDModelFolder: 'checkpoint',
  SDLoraFolder: 'lora',
  SDEmbeddingFolder: 'embedding',
  SDVAEFolder: 'vae',
  SDClipFolder: 'text-encoder',
  SDClipVisionFolder: 'clip-vision',
  SDControlNetsFolder: 'controlnet',
};

const maxBytes = 1_048_576;

/**
 * Reads which folders the program itself is set to use: `extra_model_paths.yaml` of ComfyUI, `Data/Settings.fds` of SwarmUI.
 * Only the simple form that these files have is understood; any line that is more than that is reported in `problems` and
 * not used, for files in a wrong folder are worse than files in the usual one. Other programs have no such file.
 *
 * Folders of a section of ComfyUI with `is_default: true` are preferred; those of the others are only searched.
 *
 * @param root - the folder of the program
 */
export async function readExtraFolders(layout: LayoutName, root: string): Promise<ExtraFolders> {
  const base = resolve(root);
  if (layout === 'comfyui') return readWith(join(base, 'extra_model_paths.yaml'), (all) => comfyFolders(all, base));
  if (layout === 'swarmui') return readWith(join(base, 'Data', 'Settings.fds'), (all) => swarmFolders(all, base));
  return { preferred: {}, searched: {}, problems: [] };
}

type Collected = Pick<ExtraFolders, 'preferred' | 'searched'> & { readonly problems: readonly string[] };

async function readWith(
  path: string,
  collect: (sections: readonly SettingsSection[]) => Collected,
): Promise<ExtraFolders> {
  const none: ExtraFolders = { preferred: {}, searched: {}, problems: [] };
  try {
    if ((await stat(path)).size > maxBytes) return { ...none, problems: [`${path} is too large; it was not used`] };
    const { sections, problems } = readSettings(await readFile(path, 'utf8'));
    const collected = collect(sections);
    return { ...collected, problems: [...problems, ...collected.problems].map((problem) => `${path}: ${problem}`) };
  } catch (thrown) {
    const code = systemCodeOf(thrown) ?? 'unknown error';
    return code === 'ENOENT' ? none : { ...none, problems: [`${path} cannot be read (${code}); it was not used`] };
  }
}

function comfyFolders(sections: readonly SettingsSection[], base: string): Collected {
  const preferred = new FolderLists();
  const searched = new FolderLists();
  const problems: string[] = [];
  for (const { name, values, problems: lines } of sections) {
    problems.push(...lines);
    const [basePath = ''] = values.get('base_path') ?? [];
    const sectionBase = absolute(base, basePath);
    if (sectionBase === undefined) {
      problems.push(`base_path of ${name} has a variable in it; the section was not used`);
      continue;
    }
    const lists = values.get('is_default')?.[0]?.toLowerCase() === 'true' ? preferred : searched;
    for (const [key, paths] of values) {
      const kind = Object.hasOwn(comfyKinds, key) ? comfyKinds[key] : undefined;
      if (kind === undefined) continue;
      for (const path of paths) {
        const folder = absolute(sectionBase, path);
        if (folder === undefined) problems.push(`${key} of ${name} has a variable in it; it was not used`);
        else lists.add(kind, folder);
      }
    }
  }
  return { preferred: preferred.lists, searched: searched.lists, problems };
}

function swarmFolders(sections: readonly SettingsSection[], base: string): Collected {
  const preferred = new FolderLists();
  const section = sections.find(({ name }) => name === 'Paths');
  const paths = section?.values;
  // The other sections hold much that is no folder.
  const problems = [...(section?.problems ?? [])];
  const [modelRoot = 'Models'] = listOf(paths?.get('ModelRoot'));
  for (const [key, kind] of Object.entries(swarmKinds)) {
    for (const folder of listOf(paths?.get(key))) {
      // The file escapes backslashes in a way of its own.
      if (`${modelRoot}${folder}`.includes('\\')) problems.push(`${key} has a backslash in it; it was not used`);
      else preferred.add(kind, resolve(base, modelRoot, folder));
    }
  }
  return { preferred: preferred.lists, searched: {}, problems };
}

/** SwarmUI writes several folders into one text. */
function listOf(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => value.split(';')).filter((part) => part.trim() !== '');
}

/** `undefined` for a path with a variable of the environment, which ComfyUI would put in. */
function absolute(base: string, path: string): string | undefined {
  if (/[$%]/u.test(path)) return undefined;
  if (path === '~' || path.startsWith('~/')) return join(homedir(), path.slice(2));
  return isAbsolute(path) ? path : resolve(base, path);
}

class FolderLists {
  readonly lists: Partial<Record<ModelKind, string[]>> = {};

  add(kind: ModelKind, folder: string): void {
    const list = (this.lists[kind] ??= []);
    if (!list.includes(folder)) list.push(folder);
  }
}
