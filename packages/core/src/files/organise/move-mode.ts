/**
 * How a file comes to its new place.
 *
 * - `move`: it is there afterwards and no longer where it was; on another disk it is copied, checked, and then removed.
 * - `copy`: it is in both places; where the file system can, both share their blocks.
 * - `hardlink`: one file under two names, so a change of one is a change of the other. On the same disk only.
 * - `symlink`: a link that leads to where the file is.
 */
export type MoveMode = 'move' | 'copy' | 'hardlink' | 'symlink';

/** Every mode there is. */
export const moveModes: readonly MoveMode[] = ['move', 'copy', 'hardlink', 'symlink'];
