/**
 * @typedef {object} Change
 * @property {'breaks' | 'removes' | 'changes' | 'adds'} effect what it means for those who use the API
 * @property {string} place such as `TextToImageInput.steps` or `GET /v2/services`
 * @property {string} what what is otherwise now
 * @property {string} [why] who is broken by it
 */

export const breaks = (place, what, why) => ({ effect: 'breaks', place, what, why });
export const removes = (place, what) => ({ effect: 'removes', place, what });
export const changes = (place, what) => ({ effect: 'changes', place, what });
export const adds = (place, what) => ({ effect: 'adds', place, what });
