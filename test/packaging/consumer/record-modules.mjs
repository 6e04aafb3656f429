// For `node --import`: writes the URL of every module that is resolved into the file MODULE_RECORD, one a line.
import { register } from 'node:module';

register(new URL('./record-modules-hook.mjs', import.meta.url));
