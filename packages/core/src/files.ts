// Files on this machine: `@civitkit/core/files`.
export { type SavedStream, type SaveProgress, type SaveStreamOptions, saveStream } from './files/save-stream.js';
