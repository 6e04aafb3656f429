import { nodeBinary } from '../node-binaries.mjs';
import { expected, prints } from './program.mjs';

/** Runs both programs with another node. */
export const nodeVersion = (wanted) => async () => {
  const command = await nodeBinary(wanted);
  return ['program.mjs', 'program.cjs'].map((file) => ({ command, args: [file], check: prints(expected) }));
};
