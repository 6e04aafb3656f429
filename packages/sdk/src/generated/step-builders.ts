// Written by `npm run codegen` from packages/sdk/contract; do not edit.
import { type BuiltStep, buildStep, type StepOptions } from '../steps/build-step.js';
import type { StepTypes } from './recipe-calls.js';

/** Makes one kind of step. */
export type StepBuilder<K extends keyof StepTypes> = (input: StepTypes[K]['input'], options?: StepOptions) => BuiltStep<K>;

/**
 * A function for every kind of step: `steps.textToImage({ prompt: '…' }, { name: 'hero' })`.
 *
 * Of a step with a name, `step.output` gives references that may stand in the input of other steps.
 */
export const steps: { readonly [K in keyof StepTypes]: StepBuilder<K> } = {
  aceStepAudio: (input, options) => buildStep('aceStepAudio', input, options),
  ageClassification: (input, options) => buildStep('ageClassification', input, options),
  audioCaptioning: (input, options) => buildStep('audioCaptioning', input, options),
  blobArchive: (input, options) => buildStep('blobArchive', input, options),
  chatCompletion: (input, options) => buildStep('chatCompletion', input, options),
  comfy: (input, options) => buildStep('comfy', input, options),
  comfyNodepackSnapshot: (input, options) => buildStep('comfyNodepackSnapshot', input, options),
  composeMedia: (input, options) => buildStep('composeMedia', input, options),
  convertImage: (input, options) => buildStep('convertImage', input, options),
  customComfy: (input, options) => buildStep('customComfy', input, options),
  echo: (input, options) => buildStep('echo', input, options),
  imageBackgroundRemoval: (input, options) => buildStep('imageBackgroundRemoval', input, options),
  imageGen: (input, options) => buildStep('imageGen', input, options),
  imageResourceTraining: (input, options) => buildStep('imageResourceTraining', input, options),
  imageToSvg: (input, options) => buildStep('imageToSvg', input, options),
  imageUpload: (input, options) => buildStep('imageUpload', input, options),
  imageUpscaler: (input, options) => buildStep('imageUpscaler', input, options),
  mediaCaptioning: (input, options) => buildStep('mediaCaptioning', input, options),
  mediaHash: (input, options) => buildStep('mediaHash', input, options),
  mediaRating: (input, options) => buildStep('mediaRating', input, options),
  miniMaxMusic3: (input, options) => buildStep('miniMaxMusic3', input, options),
  model3DPreview: (input, options) => buildStep('model3DPreview', input, options),
  modelClamScan: (input, options) => buildStep('modelClamScan', input, options),
  modelHash: (input, options) => buildStep('modelHash', input, options),
  modelParseMetadata: (input, options) => buildStep('modelParseMetadata', input, options),
  modelPickleScan: (input, options) => buildStep('modelPickleScan', input, options),
  polyGen: (input, options) => buildStep('polyGen', input, options),
  preprocessImage: (input, options) => buildStep('preprocessImage', input, options),
  preprocessVideo: (input, options) => buildStep('preprocessVideo', input, options),
  promptEnhancement: (input, options) => buildStep('promptEnhancement', input, options),
  qwenImageBench: (input, options) => buildStep('qwenImageBench', input, options),
  repeat: (input, options) => buildStep('repeat', input, options),
  shieldstralModeration: (input, options) => buildStep('shieldstralModeration', input, options),
  textToImage: (input, options) => buildStep('textToImage', input, options),
  textToSpeech: (input, options) => buildStep('textToSpeech', input, options),
  training: (input, options) => buildStep('training', input, options),
  transcode: (input, options) => buildStep('transcode', input, options),
  transcription: (input, options) => buildStep('transcription', input, options),
  videoBackgroundRemoval: (input, options) => buildStep('videoBackgroundRemoval', input, options),
  videoEnhancement: (input, options) => buildStep('videoEnhancement', input, options),
  videoFrameExtraction: (input, options) => buildStep('videoFrameExtraction', input, options),
  videoGen: (input, options) => buildStep('videoGen', input, options),
  videoInterpolation: (input, options) => buildStep('videoInterpolation', input, options),
  videoMetadata: (input, options) => buildStep('videoMetadata', input, options),
  videoUpscaler: (input, options) => buildStep('videoUpscaler', input, options),
  wdTagging: (input, options) => buildStep('wdTagging', input, options),
  webScrape: (input, options) => buildStep('webScrape', input, options),
  webSearch: (input, options) => buildStep('webSearch', input, options),
  xGuardModeration: (input, options) => buildStep('xGuardModeration', input, options),
};
