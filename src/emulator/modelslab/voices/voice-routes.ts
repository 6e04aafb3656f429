import type { Members, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';

interface Voice {
  readonly voice_id: string;
  readonly name: string;
  readonly language: string;
}

function textOf(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** A list of voices that can be added to. */
export function createVoiceRoutes(): readonly ModelsLabRoute[] {
  const voices: Voice[] = [
    { voice_id: 'madison', name: 'Madison', language: 'american english' },
    { voice_id: 'henry', name: 'Henry', language: 'english' },
  ];
  const upload = ({ body }: { readonly body: Members }): Members => {
    const name = textOf(body['name'], 'voice');
    const voice_id = `${name.toLowerCase().replace(/\W+/g, '-')}-${voices.length.toString(16).padStart(4, '0')}`;
    voices.push({ voice_id, name, language: textOf(body['language'], 'english') });
    return { status: 'success', message: 'Voice uploaded', voice_id };
  };
  return [
    simpleRoute('POST', '/v6/voice/voice_list', { answer: () => ({ status: 'success', voices }) }),
    simpleRoute('POST', '/v6/voice/voice_upload', { required: ['name', 'init_audio'], answer: upload }),
  ];
}
