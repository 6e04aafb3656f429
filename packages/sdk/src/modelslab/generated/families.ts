// Written by `npm run codegen` from packages/sdk/contract; do not edit.
import type { JobOptions } from '../jobs/job-options.js';
import type { ModelsLabJob } from '../jobs/modelslab-job.js';
import { type GenerateJob, makeFamilies } from '../operations/make-families.js';
import { jobFamilies } from './operations.js';
import type {
  ControlnetGenerateParameters,
  EnterpriseFaceGenMakeGenParameters,
  EnterpriseFaceSwapMultipleFaceSwapParameters,
  EnterpriseFaceSwapSingleFaceSwapParameters,
  EnterpriseFaceSwapSingleVideoSwapParameters,
  EnterpriseFaceSwapSpecificVideoSwapParameters,
  EnterpriseFluxHeadshotMakeGenParameters,
  EnterpriseFluxImg2imgParameters,
  EnterpriseFluxKleinImg2imgParameters,
  EnterpriseFluxKleinText2imgParameters,
  EnterpriseFluxKontextDevImg2imgParameters,
  EnterpriseFluxText2imgParameters,
  EnterpriseImageEditingFaceGenParameters,
  EnterpriseImageEditingFashionParameters,
  EnterpriseImageEditingHeadShotParameters,
  EnterpriseImageEditingMagicMixParameters,
  EnterpriseImageEditingMaskCreatorParameters,
  EnterpriseImageEditingObjectRemovalParameters,
  EnterpriseImageEditingOutpaintParameters,
  EnterpriseImageEditingQwenEditParameters,
  EnterpriseImageEditingRemovebgMaskParameters,
  EnterpriseImageToVideoUltraImg2videoParameters,
  EnterpriseImagesControlnetParameters,
  EnterpriseImagesImg2imgParameters,
  EnterpriseImagesSuperResolutionParameters,
  EnterpriseImagesText2imgParameters,
  EnterpriseInteriorExteriorRestorerParameters,
  EnterpriseInteriorFloorPlanningParameters,
  EnterpriseInteriorMakeParameters,
  EnterpriseInteriorObjectRemovalParameters,
  EnterpriseInteriorRoomDecoratorParameters,
  EnterpriseInteriorScenarioChangerParameters,
  EnterpriseInteriorSketchRenderingParameters,
  EnterpriseQwenImg2imgParameters,
  EnterpriseQwenInpaintParameters,
  EnterpriseQwenText2imgParameters,
  EnterpriseRealtimeImg2imgParameters,
  EnterpriseRealtimeInpaintParameters,
  EnterpriseRealtimeText2imgParameters,
  EnterpriseSpeechToTextTranscribeParameters,
  EnterpriseSuperResolutionMakeParameters,
  EnterpriseTextToSpeechMakeParameters,
  EnterpriseThreeDImageTo3dParameters,
  EnterpriseThreeDTextTo3dParameters,
  EnterpriseUltraVideoText2videoParameters,
  EnterpriseVideoImg2videoParameters,
  EnterpriseVideoText2videoParameters,
  EnterpriseVoiceMusicGenParameters,
  EnterpriseVoiceSfxParameters,
  EnterpriseVoiceSpeechToTextParameters,
  EnterpriseVoiceTextToAudioParameters,
  EnterpriseVoiceVoiceCoverParameters,
  EnterpriseVoiceVoiceToVoiceParameters,
  EnterpriseZImageTurboImg2imgParameters,
  EnterpriseZImageTurboText2imgParameters,
  FaceSwapMultipleFaceSwapParameters,
  FaceSwapSingleFaceSwapParameters,
  FaceSwapSingleVideoSwapParameters,
  FaceSwapSpecificVideoSwapParameters,
  ImageEditingCaptionParameters,
  ImageEditingFaceGenParameters,
  ImageEditingFashionParameters,
  ImageEditingFluxHeadshotParameters,
  ImageEditingHeadShotParameters,
  ImageEditingImgMixerParameters,
  ImageEditingInpaintParameters,
  ImageEditingMaskCreatorParameters,
  ImageEditingObjectRemovalParameters,
  ImageEditingOutpaintParameters,
  ImageEditingQwenEditParameters,
  ImageEditingRemovebgMaskParameters,
  ImageEditingSuperResolutionParameters,
  ImagesImg2imgParameters,
  ImagesInpaintParameters,
  ImagesText2imgParameters,
  InteriorExteriorRestorerParameters,
  InteriorFloorPlanningParameters,
  InteriorInteriorMixerParameters,
  InteriorMakeParameters,
  InteriorObjectRemovalParameters,
  InteriorRoomDecoratorParameters,
  InteriorScenarioChangerParameters,
  InteriorSketchRenderingParameters,
  RealtimeImg2imgParameters,
  RealtimeInpaintParameters,
  RealtimeText2imgParameters,
  ThreeDImageTo3dParameters,
  ThreeDTextTo3dParameters,
  V7ImagesImageToImageParameters,
  V7ImagesInpaintParameters,
  V7ImagesTextToImageParameters,
  V7VideoFusionImageToVideoParameters,
  V7VideoFusionLipSyncParameters,
  V7VideoFusionMotionControlParameters,
  V7VideoFusionTextToVideoParameters,
  V7VideoFusionVideoToVideoParameters,
  V7VoiceCreateDubbingParameters,
  V7VoiceMusicGenParameters,
  V7VoiceSongExtenderParameters,
  V7VoiceSongInpaintParameters,
  V7VoiceSoundGenerationParameters,
  V7VoiceSpeechToSpeechParameters,
  V7VoiceSpeechToTextParameters,
  V7VoiceTextToSpeechParameters,
  VideoImg2videoParameters,
  VideoImg2videoUltraParameters,
  VideoSceneMakerParameters,
  VideoText2videoParameters,
  VideoText2videoUltraParameters,
  VideoVideo2videoParameters,
  VideoWatermarkRemoverParameters,
  VoiceCreateDubbingParameters,
  VoiceLyricsGeneratorParameters,
  VoiceMusicGenParameters,
  VoiceSfxParameters,
  VoiceSongGeneratorParameters,
  VoiceSpeechToTextParameters,
  VoiceTextToAudioParameters,
  VoiceTextToSpeechParameters,
  VoiceVocalIsolatorParameters,
  VoiceVoiceCoverParameters,
  VoiceVoiceDesignParameters,
  VoiceVoiceToVoiceParameters,
} from './parameters.js';

