import {
  nodeFileSystem,
  type TransferFileSystem,
  type TransferHandle,
} from '../../../packages/core/src/files/transfer/file-system.js';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A disk that takes so many bytes of a part, and then answers with a code. What did fit is there. */
export function diskFullAfter(limitBytes: number, code: string): TransferFileSystem {
  return {
    ...nodeFileSystem,
    open: async (path, flags, mode) => {
      const handle = await nodeFileSystem.open(path, flags, mode);
      return path.endsWith('.part') ? limited(handle, limitBytes, code) : handle;
    },
  };
}

function limited(handle: TransferHandle, limitBytes: number, code: string): TransferHandle {
  return {
    ...handle,
    writev: async (pieces, position) => {
      const room = limitBytes - position;
      if (room <= 0) throw failure(code);
      const bytes = Buffer.concat(pieces).subarray(0, room);
      return await handle.writev([bytes], position);
    },
  };
}

/** A disk of which one operation fails; `part` alone where files are opened. */
export function diskWith(operation: 'open' | 'link' | 'rename' | 'sync', code: string): TransferFileSystem {
  const fails = (): Promise<never> => Promise.reject(failure(code));
  if (operation === 'link') return { ...nodeFileSystem, link: fails };
  return {
    ...nodeFileSystem,
    ...(operation === 'rename'
      ? { rename: (from, to) => (from.endsWith('.part') ? fails() : nodeFileSystem.rename(from, to)) }
      : {}),
    open: async (path, flags, mode) => {
      if (!path.endsWith('.part')) return await nodeFileSystem.open(path, flags, mode);
      if (operation === 'open') throw failure(code);
      const handle = await nodeFileSystem.open(path, flags, mode);
      return operation === 'sync' ? { ...handle, sync: fails } : handle;
    },
  };
}

/** A disk with so much room. */
export function diskWithRoom(freeBytes: number): TransferFileSystem {
  return { ...nodeFileSystem, freeBytes: () => Promise.resolve(freeBytes) };
}
