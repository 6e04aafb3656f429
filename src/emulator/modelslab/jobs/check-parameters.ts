import type { Failure } from '../failures/failure.js';
import { failure } from '../failures/failure.js';
import { isRequired, modelNotFound, noImageUrl } from '../failures/failures.js';
import type { Operation } from '../families/family.js';
import type { Members } from '../route.js';
import { isOn } from './flags.js';

const PICTURE = /^(?:\w+_)?image$/;
/** The largest side of the community models. */
const LARGEST_SIDE = 1024;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Pictures are addresses, unless the flag says otherwise. */
function findNoUrl(parameters: Members): string | undefined {
  if (isOn(parameters['base64'])) return undefined;
  return Object.keys(parameters).find((name) => {
    const value = parameters[name];
    return PICTURE.test(name) && typeof value === 'string' && value !== '' && !/^https?:\/\//i.test(value);
  });
}

/** What the server would not take. Far from strict: the documents do not say what is refused and what is clamped. */
export function checkParameters({ family, required }: Operation, parameters: Members): Failure | undefined {
  const missing = required.find((name) => isEmpty(parameters[name]));
  if (missing !== undefined) return isRequired(missing);
  const noUrl = findNoUrl(parameters);
  if (noUrl !== undefined) return noImageUrl(noUrl);
  const model = parameters['model_id'];
  if (typeof model === 'string' && model.startsWith('no-such-')) return modelNotFound(model);
  if (family.name !== 'images') return undefined;
  const tooLarge = ['width', 'height'].find((side) => Number(parameters[side]) > LARGEST_SIDE);
  return tooLarge === undefined ? undefined : failure(400, `${tooLarge} must be between 256 and ${LARGEST_SIDE}`);
}