/** `controlnet`: jobs under `/v5/controlnet`. */
export interface ControlnetFamily {
  /** `POST /v5/controlnet`. Described by: image-generation/controlnet. */
  readonly generate: (parameters: ControlnetGenerateParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.faceGen`: jobs under `/v1/enterprise/face_gen`. */
export interface EnterpriseFaceGenFamily {
  /** `POST /v1/enterprise/face_gen/make_gen`. Described by: enterprise-api/face-gen. */
  readonly makeGen: (parameters: EnterpriseFaceGenMakeGenParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.faceSwap`: jobs under `/v1/enterprise/faceswap`. */
export interface EnterpriseFaceSwapFamily {
  /** `POST /v1/enterprise/faceswap/multiple_face_swap`. Described by: enterprise-api/faceswap. */
  readonly multipleFaceSwap: (parameters: EnterpriseFaceSwapMultipleFaceSwapParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/faceswap/single_face_swap`. Described by: enterprise-api/faceswap. */
  readonly singleFaceSwap: (parameters: EnterpriseFaceSwapSingleFaceSwapParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/faceswap/single_video_swap`. Described by: enterprise-api/faceswap. */
  readonly singleVideoSwap: (parameters: EnterpriseFaceSwapSingleVideoSwapParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/faceswap/specific_video_swap`. Described by: enterprise-api/faceswap. */
  readonly specificVideoSwap: (parameters: EnterpriseFaceSwapSpecificVideoSwapParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.flux`: jobs under `/v1/enterprise/flux`. */
export interface EnterpriseFluxFamily {
  /** `POST /v1/enterprise/flux/img2img`. Described by: enterprise-api/flux-2-dev, enterprise-api/flux. */
  readonly img2img: (parameters: EnterpriseFluxImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/flux/text2img`. Described by: enterprise-api/flux-2-dev, enterprise-api/flux. */
  readonly text2img: (parameters: EnterpriseFluxText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.fluxHeadshot`: jobs under `/v1/enterprise/flux_headshot`. */
export interface EnterpriseFluxHeadshotFamily {
  /** `POST /v1/enterprise/flux_headshot/make_gen`. Described by: enterprise-api/flux-headshot. */
  readonly makeGen: (parameters: EnterpriseFluxHeadshotMakeGenParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.fluxKlein`: jobs under `/v1/enterprise/flux_klein`. */
export interface EnterpriseFluxKleinFamily {
  /** `POST /v1/enterprise/flux_klein/img2img`. Described by: enterprise-api/flux-klein. */
  readonly img2img: (parameters: EnterpriseFluxKleinImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/flux_klein/text2img`. Described by: enterprise-api/flux-klein. */
  readonly text2img: (parameters: EnterpriseFluxKleinText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.fluxKontextDev`: jobs under `/v1/enterprise/flux_kontext_dev`. */
export interface EnterpriseFluxKontextDevFamily {
  /** `POST /v1/enterprise/flux_kontext_dev/img2img`. Described by: enterprise-api/flux-kontext-dev. */
  readonly img2img: (parameters: EnterpriseFluxKontextDevImg2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.imageEditing`: jobs under `/v1/enterprise/image_editing`. */
export interface EnterpriseImageEditingFamily {
  /** `POST /v1/enterprise/image_editing/face_gen`. Described by: enterprise-api/image-editing. */
  readonly faceGen: (parameters: EnterpriseImageEditingFaceGenParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/fashion`. Described by: enterprise-api/image-editing. */
  readonly fashion: (parameters: EnterpriseImageEditingFashionParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/head_shot`. Described by: enterprise-api/image-editing. */
  readonly headShot: (parameters: EnterpriseImageEditingHeadShotParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/magic_mix`. Described by: enterprise-api/image-editing. */
  readonly magicMix: (parameters: EnterpriseImageEditingMagicMixParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/mask_creator`. Described by: enterprise-api/image-editing. */
  readonly maskCreator: (parameters: EnterpriseImageEditingMaskCreatorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/object_removal`. Described by: enterprise-api/image-editing. */
  readonly objectRemoval: (parameters: EnterpriseImageEditingObjectRemovalParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/outpaint`. Described by: enterprise-api/image-editing. */
  readonly outpaint: (parameters: EnterpriseImageEditingOutpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/qwen_edit`. Described by: enterprise-api/image-editing. */
  readonly qwenEdit: (parameters: EnterpriseImageEditingQwenEditParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/image_editing/removebg_mask`. Described by: enterprise-api/image-editing. */
  readonly removebgMask: (parameters: EnterpriseImageEditingRemovebgMaskParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.imageToVideoUltra`: jobs under `/v1/enterprise/image_to_video_ultra`. */
export interface EnterpriseImageToVideoUltraFamily {
  /** `POST /v1/enterprise/image_to_video_ultra/img2video`. Described by: enterprise-api/image-to-video-ultra. */
  readonly img2video: (parameters: EnterpriseImageToVideoUltraImg2videoParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.images`: jobs under `/v1/enterprise`. */
export interface EnterpriseImagesFamily {
  /** `POST /v1/enterprise/controlnet`. Described by: enterprise-api/text-to-image. */
  readonly controlnet: (parameters: EnterpriseImagesControlnetParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/img2img`. Described by: enterprise-api/text-to-image. */
  readonly img2img: (parameters: EnterpriseImagesImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/super_resolution`. Described by: enterprise-api/text-to-image. */
  readonly superResolution: (parameters: EnterpriseImagesSuperResolutionParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/text2img`. Described by: enterprise-api/text-to-image. */
  readonly text2img: (parameters: EnterpriseImagesText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.interior`: jobs under `/v1/enterprise/interior`. */
export interface EnterpriseInteriorFamily {
  /** `POST /v1/enterprise/interior/exterior_restorer`. Described by: enterprise-api/interior. */
  readonly exteriorRestorer: (parameters: EnterpriseInteriorExteriorRestorerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/interior/floor_planning`. Described by: enterprise-api/interior. */
  readonly floorPlanning: (parameters: EnterpriseInteriorFloorPlanningParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/interior/make`. Described by: enterprise-api/interior. */
  readonly make: (parameters: EnterpriseInteriorMakeParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/interior/object_removal`. Described by: enterprise-api/interior. */
  readonly objectRemoval: (parameters: EnterpriseInteriorObjectRemovalParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/interior/room_decorator`. Described by: enterprise-api/interior. */
  readonly roomDecorator: (parameters: EnterpriseInteriorRoomDecoratorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/interior/scenario_changer`. Described by: enterprise-api/interior. */
  readonly scenarioChanger: (parameters: EnterpriseInteriorScenarioChangerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/interior/sketch_rendering`. Described by: enterprise-api/interior. */
  readonly sketchRendering: (parameters: EnterpriseInteriorSketchRenderingParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.qwen`: jobs under `/v1/enterprise/qwen`. */
export interface EnterpriseQwenFamily {
  /** `POST /v1/enterprise/qwen/img2img`. Described by: enterprise-api/qwen. */
  readonly img2img: (parameters: EnterpriseQwenImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/qwen/inpaint`. Described by: enterprise-api/qwen. */
  readonly inpaint: (parameters: EnterpriseQwenInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/qwen/text2img`. Described by: enterprise-api/qwen. */
  readonly text2img: (parameters: EnterpriseQwenText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.realtime`: jobs under `/v1/enterprise/realtime`. */
export interface EnterpriseRealtimeFamily {
  /** `POST /v1/enterprise/realtime/img2img`. Described by: enterprise-api/realtime. */
  readonly img2img: (parameters: EnterpriseRealtimeImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/realtime/inpaint`. Described by: enterprise-api/realtime. */
  readonly inpaint: (parameters: EnterpriseRealtimeInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/realtime/text2img`. Described by: enterprise-api/realtime. */
  readonly text2img: (parameters: EnterpriseRealtimeText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.speechToText`: jobs under `/v1/enterprise/speech_to_text`. */
export interface EnterpriseSpeechToTextFamily {
  /** `POST /v1/enterprise/speech_to_text/transcribe`. Described by: enterprise-api/speech-to-text. */
  readonly transcribe: (parameters: EnterpriseSpeechToTextTranscribeParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.superResolution`: jobs under `/v1/enterprise/super_resolution`. */
export interface EnterpriseSuperResolutionFamily {
  /** `POST /v1/enterprise/super_resolution/make`. Described by: enterprise-api/super-resolution. */
  readonly make: (parameters: EnterpriseSuperResolutionMakeParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.textToSpeech`: jobs under `/v1/enterprise/text_to_speech`. */
export interface EnterpriseTextToSpeechFamily {
  /** `POST /v1/enterprise/text_to_speech/make`. Described by: enterprise-api/text-to-speech. */
  readonly make: (parameters: EnterpriseTextToSpeechMakeParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.threeD`: jobs under `/v1/enterprise/3d`. */
export interface EnterpriseThreeDFamily {
  /** `POST /v1/enterprise/3d/image_to_3d`. Described by: enterprise-api/3d-api. */
  readonly imageTo3d: (parameters: EnterpriseThreeDImageTo3dParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/3d/text_to_3d`. Described by: enterprise-api/3d-api. */
  readonly textTo3d: (parameters: EnterpriseThreeDTextTo3dParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.ultraVideo`: jobs under `/v1/enterprise/ultra_video`. */
export interface EnterpriseUltraVideoFamily {
  /** `POST /v1/enterprise/ultra_video/text2video`. Described by: enterprise-api/text-to-video-ultra. */
  readonly text2video: (parameters: EnterpriseUltraVideoText2videoParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.video`: jobs under `/v1/enterprise/video`. */
export interface EnterpriseVideoFamily {
  /** `POST /v1/enterprise/video/img2video`. Described by: enterprise-api/video. */
  readonly img2video: (parameters: EnterpriseVideoImg2videoParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/video/text2video`. Described by: enterprise-api/video. */
  readonly text2video: (parameters: EnterpriseVideoText2videoParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.voice`: jobs under `/v1/enterprise/voice`. */
export interface EnterpriseVoiceFamily {
  /** `POST /v1/enterprise/voice/music_gen`. Described by: enterprise-api/voice-cloning. */
  readonly musicGen: (parameters: EnterpriseVoiceMusicGenParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/voice/sfx`. Described by: enterprise-api/voice-cloning. */
  readonly sfx: (parameters: EnterpriseVoiceSfxParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/voice/speech_to_text`. Described by: enterprise-api/voice-cloning. */
  readonly speechToText: (parameters: EnterpriseVoiceSpeechToTextParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/voice/text_to_audio`. Described by: enterprise-api/voice-cloning. */
  readonly textToAudio: (parameters: EnterpriseVoiceTextToAudioParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/voice/voice_cover`. Described by: enterprise-api/voice-cloning. */
  readonly voiceCover: (parameters: EnterpriseVoiceVoiceCoverParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/voice/voice_to_voice`. Described by: enterprise-api/voice-cloning. */
  readonly voiceToVoice: (parameters: EnterpriseVoiceVoiceToVoiceParameters, options?: JobOptions) => ModelsLabJob;
}

/** `enterprise.zImageTurbo`: jobs under `/v1/enterprise/z_image_turbo`. */
export interface EnterpriseZImageTurboFamily {
  /** `POST /v1/enterprise/z_image_turbo/img2img`. Described by: enterprise-api/z-image-turbo. */
  readonly img2img: (parameters: EnterpriseZImageTurboImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v1/enterprise/z_image_turbo/text2img`. Described by: enterprise-api/z-image-turbo. */
  readonly text2img: (parameters: EnterpriseZImageTurboText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `faceSwap`: jobs under `/v6/faceswap`. */
export interface FaceSwapFamily {
  /** `POST /v6/faceswap/multiple_face_swap`. Described by: faceswap-api. */
  readonly multipleFaceSwap: (parameters: FaceSwapMultipleFaceSwapParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/faceswap/single_face_swap`. Described by: faceswap-api. */
  readonly singleFaceSwap: (parameters: FaceSwapSingleFaceSwapParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/faceswap/single_video_swap`. Described by: faceswap-api. */
  readonly singleVideoSwap: (parameters: FaceSwapSingleVideoSwapParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/faceswap/specific_video_swap`. Described by: faceswap-api. */
  readonly specificVideoSwap: (parameters: FaceSwapSpecificVideoSwapParameters, options?: JobOptions) => ModelsLabJob;
}

/** `imageEditing`: jobs under `/v6/image_editing`. */
export interface ImageEditingFamily {
  /** `POST /v6/image_editing/caption`. Described by: image-editing. */
  readonly caption: (parameters: ImageEditingCaptionParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/face_gen`. Described by: image-editing. */
  readonly faceGen: (parameters: ImageEditingFaceGenParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/fashion`. Described by: image-editing. */
  readonly fashion: (parameters: ImageEditingFashionParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/flux_headshot`. Described by: image-editing. */
  readonly fluxHeadshot: (parameters: ImageEditingFluxHeadshotParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/head_shot`. Described by: image-editing. */
  readonly headShot: (parameters: ImageEditingHeadShotParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/img_mixer`. Described by: image-editing. */
  readonly imgMixer: (parameters: ImageEditingImgMixerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/inpaint`. Described by: image-editing. */
  readonly inpaint: (parameters: ImageEditingInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/mask_creator`. Described by: image-editing. */
  readonly maskCreator: (parameters: ImageEditingMaskCreatorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/object_removal`. Described by: image-editing. */
  readonly objectRemoval: (parameters: ImageEditingObjectRemovalParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/outpaint`. Described by: image-editing. */
  readonly outpaint: (parameters: ImageEditingOutpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/qwen_edit`. Described by: image-editing. */
  readonly qwenEdit: (parameters: ImageEditingQwenEditParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/removebg_mask`. Described by: image-editing. */
  readonly removebgMask: (parameters: ImageEditingRemovebgMaskParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/image_editing/super_resolution`. Described by: image-editing. */
  readonly superResolution: (parameters: ImageEditingSuperResolutionParameters, options?: JobOptions) => ModelsLabJob;
}

/** `images`: jobs under `/v6/images`. */
export interface ImagesFamily {
  /** `POST /v6/images/img2img`. Described by: image-editing, image-generation/community-models. */
  readonly img2img: (parameters: ImagesImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/images/inpaint`. Described by: image-generation/community-models. */
  readonly inpaint: (parameters: ImagesInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/images/text2img`. Described by: image-generation/community-models, image-generation/flux. */
  readonly text2img: (parameters: ImagesText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `interior`: jobs under `/v6/interior`. */
export interface InteriorFamily {
  /** `POST /v6/interior/exterior_restorer`. Described by: interior-api. */
  readonly exteriorRestorer: (parameters: InteriorExteriorRestorerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/floor_planning`. Described by: interior-api. */
  readonly floorPlanning: (parameters: InteriorFloorPlanningParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/interior_mixer`. Described by: interior-api. */
  readonly interiorMixer: (parameters: InteriorInteriorMixerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/make`. Described by: interior-api. */
  readonly make: (parameters: InteriorMakeParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/object_removal`. Described by: interior-api. */
  readonly objectRemoval: (parameters: InteriorObjectRemovalParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/room_decorator`. Described by: interior-api. */
  readonly roomDecorator: (parameters: InteriorRoomDecoratorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/scenario_changer`. Described by: interior-api. */
  readonly scenarioChanger: (parameters: InteriorScenarioChangerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/interior/sketch_rendering`. Described by: interior-api. */
  readonly sketchRendering: (parameters: InteriorSketchRenderingParameters, options?: JobOptions) => ModelsLabJob;
}

/** `realtime`: jobs under `/v6/realtime`. */
export interface RealtimeFamily {
  /** `POST /v6/realtime/img2img`. Described by: image-generation/realtime-stable-diffusion. */
  readonly img2img: (parameters: RealtimeImg2imgParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/realtime/inpaint`. Described by: image-generation/realtime-stable-diffusion. */
  readonly inpaint: (parameters: RealtimeInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/realtime/text2img`. Described by: image-generation/realtime-stable-diffusion. */
  readonly text2img: (parameters: RealtimeText2imgParameters, options?: JobOptions) => ModelsLabJob;
}

/** `threeD`: jobs under `/v6/3d`. */
export interface ThreeDFamily {
  /** `POST /v6/3d/image_to_3d`. Needs one of `init_image`, `image`. Described by: 3d-api. */
  readonly imageTo3d: (parameters: ThreeDImageTo3dParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/3d/text_to_3d`. Described by: 3d-api. */
  readonly textTo3d: (parameters: ThreeDTextTo3dParameters, options?: JobOptions) => ModelsLabJob;
}

/** `v7.images`: jobs under `/v7/images`. */
export interface V7ImagesFamily {
  /** `POST /v7/images/image-to-image`. Described by: v7. */
  readonly imageToImage: (parameters: V7ImagesImageToImageParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/images/inpaint`. Described by: v7. */
  readonly inpaint: (parameters: V7ImagesInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/images/text-to-image`. Described by: v7. */
  readonly textToImage: (parameters: V7ImagesTextToImageParameters, options?: JobOptions) => ModelsLabJob;
}

/** `v7.videoFusion`: jobs under `/v7/video-fusion`. */
export interface V7VideoFusionFamily {
  /** `POST /v7/video-fusion/image-to-video`. Described by: v7. */
  readonly imageToVideo: (parameters: V7VideoFusionImageToVideoParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/video-fusion/lip-sync`. Described by: v7. */
  readonly lipSync: (parameters: V7VideoFusionLipSyncParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/video-fusion/motion-control`. Described by: v7. */
  readonly motionControl: (parameters: V7VideoFusionMotionControlParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/video-fusion/text-to-video`. Described by: v7. */
  readonly textToVideo: (parameters: V7VideoFusionTextToVideoParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/video-fusion/video-to-video`. Described by: v7. */
  readonly videoToVideo: (parameters: V7VideoFusionVideoToVideoParameters, options?: JobOptions) => ModelsLabJob;
}

/** `v7.voice`: jobs under `/v7/voice`. */
export interface V7VoiceFamily {
  /** `POST /v7/voice/create-dubbing`. Needs one of `init_audio`, `init_video`. Described by: v7. */
  readonly createDubbing: (parameters: V7VoiceCreateDubbingParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/music-gen`. Described by: v7. */
  readonly musicGen: (parameters: V7VoiceMusicGenParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/song-extender`. Described by: v7. */
  readonly songExtender: (parameters: V7VoiceSongExtenderParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/song-inpaint`. Described by: v7. */
  readonly songInpaint: (parameters: V7VoiceSongInpaintParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/sound-generation`. Described by: v7. */
  readonly soundGeneration: (parameters: V7VoiceSoundGenerationParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/speech-to-speech`. Described by: v7. */
  readonly speechToSpeech: (parameters: V7VoiceSpeechToSpeechParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/speech-to-text`. Described by: v7. */
  readonly speechToText: (parameters: V7VoiceSpeechToTextParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v7/voice/text-to-speech`. Described by: v7. */
  readonly textToSpeech: (parameters: V7VoiceTextToSpeechParameters, options?: JobOptions) => ModelsLabJob;
}

/** `video`: jobs under `/v6/video`. */
export interface VideoFamily {
  /** `POST /v6/video/img2video`. Described by: video-api. */
  readonly img2video: (parameters: VideoImg2videoParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/video/img2video_ultra`. Described by: video-api. */
  readonly img2videoUltra: (parameters: VideoImg2videoUltraParameters, options?: JobOptions) => ModelsLabJob;
  /**
   * `POST /v6/video/scene_maker`. Described by: video-api.
   *
   * @deprecated withdrawn by the API in January 2026
   */
  readonly sceneMaker: (parameters: VideoSceneMakerParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/video/text2video`. Described by: video-api. */
  readonly text2video: (parameters: VideoText2videoParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/video/text2video_ultra`. Described by: video-api. */
  readonly text2videoUltra: (parameters: VideoText2videoUltraParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/video/video2video`. Described by: video-api. */
  readonly video2video: (parameters: VideoVideo2videoParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/video/watermark_remover`. Described by: video-api. */
  readonly watermarkRemover: (parameters: VideoWatermarkRemoverParameters, options?: JobOptions) => ModelsLabJob;
}

/** `voice`: jobs under `/v6/voice`. */
export interface VoiceFamily {
  /** `POST /v6/voice/create_dubbing`. Described by: voice-cloning. */
  readonly createDubbing: (parameters: VoiceCreateDubbingParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/lyrics_generator`. Described by: voice-cloning. */
  readonly lyricsGenerator: (parameters: VoiceLyricsGeneratorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/music_gen`. Described by: voice-cloning. */
  readonly musicGen: (parameters: VoiceMusicGenParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/sfx`. Described by: voice-cloning. */
  readonly sfx: (parameters: VoiceSfxParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/song_generator`. Described by: voice-cloning. */
  readonly songGenerator: (parameters: VoiceSongGeneratorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/speech_to_text`. Described by: voice-cloning. */
  readonly speechToText: (parameters: VoiceSpeechToTextParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/text_to_audio`. Described by: voice-cloning. */
  readonly textToAudio: (parameters: VoiceTextToAudioParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/text_to_speech`. Described by: voice-cloning. */
  readonly textToSpeech: (parameters: VoiceTextToSpeechParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/vocal_isolator`. Needs one of `init_audio`, `init_video`. Described by: voice-cloning. */
  readonly vocalIsolator: (parameters: VoiceVocalIsolatorParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/voice_cover`. Described by: voice-cloning. */
  readonly voiceCover: (parameters: VoiceVoiceCoverParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/voice_design`. Described by: voice-cloning. */
  readonly voiceDesign: (parameters: VoiceVoiceDesignParameters, options?: JobOptions) => ModelsLabJob;
  /** `POST /v6/voice/voice_to_voice`. Described by: voice-cloning. */
  readonly voiceToVoice: (parameters: VoiceVoiceToVoiceParameters, options?: JobOptions) => ModelsLabJob;
}

/** The families of the seventh version: `model_id` decides what else counts. */
export interface V7Families {
  readonly images: V7ImagesFamily;
  readonly videoFusion: V7VideoFusionFamily;
  readonly voice: V7VoiceFamily;
}

/** The families of an enterprise deployment, with its own key. */
export interface EnterpriseFamilies {
  readonly faceGen: EnterpriseFaceGenFamily;
  readonly faceSwap: EnterpriseFaceSwapFamily;
  readonly flux: EnterpriseFluxFamily;
  readonly fluxHeadshot: EnterpriseFluxHeadshotFamily;
  readonly fluxKlein: EnterpriseFluxKleinFamily;
  readonly fluxKontextDev: EnterpriseFluxKontextDevFamily;
  readonly imageEditing: EnterpriseImageEditingFamily;
  readonly imageToVideoUltra: EnterpriseImageToVideoUltraFamily;
  readonly images: EnterpriseImagesFamily;
  readonly interior: EnterpriseInteriorFamily;
  readonly qwen: EnterpriseQwenFamily;
  readonly realtime: EnterpriseRealtimeFamily;
  readonly speechToText: EnterpriseSpeechToTextFamily;
  readonly superResolution: EnterpriseSuperResolutionFamily;
  readonly textToSpeech: EnterpriseTextToSpeechFamily;
  readonly threeD: EnterpriseThreeDFamily;
  readonly ultraVideo: EnterpriseUltraVideoFamily;
  readonly video: EnterpriseVideoFamily;
  readonly voice: EnterpriseVoiceFamily;
  readonly zImageTurbo: EnterpriseZImageTurboFamily;
}

/** The families of jobs, one property each. */
export interface ModelsLabFamilies {
  readonly controlnet: ControlnetFamily;
  readonly faceSwap: FaceSwapFamily;
  readonly imageEditing: ImageEditingFamily;
  readonly images: ImagesFamily;
  readonly interior: InteriorFamily;
  readonly realtime: RealtimeFamily;
  readonly threeD: ThreeDFamily;
  readonly video: VideoFamily;
  readonly voice: VoiceFamily;
  readonly v7: V7Families;
  readonly enterprise: EnterpriseFamilies;
}

/** Makes the families: each method hands its operation to `generate`. */
export function createFamilies(generate: GenerateJob): ModelsLabFamilies {
  return makeFamilies(jobFamilies, generate) as unknown as ModelsLabFamilies;
}
