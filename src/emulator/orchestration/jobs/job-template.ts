import { isJsonObject } from '../../http/body-checks.js';
import type { Reply } from '../../http/reply.js';
import { isAir } from '../validation/air-pattern.js';
import { createErrorMap, type ErrorMap, invalid } from '../validation/error-map.js';

/** A job as it was ordered. */
export type JobTemplate = Readonly<Record<string, unknown>>;

/** The names of samplers; their case does not matter, underscores do. */
const SCHEDULERS =
  'EulerA Euler LMS Heun DPM2 DPM2A DPM2SA DPM2M DPMSDE DPMFast DPMAdaptive LMSKarras DPM2Karras DPM2AKarras ' +
  'DPM2SAKarras DPM2MKarras DPMSDEKarras DDIM PLMS UniPC Undefined LCM DDPM DEIS';

const NETWORKS = 'Lora Hypernetwork TextualInversion Lycoris Checkpoint Vae LoCon ControlNet';

function isOneOf(value: unknown, names: string): boolean {
  return typeof value === 'string' && names.toLowerCase().split(' ').includes(value.toLowerCase());
}

function checkParams(params: unknown, path: string, errors: ErrorMap): void {
  if (!isJsonObject(params)) {
    errors.add(path, 'Is required.');
    return;
  }
  const { prompt, width, height, scheduler } = params;
  if (typeof prompt !== 'string' || prompt === '') errors.add(`${path}.prompt`, 'Is required.');
  for (const [name, value] of Object.entries({ width, height })) {
    const isSize = typeof value === 'number' && value >= 1 && value <= 2048;
    if (!isSize) errors.add(`${path}.${name}`, 'Must be from 1 to 2048.');
  }
  if ((scheduler ?? null) !== null && !isOneOf(scheduler, SCHEDULERS)) {
    errors.add(`${path}.scheduler`, `'${String(scheduler)}' is no scheduler.`);
  }
}

function checkTextToImage({ model, params, additionalNetworks }: JobTemplate, path: string, errors: ErrorMap): void {
  if (typeof model !== 'string' || !isAir(model)) errors.add(`${path}.model`, 'Must be an AIR.');
  checkParams(params, `${path}.params`, errors);
  for (const [air, network] of Object.entries(isJsonObject(additionalNetworks) ? additionalNetworks : {})) {
    const at = `${path}.additionalNetworks['${air}']`;
    if (!isAir(air)) errors.add(at, 'The name must be an AIR.');
    if (!isJsonObject(network) || !isOneOf(network['type'], NETWORKS))
      errors.add(`${at}.type`, 'Is no type of network.');
  }
}

/** Reads one job, or several in `jobs`; or gives the 400. */
export function readJobTemplates(body: unknown): readonly JobTemplate[] | Reply {
  if (!isJsonObject(body)) return invalid('$', 'The body must be a job, or an object with jobs.');
  const listed: unknown = body['jobs'] ?? [body];
  if (!Array.isArray(listed) || listed.length === 0) return invalid('jobs', 'At least one job is required.');
  const errors = createErrorMap();
  const templates = listed.map((job: unknown, index): JobTemplate => {
    const path = `jobs[${index}]`;
    const template = isJsonObject(job) ? job : {};
    const type = template['$type'];
    if (typeof type !== 'string' || type === '') errors.add(`${path}.$type`, 'Is required.');
    if (type === 'textToImage') checkTextToImage(template, path, errors);
    return template;
  });
  return errors.isEmpty ? templates : errors.reply();
}
