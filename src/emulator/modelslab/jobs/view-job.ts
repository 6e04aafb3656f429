import type { AssetStore } from '../assets/asset-store.js';
import type { Members } from '../route.js';
import { isOn } from './flags.js';
import type { JobRecord } from './job-record.js';

/** What answers about jobs are written with. */
export interface JobViewParts {
  readonly assets: AssetStore;
  /** With `/api`. */
  readonly baseUrl: string;
}

const WORDS = [
  { word: 'testing', start: 0.12, end: 0.55 },
  { word: 'one', start: 0.6, end: 0.82 },
  { word: 'two', start: 0.9, end: 1.2 },
];
const SPOKEN = 'testing one two';

function yesNo(value: unknown): 'yes' | 'no' {
  return isOn(value) ? 'yes' : 'no';
}

/** The echo of the parameters: under names of its own in the families of v5 and v6, as they came in the others. */
function metaOf({ operation, parameters }: JobRecord): Members {
  const { name } = operation.family;
  if (name !== 'images' && name !== 'controlnet') {
    return name.startsWith('v7.') ? {} : { ...parameters, base64: yesNo(parameters['base64']) };
  }
  const { guidance_scale = 7.5, height = 512, model_id, negative_prompt = null, num_inference_steps = 20 } = parameters;
  const { prompt, samples = 1, seed = 418_263, width = 512 } = parameters;
  const sides = { W: width, H: height };
  const flags = Object.fromEntries(['safety_checker', 'base64', 'temp'].map((flag) => [flag, yesNo(parameters[flag])]));
  const meta = { prompt, model_id, negative_prompt, ...sides, guidance_scale, seed, steps: num_inference_steps };
  return { ...meta, n_samples: samples, ...flags };
}

function idOf({ id, plan }: JobRecord): Members {
  return plan.id === 'none' ? {} : { id };
}

function fetchUrl({ id, operation, plan }: JobRecord, { baseUrl }: JobViewParts): Members {
  const { fetchResult = `${baseUrl}${operation.family.fetchPath}/${id}` } = plan;
  return fetchResult === null ? {} : { fetch_result: fetchResult };
}

function futureLinks({ files, id, operation }: JobRecord, { assets }: JobViewParts): readonly string[] {
  const isText = operation.output === 'caption' || operation.output === 'lyrics';
  return (isText ? [`${operation.output}-${id}.txt`] : files.map(({ name }) => name)).map((name) => assets.urlOf(name));
}

/** Said of a job at work, when it is submitted and by most families again at each poll. */
export function viewUnfinished(job: JobRecord, parts: JobViewParts): Members {
  const { family } = job.operation;
  const { etaSeconds = job.etaSeconds } = job.plan;
  const told = 'Try to fetch request after seconds estimated';
  return {
    status: 'processing',
    tip: 'Your request is processing in background, use fetch to get the result.',
    ...(etaSeconds === null ? {} : { eta: etaSeconds }),
    message: told,
    ...(family.misspells === true ? { messege: told, tip_1: 'Use the fetch URL.' } : {}),
    ...fetchUrl(job, parts),
    ...idOf(job),
    output: family.pendingOutput,
    meta: metaOf(job),
    future_links: futureLinks(job, parts),
    ...(family.name === '3d' ? { extra_assets: [] } : {}),
    ...(family.rates === true ? { webhook_status: '' } : {}),
  };
}

/** What some families say to a poll: not even the id. */
export function viewTersely(): Members {
  return { status: 'processing', message: 'Try again after some time', output: '', tip: 'Ask for a faster plan.' };
}

function proxyLinks({ files, operation, parameters, plan }: JobRecord, { assets }: JobViewParts): Members {
  const isFlux = operation.family.name === 'images' && String(parameters['model_id']).startsWith('flux');
  const { proxyLinks: form = isFlux ? 'object' : 'list' } = plan;
  if (form === 'none') return {};
  const links = files.map(({ name }) => assets.proxyUrlOf(name));
  return { proxy_links: form === 'object' ? Object.fromEntries(links.entries()) : links };
}

/** Transcripts have been seen in as many forms as there are documents about them. */
function transcript({ plan }: JobRecord, urls: readonly string[]): Members {
  switch (plan.transcript) {
    case 'text':
      return { output: SPOKEN };
    case 'object':
      return { output: { text: SPOKEN, words: WORDS } };
    case 'field':
      return { text: SPOKEN };
    case 'nested':
      return {
        output: [{ text: SPOKEN, words: WORDS.map(({ word, ...when }) => ({ text: word, ...when, type: 'word' })) }],
      };
    default:
      return { output: urls };
  }
}

function outputOf(job: JobRecord, { assets }: JobViewParts): Members {
  const urls = job.files.map(({ name }) => assets.urlOf(name));
  switch (job.operation.output) {
    case 'caption':
      return { output: ['A brown dog lies on a wooden floor beside a green sofa.'] };
    case 'lyrics':
      return { output: [`[Verse]\n${String(job.parameters['prompt'])}\n`] };
    case 'transcript':
      return transcript(job, urls);
    default:
      return { output: urls };
  }
}

/** What only some operations say. */
function extrasOf({ files, operation }: JobRecord, { assets }: JobViewParts): Members {
  switch (operation.name) {
    case 'voice.voice_cover':
      return { links: files.map(({ name }) => assets.urlOf(name)) };
    case 'voice.text_to_speech':
      return { audio_time: 1.9 };
    default:
      return {};
  }
}

/** Said of a job that has succeeded. */
export function viewSuccess(job: JobRecord, parts: JobViewParts, isEmpty = false): Members {
  const { endedAt = job.submittedAt, operation, submittedAt } = job;
  return {
    status: 'success',
    generationTime: (endedAt - submittedAt) / 1000,
    ...idOf(job),
    ...(isEmpty ? { output: operation.family.pendingOutput } : outputOf(job, parts)),
    ...proxyLinks(job, parts),
    meta: metaOf(job),
    ...(operation.family.rates === true ? { nsfw_content_detected: false, webhook_status: '', tip: '' } : {}),
    ...extrasOf(job, parts),
  };
}

/** Said of a job that has not. */
export function viewFailed({ message = '', status, ...job }: JobRecord): Members {
  const told = message === '' ? {} : { message };
  return status === 'error' ? { status, ...told } : { status, ...told, ...idOf({ ...job, status }), output: '' };
}
