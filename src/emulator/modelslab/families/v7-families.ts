import { type Family, type Operation, operationsOf } from './family.js';

/** The type of ids is not documented here; texts are what the rest of the house has to expect too. */
function v7(name: string, firstId: number, cents: number): Family {
  return {
    name: `v7.${name}`,
    base: `/v7/${name}`,
    fetchPath: `/v7/${name}/fetch`,
    idForm: 'text',
    firstId,
    pendingOutput: [],
    cents,
    key: 'body',
  };
}

/** The generation operations of v7. */
export const V7_OPERATIONS: readonly Operation[] = [
  ...operationsOf(v7('images', 201_000_001, 4), 'png', [
    'text-to-image model_id prompt',
    'image-to-image model_id prompt init_image',
    'inpaint model_id prompt init_image mask_image',
  ]),
  ...operationsOf(v7('video-fusion', 202_000_010, 30), 'mp4', [
    'text-to-video model_id prompt',
    'image-to-video model_id init_image',
    'video-to-video model_id prompt init_video',
    'lip-sync model_id init_video init_audio',
    'motion-control model_id init_image init_video character_orientation',
  ]),
  ...operationsOf(v7('voice', 203_000_020, 3), 'mp3', [
    'text-to-speech model_id',
    'speech-to-text>transcript model_id init_audio',
    'speech-to-speech model_id init_audio voice_id',
    'sound-generation model_id prompt',
    'music-gen model_id prompt',
    'create-dubbing>mp4 model_id target_language',
    'song-extender model_id init_audio prompt extend_duration',
    'song-inpaint model_id lyrics init_audio sections',
  ]),
];
