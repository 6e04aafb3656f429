import { answerChat } from '../../orchestration/chat/complete-chat.js';
import { failure } from '../failures/failure.js';
import { ENTERPRISE_PRODUCTS } from '../families/enterprise-families.js';
import { readLlmRequest } from '../llm/read-llm-request.js';
import { MODELS } from '../models/model-list.js';
import type { Members, ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';
import type { ModelsLabWorkshop } from '../workshop.js';

const BASE = '/v1/enterprise';
const key = 'enterprise';

function said(message: string): Members {
  return { status: 'success', message };
}

/** One of them says it under a name of its own. */
function restart(product: string): Members {
  return product === 'face_gen' ? { status: 'success', server_status: 'restarting' } : said('server restarting');
}

/** What the servers of a product can be told. */
function controlRoutes(product: string, { jobs }: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const path = product === '' ? BASE : `${BASE}/${product}`;
  const details = (): Members => ({ model_count: MODELS.length, queue_time: jobs.unfinished(), status: 'ok' });
  return [
    simpleRoute('POST', `${path}/system_details`, { key, answer: details }),
    simpleRoute('POST', `${path}/restart_server`, { key, answer: () => restart(product) }),
    simpleRoute('POST', `${path}/update_server`, { key, answer: () => said('server updated') }),
    // As the official SDK has it.
    simpleRoute('POST', `${path}/update`, { key, answer: () => said('server updated') }),
    simpleRoute('POST', `${path}/clear_cache`, { key, answer: () => said('Cache cleared') }),
    simpleRoute('POST', `${path}/clear_queue`, { key, answer: () => said('Queue cleared, server is restarting') }),
  ];
}

function chat({ body }: ModelsLabRequest): unknown {
  const { prompt } = body;
  const messages = typeof prompt === 'string' ? [{ role: 'user', content: prompt }] : body['messages'];
  const read = readLlmRequest({ ...body, messages });
  if ('httpStatus' in read) return failure(400, 'messages is required');
  const { key: _, ...meta } = body;
  return { status: 'success', message: answerChat(read).pieces.join(''), meta };
}

/** Calls that answer at once, and what they insist on. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  delete_model: ['model_id'],
  load_model: ['url', 'model_id'],
  load_model_v2: ['url', 'model_id'],
  load_vae: ['vae_id', 'vae_url'],
  sync_models: ['sync_key'],
  verify_model: ['model_id'],
};

function imageRoutes(): readonly ModelsLabRoute[] {
  return [
    ...Object.entries(CALLS).map(([name, required]) =>
      simpleRoute('POST', `${BASE}/${name}`, { key, required, answer: () => said(`${name} done`) }),
    ),
    simpleRoute('POST', `${BASE}/get_all_models`, {
      key,
      answer: () => MODELS.map(({ model_id, model_name }) => ({ model_id, model_name, status: 'model_ready' })),
    }),
    simpleRoute('POST', `${BASE}/schedulers_list`, {
      key,
      answer: () => ['DDPMScheduler', 'EulerDiscreteScheduler', 'UniPCMultistepScheduler'],
    }),
    simpleRoute('POST', `${BASE}/nsfw_image_check`, {
      key,
      required: ['init_image'],
      answer: ({ body }) => ({ images: body['init_image'], has_nsfw_concept: [false] }),
    }),
    simpleRoute('POST', `${BASE}/update_s3`, {
      key,
      required: ['aws_access_key_id', 'aws_secret_access_key'],
      answer: () => said('S3 details updated'),
    }),
    simpleRoute('POST', `${BASE}/reset_s3`, { key, answer: () => said('S3 details reset') }),
  ];
}

function uploadVoice({ body }: ModelsLabRequest): Members {
  return { ...said('Voice uploaded'), voice_id: String(body['name']).toLowerCase() };
}

/** What enterprise deployments answer at once. Their jobs are with the other jobs. */
export function createEnterpriseRoutes(workshop: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const { assets } = workshop;
  let uploads = 0;
  const upload = ({ body }: ModelsLabRequest): Members => {
    uploads += 1;
    const data = String(body['base64_image']).replace(/^data:[^,]*,/, '');
    const name = `enterprise-upload-${uploads}.${String(body['image_type'])}`;
    assets.add(name, Buffer.from(data, 'base64'), `image/${String(body['image_type'])}`);
    return { status: 'success', link: assets.urlOf(name) };
  };
  return [
    ...ENTERPRISE_PRODUCTS.flatMap((product) => controlRoutes(product, workshop)),
    ...imageRoutes(),
    simpleRoute('POST', `${BASE}/upload_image`, { key, required: ['base64_image', 'image_type'], answer: upload }),
    simpleRoute('POST', `${BASE}/voice/voice_upload`, { key, required: ['name', 'init_audio'], answer: uploadVoice }),
    simpleRoute('POST', `${BASE}/deepseek_chat/start`, { key, answer: chat }),
    simpleRoute('POST', `${BASE}/uncensored_chat/start`, { key, answer: chat }),
  ];
}
