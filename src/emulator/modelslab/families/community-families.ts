import { type Family, type Operation, operationsOf } from './family.js';

const LIST: readonly never[] = [];

const images: Family = {
  name: 'images',
  base: '/v6/images',
  fetchPath: '/v6/images/fetch',
  idForm: 'number',
  firstId: 147_205_911,
  pendingOutput: LIST,
  rates: true,
  cents: 1,
  key: 'body',
};

const realtime: Family = {
  ...images,
  name: 'realtime',
  base: '/v6/realtime',
  fetchPath: '/v6/realtime/fetch',
  firstId: 88_120_411,
};

const controlnet: Family = {
  ...images,
  name: 'controlnet',
  base: '/v5/controlnet',
  fetchPath: '/v5/images/fetch',
  otherFetchPaths: ['/v6/images/fetch'],
  firstId: 96_551_020,
  misspells: true,
  rates: false,
};

const imageEditing: Family = {
  ...images,
  name: 'image_editing',
  base: '/v6/image_editing',
  fetchPath: '/v6/image_editing/fetch',
  firstId: 63_120_001,
  pendingOutput: '',
  tersePolls: true,
  rates: false,
};

const interior: Family = {
  ...images,
  name: 'interior',
  base: '/v6/interior',
  fetchPath: '/v6/interior/fetch',
  firstId: 55_220_001,
  rates: false,
};

const faceswap: Family = {
  ...interior,
  name: 'faceswap',
  base: '/v6/faceswap',
  fetchPath: '/v6/faceswap/fetch',
  firstId: 70_110_001,
};

const video: Family = {
  ...interior,
  name: 'video',
  base: '/v6/video',
  fetchPath: '/v6/video/fetch',
  firstId: 155_918_900,
  cents: 20,
};

const voice: Family = {
  ...interior,
  name: 'voice',
  base: '/v6/voice',
  fetchPath: '/v6/voice/fetch',
  firstId: 41_230_011,
  cents: 2,
};

const threeD: Family = {
  ...interior,
  name: '3d',
  base: '/v6/3d',
  fetchPath: '/v6/3d/fetch',
  firstId: 12_202_888,
  cents: 10,
};

/** The generation operations of v5 and v6. */
export const COMMUNITY_OPERATIONS: readonly Operation[] = [
  ...operationsOf(images, 'png', [
    'text2img model_id prompt',
    'img2img model_id init_image',
    'inpaint model_id init_image mask_image',
  ]),
  ...operationsOf(realtime, 'png', [
    'text2img prompt',
    'img2img prompt init_image',
    'inpaint prompt init_image mask_image',
  ]),
  ...operationsOf(controlnet, 'png', ['']),
  ...operationsOf(imageEditing, 'png', [
    'removebg_mask image',
    'super_resolution init_image',
    'caption>caption init_image',
    'face_gen prompt face_image',
    'fashion init_image cloth_image cloth_type',
    'qwen_edit>jpg prompt init_image',
    'flux_headshot prompt face_image',
    'head_shot prompt face_image',
    'img_mixer prompt init_image',
    'inpaint prompt init_image mask_image',
    'mask_creator specific_object',
    'object_removal init_image mask_image',
    'outpaint image',
  ]),
  ...operationsOf(interior, 'jpg', [
    'make init_image',
    'floor_planning init_image',
    'room_decorator init_image',
    'scenario_changer init_image',
    'sketch_rendering init_image',
    'exterior_restorer init_image',
    'object_removal init_image object_name',
    'interior_mixer init_image object_image prompt',
  ]),
  ...operationsOf(faceswap, 'png', [
    'single_face_swap init_image target_image',
    'multiple_face_swap init_image target_image',
    'single_video_swap>mp4 init_image init_video',
    'specific_video_swap>mp4 init_image init_video',
  ]),
  ...operationsOf(video, 'mp4', [
    'text2video prompt',
    'img2video init_image',
    'text2video_ultra prompt',
    'img2video_ultra init_image',
    'video2video init_image init_video',
    'watermark_remover init_video',
    'scene_maker scenes prompt',
  ]),
  ...operationsOf(voice, 'wav', [
    'text_to_speech prompt',
    'text_to_audio prompt',
    'voice_to_voice init_audio target_audio',
    'voice_cover>mp3 init_audio model_id',
    'voice_design prompt voice_description',
    'music_gen prompt',
    'sfx prompt',
    'song_generator>mp3',
    'lyrics_generator>lyrics prompt',
    'speech_to_text>transcript init_audio',
    'vocal_isolator',
    'create_dubbing>mp4 init_video output_lang',
  ]),
  ...operationsOf(threeD, 'glb', ['text_to_3d prompt', 'image_to_3d']),
];
