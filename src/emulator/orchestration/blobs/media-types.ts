/** What an upload may be. */
export interface MediaType {
  readonly type: 'image' | 'video';
  readonly extension: string;
}

/** By content type. */
export const UPLOAD_TYPES: Readonly<Record<string, MediaType>> = {
  'image/jpeg': { type: 'image', extension: 'jpeg' },
  'image/png': { type: 'image', extension: 'png' },
  'image/webp': { type: 'image', extension: 'webp' },
  'video/mp4': { type: 'video', extension: 'mp4' },
  'video/webm': { type: 'video', extension: 'webm' },
};
