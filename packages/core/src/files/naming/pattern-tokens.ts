/**
 * Every token that a pattern may have, in two spellings: that of other programs for Civitai (`{ModelName}`), and that of
 * civitkit (`{model.name}`). Both mean the same value.
 */
export const patternTokens = {
  // The model file, its version and model.
  FileId: 'file.id',
  FileName: 'file.name',
  FileType: 'file.type',
  Format: 'file.format',
  Size: 'file.size',
  Precision: 'file.fp',
  VersionId: 'version.id',
  VersionName: 'version.name',
  BaseModel: 'baseModel',
  ModelId: 'model.id',
  ModelName: 'model.name',
  ModelType: 'type',
  Creator: 'creator',
  // An image or video.
  Id: 'image.id',
  PostId: 'image.postId',
  Username: 'image.username',
  Width: 'image.width',
  Height: 'image.height',
  NsfwLevel: 'image.nsfwLevel',
  Date: 'image.date',
  Extension: 'image.ext',
  // Those of which there is one spelling.
  'file.stem': 'file.stem',
  'file.ext': 'file.ext',
  'image.stem': 'image.stem',
} as const;

/** A value that a pattern can have in it, by civitkit's name of it. */
export type PatternValueName = (typeof patternTokens)[keyof typeof patternTokens];

/** A token as it is written between braces. */
export type PatternToken = keyof typeof patternTokens | PatternValueName;

/** What the tokens of a pattern stand for; what is missing is written as `unknown`. */
export type PatternValues = Readonly<Partial<Record<PatternValueName, string | number | null | undefined>>>;

/** The value that a token stands for; `undefined` when there is no such token. */
export function valueNameOf(token: string): PatternValueName | undefined {
  if (Object.hasOwn(patternTokens, token)) return patternTokens[token as keyof typeof patternTokens];
  return (Object.values(patternTokens) as readonly string[]).includes(token) ? (token as PatternValueName) : undefined;
}

/** All tokens, for messages. */
export function allTokens(): readonly string[] {
  return [...new Set<string>([...Object.values(patternTokens), ...Object.keys(patternTokens)])];
}
