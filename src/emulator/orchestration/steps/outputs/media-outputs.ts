import { isJsonObject } from '../../../http/body-checks.js';
import { numberIn, type OutputContext, textIn } from '../output-context.js';
import { type OutputBuilders, textsOf, times } from './output-builder.js';

function oneVideo({ video }: OutputContext): unknown {
  return { video: video() };
}

const SECONDS_OF_A_CLIP = 5;

/** Steps about videos, sound and meshes. */
export const MEDIA_OUTPUTS: OutputBuilders = {
  videoGen: ({ input, video }) => {
    const others = times(numberIn(input, 'quantity', 1) - 1, () => video());
    return { video: video(), ...(others.length === 0 ? {} : { additionalVideos: others }) };
  },
  videoBackgroundRemoval: oneVideo,
  videoEnhancement: oneVideo,
  videoInterpolation: oneVideo,
  videoUpscaler: oneVideo,
  preprocessVideo: ({ video }) => ({ blob: video() }),
  videoFrameExtraction: ({ input, image }) => {
    const count = Math.min(numberIn(input, 'maxFrames', 5), SECONDS_OF_A_CLIP * numberIn(input, 'frameRate', 1));
    return { frames: times(count, () => image('blob', { width: 1280, height: 720 })), totalFramesExtracted: count };
  },
  videoMetadata: () => ({ width: 1280, height: 720, fps: 24, duration: '00:00:05' }),
  transcode: ({ video }) => video('flat'),
  composeMedia: ({ input, audio, video }) => {
    const clips = Array.isArray(input['elements']) ? input['elements'] : [];
    const elements = clips.map((_, index) => ({
      startSeconds: index * SECONDS_OF_A_CLIP,
      duration: SECONDS_OF_A_CLIP,
    }));
    return isJsonObject(input['canvas'])
      ? { type: 'video', elements, videoBlob: video() }
      : { type: 'audio', elements, audioBlob: audio(clips.length * SECONDS_OF_A_CLIP) };
  },
  aceStepAudio: ({ input, audio }) => ({ blob: audio(numberIn(input, 'duration', 60)) }),
  miniMaxMusic3: ({ input, audio }) => ({ blob: audio(numberIn(input, 'maxDuration', 120)) }),
  textToSpeech: ({ input, audio }) => ({
    audioBlob: audio(textIn(input, 'text', '').length / 15),
    modelType: textIn(input, 'engine', 'custom'),
    speaker: textIn(input, 'speaker', 'default'),
  }),
  transcription: () => ({
    text: 'Words that were said.',
    language: 'en',
    timeStamps: [{ text: 'Words that were said.', startTime: 0, endTime: 2.5 }],
    elapsedSeconds: 0.4,
  }),
  audioCaptioning: ({ input }) => ({
    results: { [textIn(input, 'mediaUrl', '')]: { text: 'A calm tune.', caption: 'A calm tune.', bpm: '120' } },
  }),
  polyGen: ({ input, model, image }) => ({
    model: model(textIn(input, 'format', 'glb')),
    thumbnail: image('blob', { width: 512, height: 512 }),
  }),
  training: ({ input, image, model }) => {
    const samples = isJsonObject(input['samples']) ? textsOf(input['samples']['prompts']) : [];
    return {
      moderationStatus: 'approved',
      epochs: times(numberIn(input, 'epochs', 2), (index) => ({
        epochNumber: index + 1,
        model: model('safetensors'),
        samples: samples.map(() => image()),
      })),
    };
  },
  imageResourceTraining: ({ input, file, image, media }) => {
    const prompts = textsOf(input['samplePrompts']);
    const bytes = media.safeTensors();
    return {
      moderationStatus: 'approved',
      epochs: times(numberIn(input, 'maxTrainEpochs', 2), (index) => ({
        epochNumber: index + 1,
        blobName: `${textIn(input, 'loraName', 'my-lora')}-${index + 1}.safetensors`,
        blobSize: bytes.length,
        sampleImages: prompts.map(() => image('url')),
        blobUrl: file('safetensors', 'application/octet-stream', bytes, 'url'),
      })),
      sampleImagesPrompts: prompts,
    };
  },
};
