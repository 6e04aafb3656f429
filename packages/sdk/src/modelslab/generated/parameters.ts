// Written by `npm run codegen` from packages/sdk/contract; do not edit.
/** `POST /assets_generated`. Described by: general-api. */
export interface AccountAssetsGeneratedParameters {
  readonly type: 'image' | 'video' | 'voice' | '3d' | (string & {});
  /** A whole number. */
  readonly per_page?: number | null | undefined;
  /** A whole number. */
  readonly page?: number | null | undefined;
}

/** `POST /v3/base64_crop`. Described by: general-api, image-generation/train-model. */
export interface AccountBase64CropParameters {
  readonly image: string;
  /** Default: `"true"`. */
  readonly crop?: boolean | 'true' | 'false' | null | undefined;
}

/** `POST /v6/base64_to_url`. Described by: general-api. */
export interface AccountBase64ToUrlParameters {
  readonly base64_string: string;
}

/** `POST /v3/dreambooth/buy_model`. Described by: general-api. */
export interface AccountBuyModelParameters {
  readonly quantity: number | string;
}

/** `POST /v3/buy_subscription`. Described by: general-api. */
export interface AccountBuySubscriptionParameters {
  readonly plan_name: 'basic_monthly' | 'basic_yearly' | 'standard_monthly' | 'standard_yearly' | 'premium_monthly' | 'premium_yearly' | (string & {});
}

/** `POST /v3/delete_image`. Described by: general-api. */
export interface AccountDeleteImageParameters {
  /** A whole number. */
  readonly request_id: number | string;
  /** Default: `"image"`. */
  readonly type?: 'image' | 'video' | 'voice' | '3d' | (string & {}) | null | undefined;
}

/** `POST /v3/nsfw_image_check`. Described by: general-api. */
export interface AccountNsfwImageCheckParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** 0 to 1. Default: `0.5`. */
  readonly threshold?: number | null | undefined;
}

/** `POST /check_nsfw_cp`. Described by: general-api. */
export interface AccountPromptCheckParameters {
  readonly prompt: string;
}

/** `POST /v5/controlnet`. Described by: image-generation/controlnet. */
export interface ControlnetGenerateParameters {
  readonly model_id?: string | null | undefined;
  /** Several are separated by commas. */
  readonly controlnet_model?: 'canny' | 'depth' | 'hed' | 'mlsd' | 'normal' | 'openpose' | 'scribble' | 'segmentation' | 'inpaint' | 'softedge' | 'lineart' | 'shuffle' | 'tile' | 'face_detector' | 'qrcode' | 'blur' | 'pose' | 'gray' | 'low_quality' | (string & {}) | null | undefined;
  /** Several are separated by commas. */
  readonly controlnet_type?: 'canny' | 'depth' | 'hed' | 'mlsd' | 'normal' | 'openpose' | 'scribble' | 'segmentation' | 'inpaint' | 'softedge' | 'lineart' | 'shuffle' | 'tile' | 'face_detector' | 'qrcode' | 'blur' | 'pose' | 'gray' | 'low_quality' | (string & {}) | null | undefined;
  /** Default: `"yes"`. */
  readonly auto_hint?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly guess_mode?: boolean | 'yes' | 'no' | null | undefined;
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** An absolute URL. */
  readonly init_image?: string | null | undefined;
  /** An absolute URL. */
  readonly control_image?: string | null | undefined;
  /** An absolute URL. */
  readonly mask_image?: string | null | undefined;
  /** A whole number. 64 to 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. 64 to 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. 1 to 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `"UniPCMultistepScheduler"`. */
  readonly scheduler?: 'DDPMScheduler' | 'DDIMScheduler' | 'PNDMScheduler' | 'LMSDiscreteScheduler' | 'EulerDiscreteScheduler' | 'EulerAncestralDiscreteScheduler' | 'DPMSolverMultistepScheduler' | 'HeunDiscreteScheduler' | 'KDPM2DiscreteScheduler' | 'DPMSolverSinglestepScheduler' | 'KDPM2AncestralDiscreteScheduler' | 'UniPCMultistepScheduler' | 'DDIMInverseScheduler' | 'DEISMultistepScheduler' | 'IPNDMScheduler' | 'KarrasVeScheduler' | 'ScoreSdeVeScheduler' | 'LCMScheduler' | (string & {}) | null | undefined;
  /** Default: `"yes"`. */
  readonly tomesd?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"yes"`. */
  readonly use_karras_sigmas?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"none"`. */
  readonly algorithm_type?: 'dpmsolver+++' | 'none' | (string & {}) | null | undefined;
  readonly vae?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  /** Default: `30`. */
  readonly num_inference_steps?: 21 | 30 | 31 | (number & {}) | null | undefined;
  /** Default: `"no"`. */
  readonly safety_checker?: boolean | 'yes' | 'no' | null | undefined;
  readonly ip_adapter_id?: 'ip-adapter_sdxl' | 'ip-adapter_sd15' | 'ip-adapter-plus-face_sd15' | (string & {}) | null | undefined;
  /** 0 to 1. */
  readonly ip_adapter_scale?: number | null | undefined;
  /** An absolute URL. */
  readonly ip_adapter_image?: string | null | undefined;
  /** Default: `"yes"`. */
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  /** 0.1 to 5. */
  readonly controlnet_conditioning_scale?: number | null | undefined;
  /** 0 to 1. Default: `0.55`. */
  readonly strength?: number | null | undefined;
  /** 1 to 20. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly upscale?: boolean | 'yes' | 'no' | null | undefined;
  /** A whole number. 1 to 8. */
  readonly clip_skip?: number | null | undefined;
  /** Default: `"no"`. */
  readonly base64?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v1/enterprise/deepseek_chat/start`. Described by: enterprise-api/deepseek-chat. */
export interface EnterpriseDeepseekChatStartParameters {
  readonly prompt: string;
  /** Default: `40000`. */
  readonly max_tokens?: number | null | undefined;
  readonly model?: string | null | undefined;
  /** Default: `0.8`. */
  readonly temperature?: number | null | undefined;
  /** Default: `0.9`. */
  readonly top_p?: number | null | undefined;
}

/** `POST /v1/enterprise/face_gen/make_gen`. Described by: enterprise-api/face-gen. */
export interface EnterpriseFaceGenMakeGenParameters {
  readonly prompt: string;
  readonly face_image: string;
  readonly safety_checker: boolean;
  /** Default: `"sensitive_content_text"`. */
  readonly safety_checker_type?: 'blur' | 'sensitive_content_text' | 'pixelate' | 'black' | (string & {}) | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** 0 to 2. Default: `1`. */
  readonly s_scale?: number | null | undefined;
  readonly seed: number;
  /** At most 2. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/faceswap/multiple_face_swap`. Described by: enterprise-api/faceswap. */
export interface EnterpriseFaceSwapMultipleFaceSwapParameters {
  readonly init_image: string;
  readonly target_image: string;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  readonly watermark_image?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/faceswap/single_face_swap`. Described by: enterprise-api/faceswap. */
export interface EnterpriseFaceSwapSingleFaceSwapParameters {
  readonly init_image: string;
  readonly target_image: string;
  readonly reference_image: string;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  readonly watermark_image?: string | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/faceswap/single_video_swap`. Described by: enterprise-api/faceswap. */
export interface EnterpriseFaceSwapSingleVideoSwapParameters {
  readonly init_image: string;
  readonly init_video: string;
  /** Default: `"mp4"`. */
  readonly output_format?: string | null | undefined;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  readonly watermark_image?: string | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/faceswap/specific_video_swap`. Described by: enterprise-api/faceswap. */
export interface EnterpriseFaceSwapSpecificVideoSwapParameters {
  readonly init_image: string;
  readonly init_video: string;
  readonly reference_image: string;
  readonly output_format?: string | null | undefined;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  readonly watermark_image?: string | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/flux/img2img`. Described by: enterprise-api/flux-2-dev, enterprise-api/flux. */
export interface EnterpriseFluxImg2imgParameters {
  readonly deploy_type?: string | null | undefined;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image?: readonly string[] | string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/flux/text2img`. Described by: enterprise-api/flux-2-dev, enterprise-api/flux. */
export interface EnterpriseFluxText2imgParameters {
  readonly deploy_type?: string | null | undefined;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/flux/clear_queue`. Described by: enterprise-api/flux-2-dev. */
export interface EnterpriseFlux2DevClearQueueParameters {
  readonly deploy_type?: string | null | undefined;
}

/** `POST /v1/enterprise/flux_headshot/make_gen`. Described by: enterprise-api/flux-headshot. */
export interface EnterpriseFluxHeadshotMakeGenParameters {
  readonly prompt: string;
  readonly face_image: string;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  readonly seed: number;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/flux_klein/img2img`. Described by: enterprise-api/flux-klein. */
export interface EnterpriseFluxKleinImg2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** At most 4 items. */
  readonly init_image?: readonly string[] | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/flux_klein/text2img`. Described by: enterprise-api/flux-klein. */
export interface EnterpriseFluxKleinText2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/flux_kontext_dev/img2img`. Described by: enterprise-api/flux-kontext-dev. */
export interface EnterpriseFluxKontextDevImg2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image?: string | null | undefined;
  readonly init_image_2?: string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/face_gen`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingFaceGenParameters {
  readonly prompt: string;
  readonly face_image: string;
  /** A whole number. */
  readonly width?: number | null | undefined;
  /** A whole number. */
  readonly height?: number | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  readonly style?: string | null | undefined;
  readonly s_scale?: number | null | undefined;
  /** A whole number. */
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly safety_checker_type?: string | null | undefined;
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/fashion`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingFashionParameters {
  readonly init_image: string;
  readonly cloth_image: string;
  readonly cloth_type: string;
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/head_shot`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingHeadShotParameters {
  readonly face_image: string;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/magic_mix`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingMagicMixParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly image: string;
  /** A whole number. */
  readonly width?: number | null | undefined;
  /** A whole number. */
  readonly height?: number | null | undefined;
  readonly kmin?: number | null | undefined;
  readonly kmax?: number | null | undefined;
  readonly mix_factor?: number | null | undefined;
  /** A whole number. */
  readonly steps?: number | null | undefined;
  /** A whole number. */
  readonly samples?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/mask_creator`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingMaskCreatorParameters {
  readonly specific_object: string;
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** An absolute URL. */
  readonly init_image: string;
}

/** `POST /v1/enterprise/image_editing/object_removal`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingObjectRemovalParameters {
  readonly init_image: string;
  readonly mask_image: string;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/outpaint`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingOutpaintParameters {
  /** Default: `"high quality"`. */
  readonly prompt?: string | null | undefined;
  /** Default: `"low quality"`. */
  readonly negative_prompt?: string | null | undefined;
  readonly image: string;
  /** A whole number. Default: `1280`. */
  readonly width?: number | null | undefined;
  /** A whole number. Default: `720`. */
  readonly height?: number | null | undefined;
  /** A whole number. Default: `10`. */
  readonly overlap_width?: number | null | undefined;
  /** A whole number. Default: `10`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `8`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `true`. */
  readonly temp?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/qwen_edit`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingQwenEditParameters {
  readonly prompt: string;
  readonly init_image: string | readonly string[];
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_editing/removebg_mask`. Described by: enterprise-api/image-editing. */
export interface EnterpriseImageEditingRemovebgMaskParameters {
  readonly image: string;
  /** Default: `false`. */
  readonly alpha_matting?: boolean | null | undefined;
  /** Default: `false`. */
  readonly post_process_mask?: boolean | null | undefined;
  /** Default: `false`. */
  readonly only_mask?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. Default: `240`. */
  readonly alpha_matting_foreground_threshold?: number | null | undefined;
  /** A whole number. Default: `20`. */
  readonly alpha_matting_background_threshold?: number | null | undefined;
  /** A whole number. Default: `5`. */
  readonly alpha_matting_erode_size?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/image_to_video_ultra/img2video`. Described by: enterprise-api/image-to-video-ultra. */
export interface EnterpriseImageToVideoUltraImg2videoParameters {
  readonly prompt: string;
  readonly init_image?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** At most 480. */
  readonly resolution?: number | null | undefined;
  /** A whole number. Default: `92`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. Default: `8`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 1 to 2. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. At most 18. */
  readonly fps?: number | null | undefined;
  /** Default: `false`. */
  readonly portrait?: boolean | null | undefined;
  /** Default: `"3"`. */
  readonly sample_shift?: number | string | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/controlnet`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesControlnetParameters {
  readonly model_id: string;
  /** Several are separated by commas. */
  readonly controlnet_model?: string | null | undefined;
  /** Several are separated by commas. */
  readonly controlnet_type?: string | null | undefined;
  /** Default: `"no"`. */
  readonly auto_hint?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly guess_mode?: boolean | 'yes' | 'no' | null | undefined;
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image?: string | null | undefined;
  readonly control_image?: string | null | undefined;
  readonly mask_image?: string | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. 1 to 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  readonly scheduler?: string | null | undefined;
  /** Default: `"yes"`. */
  readonly tomesd?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"yes"`. */
  readonly use_karras_sigmas?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"none"`. */
  readonly algorithm_type?: 'none' | 'dpmsolver+++' | (string & {}) | null | undefined;
  readonly vae?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  /** Default: `21`. */
  readonly num_inference_steps?: 21 | 31 | (number & {}) | null | undefined;
  /** Default: `"yes"`. */
  readonly safety_checker?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"yes"`. */
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"yes"`. */
  readonly multi_lingual?: boolean | 'yes' | 'no' | null | undefined;
  /** 1 to 20. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** 1 to 20. Default: `1`. */
  readonly controlnet_conditioning_scale?: number | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `"no"`. */
  readonly upscale?: boolean | 'yes' | 'no' | null | undefined;
  /** A whole number. 1 to 8. */
  readonly clip_skip?: number | null | undefined;
  /** Default: `"no"`. */
  readonly base64?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v1/enterprise/img2img`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesImg2imgParameters {
  readonly model_id: string;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image?: string | null | undefined;
  /** Default: `512`. */
  readonly width?: number | null | undefined;
  /** Default: `512`. */
  readonly height?: number | null | undefined;
  /** Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `21`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `"yes"`. */
  readonly safety_checker?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"sensitive_content_text"`. */
  readonly safety_checker_type?: string | null | undefined;
  /** Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `0.7`. */
  readonly strength?: number | null | undefined;
  readonly clip_skip?: number | null | undefined;
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/super_resolution`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesSuperResolutionParameters {
  readonly url: string;
  /** 1 to 4. */
  readonly scale: number;
  /** Default: `"realesr-general-x4v3"`. */
  readonly model_id?: string | null | undefined;
  readonly webhook?: string | null | undefined;
  /** Default: `false`. */
  readonly face_enhance?: boolean | null | undefined;
}

/** `POST /v1/enterprise/text2img`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesText2imgParameters {
  readonly model_id: string;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `21`. */
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** Default: `"yes"`. */
  readonly safety_checker?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"sensitive_content_text"`. */
  readonly safety_checker_type?: 'blur' | 'sensitive_content_text' | 'pixelate' | 'black' | (string & {}) | null | undefined;
  /** Default: `"yes"`. */
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  readonly seed?: number | null | undefined;
  /** 1 to 20. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `"no"`. */
  readonly panorama?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly self_attention?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly upscale?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"yes"`. */
  readonly tomesd?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"yes"`. */
  readonly use_karras_sigmas?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"none"`. */
  readonly algorithm_type?: 'none' | 'dpmsolver+++' | (string & {}) | null | undefined;
  readonly vae?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  readonly scheduler?: string | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** 1 to 8. */
  readonly clip_skip?: number | null | undefined;
  /** Default: `"no"`. */
  readonly base64?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly highres_fix?: boolean | 'yes' | 'no' | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v1/enterprise/delete_model`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesDeleteModelParameters {
  readonly model_id: string;
}

/** `POST /v1/enterprise/load_model`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesLoadModelParameters {
  readonly url: string;
  readonly model_id: string;
  /** Default: `"no"`. */
  readonly from_safetensors?: boolean | 'yes' | 'no' | null | undefined;
  readonly model_type: 'huggingface' | 'api_trained' | 'custom_ckpt' | 'lora' | 'controlnet' | (string & {});
  /** Default: `"fp32"`. */
  readonly revision?: 'fp16' | 'fp32' | (string & {}) | null | undefined;
  readonly webhook?: string | null | undefined;
  /** Default: `"no"`. */
  readonly upcast_attention?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v1/enterprise/load_model_v2`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesLoadModelV2Parameters {
  readonly url: string;
  readonly model_id: string;
  readonly model_category: 'lora' | 'stable_diffusion' | 'stable_diffusion_xl' | 'controlnet' | (string & {});
  readonly model_format: 'ckpt' | 'safetensors' | 'pt' | 'diffusers' | (string & {});
  /** Default: `"fp32"`. */
  readonly revision?: 'fp16' | 'fp32' | (string & {}) | null | undefined;
  readonly webhook?: string | null | undefined;
}

/** `POST /v1/enterprise/load_vae`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesLoadVaeParameters {
  readonly webhook?: string | null | undefined;
  readonly vae_id: string;
  readonly vae_url: string;
  readonly vae_type: 'diffusers' | 'safetensors' | 'pt' | (string & {});
}

/** `POST /v1/enterprise/nsfw_image_check`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesNsfwImageCheckParameters {
  readonly init_image: string;
}

/** `POST /v1/enterprise/reset_s3`. Described by: enterprise-api/general. */
export interface EnterpriseImagesResetS3Parameters {
  readonly deploy_type?: string | null | undefined;
}

/** `POST /v1/enterprise/sync_models`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesSyncModelsParameters {
  readonly sync_key: string;
}

/** `POST /v1/enterprise/update_s3`. Described by: enterprise-api/general. */
export interface EnterpriseImagesUpdateS3Parameters {
  readonly deploy_type?: string | null | undefined;
  readonly public_url: string;
  readonly region_name: string;
  readonly endpoint_url: string;
  readonly aws_access_key_id: string;
  readonly aws_secret_access_key: string;
  readonly image_directory: string;
}

/** `POST /v1/enterprise/upload_image`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesUploadImageParameters {
  readonly base64_image: string;
  readonly image_type: 'png' | 'jpeg' | 'jpg' | (string & {});
}

/** `POST /v1/enterprise/verify_model`. Described by: enterprise-api/text-to-image. */
export interface EnterpriseImagesVerifyModelParameters {
  readonly model_id: string;
}

/** `POST /v1/enterprise/interior/exterior_restorer`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorExteriorRestorerParameters {
  readonly prompt: string;
  readonly init_image?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/interior/floor_planning`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorFloorPlanningParameters {
  readonly prompt: string;
  readonly init_image?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/interior/make`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorMakeParameters {
  readonly prompt: string;
  readonly init_image?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/interior/object_removal`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorObjectRemovalParameters {
  readonly object_name: string;
  readonly init_image?: string | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/interior/room_decorator`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorRoomDecoratorParameters {
  readonly prompt: string;
  readonly init_image?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly specific_object?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/interior/scenario_changer`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorScenarioChangerParameters {
  readonly init_image?: string | null | undefined;
  readonly scenario?: 'beach' | 'desert' | 'plain' | 'taiga' | (string & {}) | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/interior/sketch_rendering`. Described by: enterprise-api/interior. */
export interface EnterpriseInteriorSketchRenderingParameters {
  readonly prompt: string;
  readonly init_image?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/qwen/img2img`. Described by: enterprise-api/qwen. */
export interface EnterpriseQwenImg2imgParameters {
  readonly prompt: string;
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  /** 1 to 2. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/qwen/inpaint`. Described by: enterprise-api/qwen. */
export interface EnterpriseQwenInpaintParameters {
  readonly prompt: string;
  readonly init_image: string;
  readonly mask_image: string;
  readonly negative_prompt?: string | null | undefined;
  /** 1 to 2. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/qwen/text2img`. Described by: enterprise-api/qwen. */
export interface EnterpriseQwenText2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** 1 to 2. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/realtime/img2img`. Described by: enterprise-api/realtime. */
export interface EnterpriseRealtimeImg2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image?: string | null | undefined;
  /** A whole number. At most 1024. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. */
  readonly samples?: number | null | undefined;
  /** Default: `true`. */
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly enhance_prompt?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/realtime/inpaint`. Described by: enterprise-api/realtime. */
export interface EnterpriseRealtimeInpaintParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image?: string | null | undefined;
  readonly mask_image?: string | null | undefined;
  /** A whole number. 1 to 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. 1 to 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. 1 to 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `true`. */
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `true`. */
  readonly enhance_prompt?: boolean | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/realtime/text2img`. Described by: enterprise-api/realtime. */
export interface EnterpriseRealtimeText2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. 1 to 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. 1 to 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. 1 to 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `true`. */
  readonly safety_checker?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `true`. */
  readonly enhance_prompt?: boolean | null | undefined;
}

/** `POST /v1/enterprise/speech_to_text/transcribe`. Described by: enterprise-api/speech-to-text. */
export interface EnterpriseSpeechToTextTranscribeParameters {
  readonly init_audio: string;
  /** Default: `"en"`. */
  readonly language?: string | null | undefined;
  readonly timestamp_level?: 'word' | 'sentence' | (string & {}) | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/super_resolution/make`. Described by: enterprise-api/super-resolution. */
export interface EnterpriseSuperResolutionMakeParameters {
  readonly init_image: string;
  /** A whole number. 1 to 8. Default: `2`. */
  readonly scale?: number | null | undefined;
  /** Default: `false`. */
  readonly face_enhance?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/text_to_speech/make`. Described by: enterprise-api/text-to-speech. */
export interface EnterpriseTextToSpeechMakeParameters {
  readonly prompt: string;
  readonly voice_id: string;
  /** Default: `"english"`. */
  readonly language?: string | null | undefined;
  /** Default: `1`. */
  readonly speed?: number | null | undefined;
  /** Default: `false`. */
  readonly emotion?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/3d/image_to_3d`. Described by: enterprise-api/3d-api. */
export interface EnterpriseThreeDImageTo3dParameters {
  readonly image: string;
  /** Default: `false`. */
  readonly render?: boolean | null | undefined;
  /** Default: `"obj"`. */
  readonly output_format?: string | null | undefined;
  /** Default: `256`. */
  readonly resolution?: number | null | undefined;
  /** Default: `false`. */
  readonly multi_image?: boolean | null | undefined;
  /** Default: `7.5`. */
  readonly ss_guidance_strength?: number | null | undefined;
  /** Default: `12`. */
  readonly ss_sampling_steps?: number | null | undefined;
  /** Default: `3`. */
  readonly slat_guidance_strength?: number | null | undefined;
  /** Default: `12`. */
  readonly slat_sampling_steps?: number | null | undefined;
  /** Default: `0.9`. */
  readonly mesh_simplify?: number | null | undefined;
  /** Default: `8192`. */
  readonly chunk_size?: number | null | undefined;
  /** Default: `0`. */
  readonly seed?: number | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v1/enterprise/3d/text_to_3d`. Described by: enterprise-api/3d-api. */
export interface EnterpriseThreeDTextTo3dParameters {
  /** Default: `"instantmesh"`. */
  readonly model_id?: string | null | undefined;
  readonly prompt: string;
  /** Default: `false`. */
  readonly render?: boolean | null | undefined;
  /** Default: `"obj"`. */
  readonly output_format?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** Default: `1`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `10`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `7.5`. */
  readonly ss_guidance_strength?: number | null | undefined;
  /** Default: `12`. */
  readonly ss_sampling_steps?: number | null | undefined;
  /** Default: `3`. */
  readonly slat_guidance_strength?: number | null | undefined;
  /** Default: `12`. */
  readonly slat_sampling_steps?: number | null | undefined;
  /** Default: `0.9`. */
  readonly mesh_simplify?: number | null | undefined;
  /** Default: `0.85`. */
  readonly foreground_ratio?: number | null | undefined;
  /** Default: `false`. */
  readonly remove_bg?: boolean | null | undefined;
  /** Default: `256`. */
  readonly resolution?: number | null | undefined;
  /** Default: `8192`. */
  readonly chunk_size?: number | null | undefined;
  /** Default: `0`. */
  readonly seed?: number | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v1/enterprise/ultra_video/text2video`. Described by: enterprise-api/text-to-video-ultra. */
export interface EnterpriseUltraVideoText2videoParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. At most 480. Default: `480`. */
  readonly resolution?: number | null | undefined;
  /** A whole number. Default: `92`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. Always 8. Default: `8`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 1 to 2. Default: `1`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. Always 18. Default: `18`. */
  readonly fps?: number | null | undefined;
  /** Default: `false`. */
  readonly portrait?: boolean | null | undefined;
  /** A whole number. Default: `3`. */
  readonly sample_shift?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/uncensored_chat/start`. Described by: enterprise-api/uncensored-chat. */
export interface EnterpriseUncensoredChatStartParameters {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** A whole number. Default: `512`. */
  readonly max_tokens?: number | null | undefined;
}

/** `POST /v1/enterprise/video/img2video`. Described by: enterprise-api/video. */
export interface EnterpriseVideoImg2videoParameters {
  readonly model_id: 'svd' | (string & {});
  readonly negative_prompt?: string | null | undefined;
  /** Default: `"yes"`. */
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  readonly init_image?: string | null | undefined;
  /** A whole number. At most 512. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 512. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. 1 to 25. Default: `16`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `20`. */
  readonly num_inference_steps?: number | null | undefined;
  /** At least 0. Default: `0`. */
  readonly min_guidance_scale?: number | null | undefined;
  /** At most 8. Default: `8`. */
  readonly max_guidance_scale?: number | null | undefined;
  /** A whole number. Default: `127`. */
  readonly motion_bucket_id?: number | null | undefined;
  /** 0 to 1. Default: `0.5`. */
  readonly noise_aug_strength?: number | null | undefined;
  /** A whole number. 1 to 16. Default: `8`. */
  readonly fps?: number | null | undefined;
  /** Default: `"mp4"`. */
  readonly output_type?: 'mp4' | 'gif' | 'base64' | (string & {}) | null | undefined;
  /** Default: `"lerp"`. */
  readonly latent_interpolation_method?: 'lerp' | 'slerp' | (string & {}) | null | undefined;
  /** A whole number. At most 2. */
  readonly clip_skip?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/video/text2video`. Described by: enterprise-api/video. */
export interface EnterpriseVideoText2videoParameters {
  readonly model_id: 'cogvideox' | (string & {});
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. At most 512. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 512. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. 1 to 25. Default: `16`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `20`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 0 to 8. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. At most 2. */
  readonly clip_skip?: number | null | undefined;
  /** A whole number. Default: `1024`. */
  readonly upscale_height?: number | null | undefined;
  /** A whole number. Default: `1024`. */
  readonly upscale_width?: number | null | undefined;
  /** 0 to 1. Default: `0.5`. */
  readonly upscale_strength?: number | null | undefined;
  /** 0 to 8. Default: `7.5`. */
  readonly upscale_guidance_scale?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `20`. */
  readonly upscale_num_inference_steps?: number | null | undefined;
  /** Default: `false`. */
  readonly use_improved_sampling?: boolean | null | undefined;
  /** A whole number. */
  readonly improved_sampling_seed?: number | null | undefined;
  /** A whole number. 1 to 16. Default: `8`. */
  readonly fps?: number | null | undefined;
  /** Default: `"mp4"`. */
  readonly output_type?: 'mp4' | 'gif' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
}

/** `POST /v1/enterprise/voice/music_gen`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceMusicGenParameters {
  readonly prompt: string;
  readonly init_audio?: string | null | undefined;
  /** A whole number. At least 10000. Default: `32000`. */
  readonly sampling_rate?: number | null | undefined;
  /** A whole number. 256 to 1024. Default: `512`. */
  readonly max_new_token?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** Default: `"wav"`. */
  readonly output_format?: 'wav' | 'mp3' | 'flac' | (string & {}) | null | undefined;
  /** Default: `"128k"`. */
  readonly bitrate?: '128k' | '192k' | '320k' | (string & {}) | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/voice/sfx`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceSfxParameters {
  readonly prompt: string;
  /** A whole number. 3 to 15. Default: `10`. */
  readonly duration?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** Default: `"wav"`. */
  readonly output_format?: 'wav' | 'mp3' | 'flac' | (string & {}) | null | undefined;
  /** Default: `"128k"`. */
  readonly bitrate?: '128k' | '192k' | '320k' | (string & {}) | null | undefined;
}

/** `POST /v1/enterprise/voice/speech_to_text`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceSpeechToTextParameters {
  readonly init_audio: string;
  /** Default: `"en"`. */
  readonly language?: 'en' | 'es' | 'fr' | (string & {}) | null | undefined;
  readonly timestamp_level?: 'word' | 'sentence' | (string & {}) | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/voice/text_to_audio`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceTextToAudioParameters {
  readonly prompt: string;
  readonly init_audio?: string | null | undefined;
  readonly voice_id?: string | null | undefined;
  /** Default: `"english"`. */
  readonly language?: 'english' | 'arabic' | 'chinese' | 'spanish' | 'german' | 'czech' | 'dutch' | 'french' | 'hindi' | 'hungarian' | 'italian' | 'japanese' | 'korean' | 'polish' | 'russian' | 'turkish' | (string & {}) | null | undefined;
  /** Default: `"neutral"`. */
  readonly emotion?: 'neutral' | 'happy' | 'sad' | 'angry' | 'dull' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/voice/voice_cover`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceVoiceCoverParameters {
  readonly init_audio: string;
  readonly model_id: string;
  /** Default: `"none"`. */
  readonly pitch?: 'm2f' | 'f2m' | 'none' | (string & {}) | null | undefined;
  /** Default: `"rmvpe"`. */
  readonly algorithm?: 'rmvpe' | 'mangio-crepe' | (string & {}) | null | undefined;
  /** 0 to 1. Default: `0.5`. */
  readonly rate?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `"english"`. */
  readonly language?: 'english' | 'arabic' | 'brazilian' | 'portuguese' | 'chinese' | 'dutch' | 'french' | 'hindi' | 'hungarian' | 'italian' | 'japanese' | 'korean' | 'polish' | 'russian' | 'turkish' | (string & {}) | null | undefined;
  /** Default: `"neutral"`. */
  readonly emotion?: 'neutral' | 'happy' | 'sad' | 'angry' | 'dull' | (string & {}) | null | undefined;
  /** Default: `1`. */
  readonly speed?: number | null | undefined;
  /** A whole number. Default: `3`. */
  readonly radius?: number | null | undefined;
  /** 0 to 1. Default: `0.25`. */
  readonly mix?: number | null | undefined;
  /** A whole number. */
  readonly hop_length?: number | null | undefined;
  /** 0 to 1. Default: `0.33`. */
  readonly originality?: number | null | undefined;
  /** -5 to 5. */
  readonly lead_voice_volume_delta?: number | null | undefined;
  /** -5 to 5. */
  readonly backup_voice_volume_delta?: number | null | undefined;
  /** -5 to 5. */
  readonly instrument_volume_delta?: number | null | undefined;
  /** 0 to 1. Default: `0.15`. */
  readonly reverb_size?: number | null | undefined;
  /** 0 to 1. Default: `0.2`. */
  readonly wetness?: number | null | undefined;
  /** 0 to 1. Default: `0.8`. */
  readonly dryness?: number | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly damping?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/voice/voice_to_voice`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceVoiceToVoiceParameters {
  readonly init_audio: string;
  readonly target_audio: string;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/voice/voice_upload`. Described by: enterprise-api/voice-cloning. */
export interface EnterpriseVoiceVoiceUploadParameters {
  readonly name: string;
  readonly init_audio: string;
  /** Default: `"english"`. */
  readonly language?: 'english' | 'arabic' | 'spanish' | 'german' | 'czech' | 'brazilian portuguese' | 'chinese' | 'dutch' | 'french' | 'hindi' | 'hungarian' | 'italian' | 'japanese' | 'korean' | 'polish' | 'russian' | 'turkish' | (string & {}) | null | undefined;
}

/** `POST /v1/enterprise/z_image_turbo/img2img`. Described by: enterprise-api/z-image-turbo. */
export interface EnterpriseZImageTurboImg2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly init_image: string;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v1/enterprise/z_image_turbo/text2img`. Described by: enterprise-api/z-image-turbo. */
export interface EnterpriseZImageTurboText2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly samples?: number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/faceswap/multiple_face_swap`. Described by: faceswap-api. */
export interface FaceSwapMultipleFaceSwapParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly target_image: string;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/faceswap/single_face_swap`. Described by: faceswap-api. */
export interface FaceSwapSingleFaceSwapParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly target_image: string;
  /** An absolute URL. */
  readonly reference_image: string;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/faceswap/single_video_swap`. Described by: faceswap-api. */
export interface FaceSwapSingleVideoSwapParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly init_video: string;
  /** Default: `"mp4"`. */
  readonly output_format?: string | null | undefined;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/faceswap/specific_video_swap`. Described by: faceswap-api. */
export interface FaceSwapSpecificVideoSwapParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly init_video: string;
  /** An absolute URL. */
  readonly reference_image: string;
  /** Default: `"mp4"`. */
  readonly output_format?: string | null | undefined;
  /** Default: `true`. */
  readonly watermark?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/image_editing/caption`. Described by: image-editing. */
export interface ImageEditingCaptionParameters {
  readonly init_image: string;
  /** Default: `"normal"`. */
  readonly length?: 'short' | 'normal' | 'long' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly prompt?: string | null | undefined;
}

/** `POST /v6/image_editing/face_gen`. Described by: image-editing. */
export interface ImageEditingFaceGenParameters {
  readonly prompt: string;
  readonly face_image: string;
  /** A whole number. At most 512. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 768. */
  readonly height?: number | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** 0 to 2. Default: `1`. */
  readonly s_scale?: number | null | undefined;
  /** A whole number. At most 2. */
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly safety_checker_type?: 'black' | 'blur' | 'sensitive_content_text' | 'pixelate' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `"realistic"`. */
  readonly style?: 'comic' | 'chibi' | '3d' | 'anime' | 'realistic' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
}

/** `POST /v6/image_editing/fashion`. Described by: image-editing. */
export interface ImageEditingFashionParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly cloth_image: string;
  readonly cloth_type: 'upper_body' | 'lower_body' | 'dresses' | (string & {});
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
}

/** `POST /v6/image_editing/flux_headshot`. Described by: image-editing. */
export interface ImageEditingFluxHeadshotParameters {
  readonly prompt: string;
  readonly face_image: string;
  /** A whole number. At most 1024. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 26. */
  readonly num_inference_steps?: number | null | undefined;
  /** 1 to 10. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed: number;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly negative_prompt?: string | null | undefined;
}

/** `POST /v6/image_editing/head_shot`. Described by: image-editing. */
export interface ImageEditingHeadShotParameters {
  readonly prompt: string;
  readonly face_image: string;
  /** A whole number. At most 512. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 768. */
  readonly height?: number | null | undefined;
  readonly num_inference_steps?: 21 | 31 | 41 | (number & {}) | null | undefined;
  /** 1 to 5. */
  readonly guidance_scale?: number | null | undefined;
  /** 0 to 2. Default: `1`. */
  readonly s_scale?: number | null | undefined;
  /** A whole number. At most 2. */
  readonly samples?: number | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  readonly safety_checker_type?: 'black' | 'blur' | 'sensitive_content_text' | 'pixelate' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
}

/** `POST /v6/image_editing/img_mixer`. Described by: image-editing. */
export interface ImageEditingImgMixerParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** An absolute URL. At most 4 items. */
  readonly init_image: readonly string[];
  /** A whole number. At most 1024. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. */
  readonly height?: number | null | undefined;
  /** A whole number. 1 to 50. */
  readonly steps?: number | null | undefined;
  /** 1 to 20. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. At most 1. */
  readonly samples?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/image_editing/inpaint`. Described by: image-editing. */
export interface ImageEditingInpaintParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly mask_image: string;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** A whole number. Default: `30`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `"no"`. */
  readonly safety_checker?: boolean | 'yes' | 'no' | null | undefined;
  /** 1 to 5. Default: `5`. */
  readonly guidance_scale?: number | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: number | null | undefined;
  /** Default: `"false"`. */
  readonly instant_response?: boolean | 'true' | 'false' | null | undefined;
  /** Default: `"false"`. */
  readonly base64?: boolean | 'true' | 'false' | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** A whole number. */
  readonly steps?: number | null | undefined;
}

/** `POST /v6/image_editing/mask_creator`. Described by: image-editing. */
export interface ImageEditingMaskCreatorParameters {
  readonly specific_object: string;
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** An absolute URL. */
  readonly init_image: string;
}

/** `POST /v6/image_editing/object_removal`. Described by: image-editing. */
export interface ImageEditingObjectRemovalParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly mask_image: string;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/image_editing/outpaint`. Described by: image-editing. */
export interface ImageEditingOutpaintParameters {
  /** Default: `"high quality"`. */
  readonly prompt?: string | null | undefined;
  /** Default: `"low quality"`. */
  readonly negative_prompt?: string | null | undefined;
  /** An absolute URL. */
  readonly image: string;
  /** A whole number. At most 1440. Default: `1280`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1440. Default: `720`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 42. Default: `10`. */
  readonly overlap_width?: number | null | undefined;
  /** A whole number. At most 30. Default: `10`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `8`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `true`. */
  readonly temp?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/image_editing/qwen_edit`. Described by: image-editing. */
export interface ImageEditingQwenEditParameters {
  readonly prompt: string;
  readonly init_image: string | readonly string[];
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `"qwen-edit-2509"`. */
  readonly model_id?: 'qwen-edit-2509' | 'qwen-edit-2511' | (string & {}) | null | undefined;
}

/** `POST /v6/image_editing/removebg_mask`. Described by: image-editing. */
export interface ImageEditingRemovebgMaskParameters {
  readonly image: string;
  /** Default: `false`. */
  readonly alpha_matting?: boolean | null | undefined;
  /** Default: `false`. */
  readonly post_process_mask?: boolean | null | undefined;
  /** Default: `false`. */
  readonly only_mask?: boolean | null | undefined;
  /** Default: `false`. */
  readonly inverse_mask?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. 0 to 240. Default: `240`. */
  readonly alpha_matting_foreground_threshold?: number | null | undefined;
  /** A whole number. 0 to 20. Default: `20`. */
  readonly alpha_matting_background_threshold?: number | null | undefined;
  /** A whole number. 0 to 5. Default: `5`. */
  readonly alpha_matting_erode_size?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/image_editing/super_resolution`. Described by: image-editing. */
export interface ImageEditingSuperResolutionParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** Default: `"realesr-general-x4v3"`. */
  readonly model_id?: 'RealESRGAN_x4plus' | 'RealESRGAN_x4plus_anime_6B' | 'RealESRGAN_x2plus' | 'realesr-general-x4v3' | 'ultra_resolution' | (string & {}) | null | undefined;
  /** Default: `3`. */
  readonly scale?: number | null | undefined;
  /** Default: `false`. */
  readonly face_enhance?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/image_editing/base64_to_url`. Described by: image-editing. */
export interface ImageEditingBase64ToUrlParameters {
  readonly init_image: string;
}

/** `POST /v6/images/img2img`. Described by: image-editing, image-generation/community-models. */
export interface ImagesImg2imgParameters {
  readonly model_id: 'flux-kontext-dev' | (string & {});
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly init_image_2?: string | null | undefined;
  readonly safety_checker?: boolean | null | undefined;
  /** A whole number. 1 to 50. */
  readonly num_inference_steps?: number | string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | string | null | undefined;
  /** 0 to 20. Default: `2.5`. */
  readonly guidance?: number | string | null | undefined;
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** Default: `"sensitive_content_text"`. */
  readonly safety_checker_type?: 'blur' | 'sensitive_content_text' | 'pixelate' | 'black' | (string & {}) | null | undefined;
  /** 1 to 20. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `true`. */
  readonly use_karras_sigmas?: boolean | null | undefined;
  /** Default: `"none"`. */
  readonly algorithm_type?: 'none' | 'dpmsolver+++' | (string & {}) | null | undefined;
  readonly vae?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  /** A whole number. 1 to 8. Default: `2`. */
  readonly clip_skip?: number | null | undefined;
  readonly ip_adapter_id?: 'ip-adapter_sdxl' | 'ip-adapter_sd15' | 'ip-adapter-plus-face_sd15' | 'ip-adapter-plus_sdxl_vit-h' | 'ip-adapter-plus-face_sdxl_vit-h' | (string & {}) | null | undefined;
  /** 0 to 1. */
  readonly ip_adapter_scale?: number | null | undefined;
  /** An absolute URL. */
  readonly ip_adapter_image?: string | null | undefined;
  readonly scheduler?: 'DDPMScheduler' | 'DDIMScheduler' | 'PNDMScheduler' | 'LMSDiscreteScheduler' | 'EulerDiscreteScheduler' | 'EulerAncestralDiscreteScheduler' | 'DPMSolverMultistepScheduler' | 'HeunDiscreteScheduler' | 'KDPM2DiscreteScheduler' | 'DPMSolverSinglestepScheduler' | 'KDPM2AncestralDiscreteScheduler' | 'UniPCMultistepScheduler' | 'DDIMInverseScheduler' | 'DEISMultistepScheduler' | 'IPNDMScheduler' | 'KarrasVeScheduler' | 'ScoreSdeVeScheduler' | 'LCMScheduler' | (string & {}) | null | undefined;
}

/** `POST /v6/images/inpaint`. Described by: image-generation/community-models. */
export interface ImagesInpaintParameters {
  readonly model_id: string;
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly mask_image: string;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** Default: `"yes"`. */
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** A whole number. 1 to 31. Default: `31`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `false`. */
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `"sensitive_content_text"`. */
  readonly safety_checker_type?: 'blur' | 'sensitive_content_text' | 'pixelate' | 'black' | (string & {}) | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** 1 to 20. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `true`. */
  readonly use_karras_sigmas?: boolean | null | undefined;
  /** Default: `"none"`. */
  readonly algorithm_type?: 'none' | 'dpmsolver+++' | (string & {}) | null | undefined;
  readonly vae?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  /** A whole number. 1 to 8. Default: `2`. */
  readonly clip_skip?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly ip_adapter_id?: 'ip-adapter_sdxl' | 'ip-adapter_sd15' | 'ip-adapter-plus-face_sd15' | 'ip-adapter-plus_sdxl_vit-h' | 'ip-adapter-plus-face_sdxl_vit-h' | (string & {}) | null | undefined;
  /** 0 to 1. */
  readonly ip_adapter_scale?: number | null | undefined;
  /** An absolute URL. */
  readonly ip_adapter_image?: string | null | undefined;
  readonly scheduler?: 'DDPMScheduler' | 'DDIMScheduler' | 'PNDMScheduler' | 'LMSDiscreteScheduler' | 'EulerDiscreteScheduler' | 'EulerAncestralDiscreteScheduler' | 'DPMSolverMultistepScheduler' | 'HeunDiscreteScheduler' | 'KDPM2DiscreteScheduler' | 'DPMSolverSinglestepScheduler' | 'KDPM2AncestralDiscreteScheduler' | 'UniPCMultistepScheduler' | 'DDIMInverseScheduler' | 'DEISMultistepScheduler' | 'IPNDMScheduler' | 'KarrasVeScheduler' | 'ScoreSdeVeScheduler' | 'LCMScheduler' | (string & {}) | null | undefined;
}

/** `POST /v6/images/text2img`. Described by: image-generation/community-models, image-generation/flux. */
export interface ImagesText2imgParameters {
  readonly model_id: 'flux' | 'flux-pro-1.1' | 'flux-pro-1.1-ultra' | 'flux-pro-1752000026' | (string & {});
  /** Default: `false`. */
  readonly multi_lingual?: boolean | null | undefined;
  /** Default: `false`. */
  readonly upscale?: boolean | null | undefined;
  /** Default: `false`. */
  readonly highres_fix?: boolean | null | undefined;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** Default: `"yes"`. */
  readonly enhance_prompt?: boolean | 'yes' | 'no' | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `31`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `false`. */
  readonly safety_checker?: boolean | null | undefined;
  /** Default: `"sensitive_content_text"`. */
  readonly safety_checker_type?: 'blur' | 'sensitive_content_text' | 'pixelate' | 'black' | (string & {}) | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** 1 to 20. Default: `7.5`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `true`. */
  readonly use_karras_sigmas?: boolean | null | undefined;
  /** Default: `"none"`. */
  readonly algorithm_type?: 'none' | 'dpmsolver+++' | (string & {}) | null | undefined;
  readonly vae?: string | null | undefined;
  readonly lora_strength?: string | number | null | undefined;
  /** Several are separated by commas. */
  readonly lora_model?: string | null | undefined;
  /** A whole number. 1 to 8. Default: `2`. */
  readonly clip_skip?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly ip_adapter_id?: 'ip-adapter_sdxl' | 'ip-adapter_sd15' | 'ip-adapter-plus-face_sd15' | 'ip-adapter-plus_sdxl_vit-h' | 'ip-adapter-plus-face_sdxl_vit-h' | (string & {}) | null | undefined;
  /** 0 to 1. */
  readonly ip_adapter_scale?: number | null | undefined;
  /** An absolute URL. */
  readonly ip_adapter_image?: string | null | undefined;
  readonly scheduler?: 'DDPMScheduler' | 'DDIMScheduler' | 'PNDMScheduler' | 'LMSDiscreteScheduler' | 'EulerDiscreteScheduler' | 'EulerAncestralDiscreteScheduler' | 'DPMSolverMultistepScheduler' | 'HeunDiscreteScheduler' | 'KDPM2DiscreteScheduler' | 'DPMSolverSinglestepScheduler' | 'KDPM2AncestralDiscreteScheduler' | 'UniPCMultistepScheduler' | 'DDIMInverseScheduler' | 'DEISMultistepScheduler' | 'IPNDMScheduler' | 'KarrasVeScheduler' | 'ScoreSdeVeScheduler' | 'LCMScheduler' | (string & {}) | null | undefined;
  /** 0 to 1. Default: `0.75`. */
  readonly injected_noise_alpha?: number | null | undefined;
  /** 0 to 1. Default: `0.45`. */
  readonly sigma_threshold?: number | null | undefined;
  /** 0 to 10. Default: `1`. */
  readonly true_cfg_scale?: number | null | undefined;
  /** Default: `true`. */
  readonly use_cfg_zero_star?: boolean | null | undefined;
  /** Default: `false`. */
  readonly use_zero_init?: boolean | null | undefined;
  /** A whole number. 0 to 50. Default: `0`. */
  readonly zero_steps?: number | null | undefined;
}

/** `POST /v6/images/model_reload`. Described by: image-generation/community-models. */
export interface ImagesModelReloadParameters {
  readonly model_id: string;
}

/** `POST /v6/interior/exterior_restorer`. Described by: interior-api. */
export interface InteriorExteriorRestorerParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly specific_object?: string | null | undefined;
}

/** `POST /v6/interior/floor_planning`. Described by: interior-api. */
export interface InteriorFloorPlanningParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly specific_object?: string | null | undefined;
}

/** `POST /v6/interior/interior_mixer`. Described by: interior-api. */
export interface InteriorInteriorMixerParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly object_image: string;
  readonly prompt: string;
  /** A whole number. 512 to 2048. */
  readonly width?: number | null | undefined;
  /** A whole number. 512 to 2048. */
  readonly height?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. Default: `8`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/interior/make`. Described by: interior-api. */
export interface InteriorMakeParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  /** Default: `5`. */
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. Default: `51`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `8`. */
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. Default: `0`. */
  readonly seed?: number | null | undefined;
  /** A whole number. Default: `6`. */
  readonly scale_down?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly specific_object?: string | null | undefined;
}

/** `POST /v6/interior/object_removal`. Described by: interior-api. */
export interface InteriorObjectRemovalParameters {
  /** An absolute URL. */
  readonly init_image: string;
  readonly object_name: string;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/interior/room_decorator`. Described by: interior-api. */
export interface InteriorRoomDecoratorParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly specific_object?: string | null | undefined;
}

/** `POST /v6/interior/scenario_changer`. Described by: interior-api. */
export interface InteriorScenarioChangerParameters {
  /** An absolute URL. */
  readonly init_image: string;
  readonly scenario: 'beach' | 'desert' | 'plain' | 'taiga' | 'mountain' | 'snow' | 'jungle' | 'city' | 'underwater' | 'urban' | 'forest' | (string & {});
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly specific_object?: string | null | undefined;
}

/** `POST /v6/interior/sketch_rendering`. Described by: interior-api. */
export interface InteriorSketchRenderingParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  readonly strength?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  readonly specific_object?: string | null | undefined;
}

/** `POST /v3/load_model`. Described by: image-generation/model-operation. */
export interface ModelsLoadModelParameters {
  readonly url: string;
  readonly model_id: string;
  /** Default: `"yes"`. */
  readonly force_load?: boolean | 'yes' | 'no' | null | undefined;
  readonly model_format: 'diffusers' | 'safetensors' | 'ckpt' | (string & {});
  /** Default: `"fp16"`. */
  readonly revision?: 'fp16' | 'fp32' | (string & {}) | null | undefined;
  readonly model_category: 'stable_diffusion' | 'stable_diffusion_xl' | 'flux' | 'z_image' | (string & {});
  readonly model_subcategory?: 'lora' | (string & {}) | null | undefined;
  /** Default: `"public"`. */
  readonly model_visibility?: 'private' | 'public' | (string & {}) | null | undefined;
  readonly model_name: string;
  /** An absolute URL. */
  readonly model_image?: string | null | undefined;
  /** Default: `"no"`. */
  readonly hf_upload?: boolean | 'yes' | 'no' | null | undefined;
}

/** `POST /v6/realtime/img2img`. Described by: image-generation/realtime-stable-diffusion. */
export interface RealtimeImg2imgParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `false`. */
  readonly safety_checker?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
}

/** `POST /v6/realtime/inpaint`. Described by: image-generation/realtime-stable-diffusion. */
export interface RealtimeInpaintParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly mask_image: string;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `false`. */
  readonly safety_checker?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
}

/** `POST /v6/realtime/text2img`. Described by: image-generation/realtime-stable-diffusion. */
export interface RealtimeText2imgParameters {
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 1024. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 4. Default: `1`. */
  readonly samples?: number | null | undefined;
  /** Default: `false`. */
  readonly safety_checker?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
}

/** `POST /v6/3d/image_to_3d`. Needs one of `init_image`, `image`. Described by: 3d-api. */
export interface ThreeDImageTo3dParameters {
  readonly init_image?: string | null | undefined;
  /** Default: `"glb"`. */
  readonly output_format?: 'obj' | 'stl' | 'ply' | 'glb' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly render?: boolean | null | undefined;
  /** A whole number. At most 512. Default: `256`. */
  readonly resolution?: number | null | undefined;
  /** Default: `false`. */
  readonly multi_image?: boolean | null | undefined;
  /** Default: `7.5`. */
  readonly ss_guidance_strength?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `12`. */
  readonly ss_sampling_steps?: number | null | undefined;
  /** 0 to 10. Default: `3`. */
  readonly slat_guidance_strength?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `12`. */
  readonly slat_sampling_steps?: number | null | undefined;
  /** 0.9 to 0.98. Default: `0.9`. */
  readonly mesh_simplify?: number | null | undefined;
  /** A whole number. At most 12000. Default: `8192`. */
  readonly chunk_size?: number | null | undefined;
  /** A whole number. Default: `0`. */
  readonly seed?: number | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** An absolute URL. */
  readonly image?: string | null | undefined;
}

/** `POST /v6/3d/text_to_3d`. Described by: 3d-api. */
export interface ThreeDTextTo3dParameters {
  readonly prompt: string;
  /** A whole number. At most 512. Default: `512`. */
  readonly resolution?: number | null | undefined;
  /** Default: `"glb"`. */
  readonly output_format?: 'obj' | 'stl' | 'ply' | 'glb' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly render?: boolean | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** Default: `3`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. Default: `30`. */
  readonly num_inference_steps?: number | null | undefined;
  /** Default: `7.5`. */
  readonly ss_guidance_strength?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `50`. */
  readonly ss_sampling_steps?: number | null | undefined;
  /** 0 to 10. Default: `3`. */
  readonly slat_guidance_strength?: number | null | undefined;
  /** A whole number. 1 to 50. Default: `50`. */
  readonly slat_sampling_steps?: number | null | undefined;
  /** 0.9 to 0.98. Default: `0.9`. */
  readonly mesh_simplify?: number | null | undefined;
  /** Default: `0.85`. */
  readonly foreground_ratio?: number | null | undefined;
  /** Default: `false`. */
  readonly remove_bg?: boolean | null | undefined;
  /** A whole number. At most 12000. Default: `8192`. */
  readonly chunk_size?: number | null | undefined;
  /** A whole number. Default: `0`. */
  readonly seed?: number | null | undefined;
  /** Default: `"no"`. */
  readonly temp?: boolean | 'yes' | 'no' | null | undefined;
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/3d/base64_to_url`. Described by: 3d-api. */
export interface ThreeDBase64ToUrlParameters {
  readonly init_obj: string;
}

/** `POST /v3/lora_fine_tune`. Described by: image-generation/train-model. */
export interface TrainingLoraFineTuneParameters {
  readonly instance_prompt: string;
  readonly wandb_key?: string | null | undefined;
  readonly class_prompt: string;
  /** Default: `"sdxl"`. */
  readonly base_model_type?: 'normal' | 'sdxl' | (string & {}) | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** An absolute URL. At least 1 items. */
  readonly images: readonly string[];
  /** Default: `"men"`. */
  readonly training_type?: 'men' | 'women' | 'female' | 'couple' | (string & {}) | null | undefined;
  /** Default: `"lora"`. */
  readonly lora_type?: 'lora' | 'lycoris' | (string & {}) | null | undefined;
  /** Default: `"18"`. */
  readonly max_train_steps?: number | string | null | undefined;
  /** Default: `"0"`. */
  readonly seed?: number | string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
}

/** `POST /v7/images/image-to-image`. Described by: v7. */
export interface V7ImagesImageToImageParameters {
  readonly model_id: 'flux-kontext-pro' | 'flux-2-pro' | 'seededit-i2i' | 'seedream-4.0-i2i' | 'seedream-4.5-i2i' | 'nano-banana' | 'nano-banana-pro' | 'gen4_image_turbo' | (string & {});
  readonly prompt: string;
  /** At most 10 items. */
  readonly init_image: string | readonly string[];
  /** An absolute URL. */
  readonly init_image_2?: string | null | undefined;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. 512 to 1024. */
  readonly width?: number | null | undefined;
  /** A whole number. 512 to 1024. */
  readonly height?: number | null | undefined;
  readonly aspect_ratio?: '1:1' | '16:9' | '9:16' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9' | '9:21' | (string & {}) | null | undefined;
  /** A whole number. 1 to 4. */
  readonly samples?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly scheduler?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/images/inpaint`. Described by: v7. */
export interface V7ImagesInpaintParameters {
  readonly model_id: string;
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly mask_image: string;
  /** 0 to 1. */
  readonly strength?: number | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. 512 to 1024. */
  readonly width?: number | null | undefined;
  /** A whole number. 512 to 1024. */
  readonly height?: number | null | undefined;
  readonly aspect_ratio?: '1:1' | '16:9' | '9:16' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9' | '9:21' | (string & {}) | null | undefined;
  /** A whole number. 1 to 4. */
  readonly samples?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly scheduler?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/images/text-to-image`. Described by: v7. */
export interface V7ImagesTextToImageParameters {
  readonly model_id: 'flux-2-pro' | 'seedream-t2i' | 'seedream-4' | 'seedream-4.5' | 'imagen-4' | 'imagen-3' | 'imagen-4.0-fast-generate' | 'imagen-4.0-ultra' | 'nano-banana-t2i' | 'nano-banana-pro' | 'gen4_image' | (string & {});
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. 512 to 1024. */
  readonly width?: number | null | undefined;
  /** A whole number. 512 to 1024. */
  readonly height?: number | null | undefined;
  readonly aspect_ratio?: '1:1' | '16:9' | '9:16' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9' | '9:21' | (string & {}) | null | undefined;
  /** A whole number. 1 to 4. */
  readonly samples?: number | null | undefined;
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. */
  readonly num_inference_steps?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly scheduler?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/video-fusion/image-to-video`. Described by: v7. */
export interface V7VideoFusionImageToVideoParameters {
  readonly model_id: 'wan2.5-i2v' | 'seedance-i2v' | 'seedance-1.0-pro-i2v' | 'seedance-1.0-pro-fast-i2v' | 'omni-human' | 'omni-human-1.5' | 'kling-v2-1-i2v' | 'Kling-V2-5-Turbo-i2v' | 'kling-v2-master-i2v' | 'kling-v2-1-master-i2v' | 'Hailuo-2.3-i2v' | 'Hailuo-2.3-Fast-i2v' | 'Hailuo-02-i2v' | 'Hailuo-02-start-end-frame' | (string & {});
  readonly init_image: string | readonly string[];
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  readonly aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '9:21' | (string & {}) | null | undefined;
  /** A whole number. */
  readonly duration?: string | number | null | undefined;
  readonly resolution?: '480p' | '720p' | (string & {}) | null | undefined;
  /** A whole number. */
  readonly fps?: number | null | undefined;
  /** An absolute URL. */
  readonly init_audio?: string | null | undefined;
  readonly enhance_prompt?: boolean | null | undefined;
  readonly generate_audio?: boolean | null | undefined;
  readonly camera_fixed?: boolean | null | undefined;
  readonly portrait?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/video-fusion/lip-sync`. Described by: v7. */
export interface V7VideoFusionLipSyncParameters {
  readonly model_id: 'lipsync-2' | (string & {});
  /** An absolute URL. */
  readonly init_video: string;
  /** An absolute URL. */
  readonly init_audio: string;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/video-fusion/motion-control`. Described by: v7. */
export interface V7VideoFusionMotionControlParameters {
  readonly model_id: 'kling-motion-control' | (string & {});
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly init_video: string;
  readonly character_orientation: 'image' | 'video' | (string & {});
  readonly prompt?: string | null | undefined;
  readonly mode?: 'std' | 'pro' | (string & {}) | null | undefined;
  readonly keep_original_sound?: boolean | 'yes' | 'no' | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/video-fusion/text-to-video`. Described by: v7. */
export interface V7VideoFusionTextToVideoParameters {
  readonly model_id: 'wan2.5-t2v' | 'seedance-t2v' | 'seedance-1.0-pro-fast-t2v' | 'kling-v2-5-turbo-t2v' | 'kling-v2-master-t2v' | 'kling-v2-1-master-t2v' | 'Hailuo-2.3-t2v' | 'Hailuo-02-t2v' | 'sora-2' | (string & {});
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  readonly aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '9:21' | (string & {}) | null | undefined;
  /** A whole number. */
  readonly duration?: string | number | null | undefined;
  readonly resolution?: '480p' | '720p' | (string & {}) | null | undefined;
  /** A whole number. */
  readonly fps?: number | null | undefined;
  /** An absolute URL. */
  readonly init_audio?: string | null | undefined;
  readonly enhance_prompt?: boolean | null | undefined;
  readonly generate_audio?: boolean | null | undefined;
  readonly camera_fixed?: boolean | null | undefined;
  readonly portrait?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/video-fusion/video-to-video`. Described by: v7. */
export interface V7VideoFusionVideoToVideoParameters {
  readonly model_id: 'gen4_aleph' | (string & {});
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_video: string;
  readonly aspect_ratio?: '16:9' | '1280:720' | '720:1280' | '1104:832' | '960:960' | '832:1104' | '1584:672' | '848:480' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly init_image?: string | null | undefined;
  readonly public_figure_threshold?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/create-dubbing`. Needs one of `init_audio`, `init_video`. Described by: v7. */
export interface V7VoiceCreateDubbingParameters {
  readonly model_id: 'eleven_dubbing' | (string & {});
  readonly target_language: string;
  /** An absolute URL. */
  readonly init_audio?: string | null | undefined;
  /** An absolute URL. */
  readonly init_video?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/music-gen`. Described by: v7. */
export interface V7VoiceMusicGenParameters {
  readonly model_id: 'music_v1' | 'sonauto_song' | (string & {});
  readonly prompt: string;
  /** A whole number. */
  readonly duration?: number | string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/song-extender`. Described by: v7. */
export interface V7VoiceSongExtenderParameters {
  readonly model_id: 'song-extender' | (string & {});
  /** An absolute URL. */
  readonly init_audio: string;
  readonly prompt: string;
  /** 0 to 85. */
  readonly extend_duration: number;
  readonly side?: 'left' | 'right' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/song-inpaint`. Described by: v7. */
export interface V7VoiceSongInpaintParameters {
  readonly model_id: 'song-inpaint' | (string & {});
  readonly lyrics: string;
  /** An absolute URL. */
  readonly init_audio: string;
  readonly sections: readonly unknown[];
  readonly prompt?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/sound-generation`. Described by: v7. */
export interface V7VoiceSoundGenerationParameters {
  readonly model_id: 'eleven_sound_effect' | (string & {});
  readonly prompt: string;
  /** A whole number. */
  readonly duration?: number | string | null | undefined;
  /** A whole number. 1 to 22. */
  readonly 'time in seconds'?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/speech-to-speech`. Described by: v7. */
export interface V7VoiceSpeechToSpeechParameters {
  readonly model_id: 'eleven_english_sts_v2' | (string & {});
  /** An absolute URL. */
  readonly init_audio: string;
  readonly voice_id: string;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/speech-to-text`. Described by: v7. */
export interface V7VoiceSpeechToTextParameters {
  readonly model_id: 'scribe_v1' | (string & {});
  /** An absolute URL. */
  readonly init_audio: string;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v7/voice/text-to-speech`. Described by: v7. */
export interface V7VoiceTextToSpeechParameters {
  readonly model_id: 'eleven_multilingual_v2' | 'inworld-tts-1' | (string & {});
  readonly prompt: string;
  readonly voice_id: string;
  /** 0 to 1. */
  readonly temperature?: number | null | undefined;
  readonly language?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/video/img2video`. Described by: video-api. */
export interface VideoImg2videoParameters {
  readonly model_id: 'svd' | 'wan2.2' | (string & {});
  /** An absolute URL. */
  readonly init_image: string;
  readonly prompt?: string | null | undefined;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. At most 512. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 512. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 25. Default: `16`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. At most 50. Default: `20`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 1 to 8. Default: `1`. */
  readonly min_guidance_scale?: number | null | undefined;
  /** 1 to 8. Default: `3`. */
  readonly max_guidance_scale?: number | null | undefined;
  /** A whole number. Default: `127`. */
  readonly motion_bucket_id?: number | null | undefined;
  /** 0 to 1. */
  readonly noise_aug_strength?: number | null | undefined;
  /** A whole number. At most 18. */
  readonly fps?: number | null | undefined;
  readonly output_type?: 'mp4' | 'gif' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/video/img2video_ultra`. Described by: video-api. */
export interface VideoImg2videoUltraParameters {
  /** Default: `"wan2.2"`. */
  readonly model_id?: 'wan2.2' | 'ltx-2.3' | (string & {}) | null | undefined;
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_image: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. */
  readonly resolution?: number | null | undefined;
  /** A whole number. Default: `81`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. At most 25. Default: `25`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 0 to 8. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. At most 18. */
  readonly fps?: number | null | undefined;
  /** Default: `false`. */
  readonly portrait?: boolean | null | undefined;
  /** A whole number. At most 10. Default: `5`. */
  readonly sample_shift?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** A whole number. */
  readonly shift_sample?: number | null | undefined;
}

/**
 * `POST /v6/video/scene_maker`. Described by: video-api.
 *
 * @deprecated withdrawn by the API in January 2026
 */
export interface VideoSceneMakerParameters {
  readonly scenes: readonly { readonly img_url: string; readonly start_frame_index: number }[];
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. Default: `704`. */
  readonly height?: number | null | undefined;
  /** A whole number. Default: `1280`. */
  readonly width?: number | null | undefined;
  /** A whole number. 81 to 120. Default: `120`. */
  readonly num_frames?: number | null | undefined;
  readonly seed?: number | string | null | undefined;
  /** A whole number. 30 to 50. Default: `50`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 1 to 10. Default: `5`. */
  readonly guidance_scale?: number | null | undefined;
  /** 1 to 5. Default: `1`. */
  readonly stg_scale?: number | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly stg_rescale?: number | null | undefined;
  /** A whole number. 8 to 25. Default: `25`. */
  readonly frame_rate?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
}

/** `POST /v6/video/text2video`. Described by: video-api. */
export interface VideoText2videoParameters {
  readonly model_id: 'cogvideox' | 'wanx' | 'wan2.2' | 'ltx-2.3' | (string & {});
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. At most 512. Default: `512`. */
  readonly height?: number | null | undefined;
  /** A whole number. At most 512. Default: `512`. */
  readonly width?: number | null | undefined;
  /** A whole number. At most 25. Default: `25`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. At most 50. Default: `20`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 0 to 8. Default: `7`. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. At most 2. */
  readonly clip_skip?: number | null | undefined;
  /** A whole number. At most 1024. Default: `640`. */
  readonly upscale_height?: number | null | undefined;
  /** A whole number. At most 1024. Default: `1024`. */
  readonly upscale_width?: number | null | undefined;
  /** 0 to 1. Default: `0.6`. */
  readonly upscale_strength?: number | null | undefined;
  /** 0 to 12. Default: `12`. */
  readonly upscale_guidance_scale?: number | null | undefined;
  /** A whole number. At most 50. Default: `20`. */
  readonly upscale_num_inference_steps?: number | null | undefined;
  /** Default: `false`. */
  readonly use_improved_sampling?: boolean | null | undefined;
  /** A whole number. */
  readonly improved_sampling_seed?: number | null | undefined;
  /** A whole number. At most 18. */
  readonly fps?: number | null | undefined;
  /** Default: `"gif"`. */
  readonly output_type?: 'mp4' | 'gif' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly instant_response?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/video/text2video_ultra`. Described by: video-api. */
export interface VideoText2videoUltraParameters {
  /** Default: `"wan2.2"`. */
  readonly model_id?: 'wan2.2' | 'ltx-2.3' | (string & {}) | null | undefined;
  readonly prompt: string;
  readonly negative_prompt?: string | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** A whole number. At most 480. */
  readonly resolution?: number | null | undefined;
  /** A whole number. Default: `81`. */
  readonly num_frames?: number | null | undefined;
  /** A whole number. At most 30. Default: `25`. */
  readonly num_inference_steps?: number | null | undefined;
  /** 0 to 8. */
  readonly guidance_scale?: number | null | undefined;
  /** A whole number. At most 18. */
  readonly fps?: number | null | undefined;
  /** Default: `false`. */
  readonly portrait?: boolean | null | undefined;
  /** A whole number. At most 10. Default: `5`. */
  readonly sample_shift?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** A whole number. */
  readonly shift_sample?: number | null | undefined;
}

/** `POST /v6/video/video2video`. Described by: video-api. */
export interface VideoVideo2videoParameters {
  /** An absolute URL. */
  readonly init_image: string;
  /** An absolute URL. */
  readonly init_video: string;
  readonly to_animate?: boolean | null | undefined;
  /** A whole number. At most 720. */
  readonly resolution?: number | null | undefined;
  /** A whole number. At most 10. Default: `6`. */
  readonly num_inference_steps?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  readonly base64?: boolean | null | undefined;
}

/** `POST /v6/video/watermark_remover`. Described by: video-api. */
export interface VideoWatermarkRemoverParameters {
  /** An absolute URL. */
  readonly init_video: string;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/video/base64_to_url`. Described by: video-api. */
export interface VideoBase64ToUrlParameters {
  readonly init_obj: string;
}

/** `POST /v6/voice/create_dubbing`. Described by: voice-cloning. */
export interface VoiceCreateDubbingParameters {
  /** An absolute URL. */
  readonly init_video: string;
  /** Default: `"hi"`. */
  readonly source_lang?: string | null | undefined;
  readonly output_lang: 'es' | 'fr' | 'hi' | 'it' | 'pt-br' | 'en-us' | 'en-gb' | 'ja' | 'zh' | (string & {});
  /** Default: `"spanish_dub"`. */
  readonly file_prefix?: string | null | undefined;
  readonly voice_id?: string | null | undefined;
  /** Default: `"kokoro"`. */
  readonly voice_model?: string | null | undefined;
  /** Default: `1`. */
  readonly speed?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/lyrics_generator`. Described by: voice-cloning. */
export interface VoiceLyricsGeneratorParameters {
  readonly prompt: string;
  /** Default: `"short"`. */
  readonly length?: 'short' | 'long' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/music_gen`. Described by: voice-cloning. */
export interface VoiceMusicGenParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_audio?: string | null | undefined;
  /** A whole number. 30 to 480. Default: `30`. */
  readonly duration?: number | null | undefined;
  /** Default: `"wav"`. */
  readonly output_format?: 'wav' | 'mp3' | 'flac' | (string & {}) | null | undefined;
  /** Default: `"320k"`. */
  readonly bitrate?: '128k' | '192k' | '320k' | (string & {}) | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/sfx`. Described by: voice-cloning. */
export interface VoiceSfxParameters {
  readonly prompt: string;
  /** A whole number. 3 to 15. Default: `10`. */
  readonly duration?: number | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/song_generator`. Described by: voice-cloning. */
export interface VoiceSongGeneratorParameters {
  readonly lyrics_generation?: boolean | null | undefined;
  readonly lyrics?: string | null | undefined;
  readonly prompt?: string | null | undefined;
  /** An absolute URL. */
  readonly init_audio?: string | null | undefined;
  /** A whole number. */
  readonly duration?: number | null | undefined;
  readonly language?: 'ar' | 'az' | 'bg' | 'bn' | 'ca' | 'cs' | 'da' | 'de' | 'el' | 'en' | 'es' | 'fa' | 'fi' | 'fr' | 'he' | 'hi' | 'hr' | 'ht' | 'hu' | 'id' | 'is' | 'it' | 'ja' | 'ko' | 'la' | 'lt' | 'ms' | 'ne' | 'nl' | 'no' | 'pa' | 'pl' | 'pt' | 'ro' | 'ru' | 'sa' | 'sk' | 'sr' | 'sv' | 'sw' | 'ta' | 'te' | 'th' | 'tl' | 'tr' | 'uk' | 'ur' | 'vi' | 'yue' | 'zh' | (string & {}) | null | undefined;
  readonly instrumental?: boolean | null | undefined;
  readonly caption?: string | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/speech_to_text`. Described by: voice-cloning. */
export interface VoiceSpeechToTextParameters {
  /** An absolute URL. */
  readonly init_audio: string;
  readonly language: string;
  readonly timestamp_level?: 'word' | 'sentence' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/text_to_audio`. Described by: voice-cloning. */
export interface VoiceTextToAudioParameters {
  readonly prompt: string;
  /** An absolute URL. */
  readonly init_audio: string;
  readonly voice_id?: string | null | undefined;
  /** Default: `"english"`. */
  readonly language?: 'arabic' | 'assamese' | 'bengali' | 'brazilian portuguese' | 'chinese' | 'czech' | 'danish' | 'dutch' | 'english' | 'finnish' | 'french' | 'german' | 'greek' | 'gujarati' | 'hebrew' | 'hindi' | 'hungarian' | 'indonesian' | 'italian' | 'japanese' | 'kannada' | 'korean' | 'maithili' | 'malay' | 'malayalam' | 'marathi' | 'min nan chinese' | 'nepali' | 'odia' | 'persian' | 'polish' | 'punjabi' | 'russian' | 'sindhi' | 'sinhala' | 'slovak' | 'spanish' | 'swahili' | 'swedish' | 'tamil' | 'telugu' | 'thai' | 'turkish' | 'ukrainian' | 'urdu' | 'vietnamese' | 'welsh' | 'yue chinese' | (string & {}) | null | undefined;
  /** Default: `1`. */
  readonly speed?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/text_to_speech`. Described by: voice-cloning. */
export interface VoiceTextToSpeechParameters {
  readonly prompt: string;
  readonly voice_id: string;
  /** Default: `"english"`. */
  readonly language?: 'american english' | 'british english' | 'spanish' | 'japanese' | 'mandarin chinese' | 'french' | 'brazilian portuguese' | 'hindi' | 'italian' | 'english' | (string & {}) | null | undefined;
  /** Default: `1`. */
  readonly speed?: number | null | undefined;
  /** Default: `false`. */
  readonly emotion?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/vocal_isolator`. Needs one of `init_audio`, `init_video`. Described by: voice-cloning. */
export interface VoiceVocalIsolatorParameters {
  /** An absolute URL. */
  readonly init_video?: string | null | undefined;
  /** An absolute URL. */
  readonly init_audio?: string | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/voice_cover`. Described by: voice-cloning. */
export interface VoiceVoiceCoverParameters {
  readonly init_audio: string;
  readonly model_id: string;
  readonly pitch?: 'm2f' | 'f2m' | 'none' | (string & {}) | null | undefined;
  /** Default: `"rmvpe"`. */
  readonly algorithm?: 'rmvpe' | 'mangio-crepe' | (string & {}) | null | undefined;
  /** 0 to 1. */
  readonly rate?: number | null | undefined;
  /** A whole number. */
  readonly seed?: number | null | undefined;
  /** Default: `"english"`. */
  readonly language?: string | null | undefined;
  /** Default: `"neutral"`. */
  readonly emotion?: 'neutral' | 'happy' | 'sad' | 'angry' | 'dull' | (string & {}) | null | undefined;
  /** 0.5 to 2. Default: `1`. */
  readonly speed?: number | null | undefined;
  /** 0 to 3. Default: `3`. */
  readonly radius?: number | null | undefined;
  /** 0 to 1. Default: `0.25`. */
  readonly mix?: number | null | undefined;
  /** A whole number. */
  readonly hop_length?: number | null | undefined;
  /** 0 to 1. Default: `0.33`. */
  readonly originality?: number | null | undefined;
  readonly lead_voice_volume_delta?: number | string | null | undefined;
  readonly backup_voice_volume_delta?: number | string | null | undefined;
  readonly instrument_volume_delta?: number | string | null | undefined;
  /** 0 to 1. Default: `0.15`. */
  readonly reverb_size?: number | null | undefined;
  /** 0 to 1. Default: `0.2`. */
  readonly wetness?: number | null | undefined;
  /** 0 to 1. Default: `0.8`. */
  readonly dryness?: number | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly damping?: number | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/voice_design`. Described by: voice-cloning. */
export interface VoiceVoiceDesignParameters {
  readonly prompt: string;
  readonly voice_description: string;
  readonly language?: 'chinese' | 'english' | 'japanese' | 'korean' | 'german' | 'french' | 'russian' | 'portuguese' | 'spanish' | 'italian' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/voice_to_voice`. Described by: voice-cloning. */
export interface VoiceVoiceToVoiceParameters {
  readonly init_audio: string;
  readonly target_audio: string;
  readonly stream?: boolean | null | undefined;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  /** Default: `false`. */
  readonly temp?: boolean | null | undefined;
  /** An absolute URL. */
  readonly webhook?: string | null | undefined;
  /** A whole number. */
  readonly track_id?: string | number | null | undefined;
}

/** `POST /v6/voice/base64_to_url`. Described by: voice-cloning. */
export interface VoiceBase64ToUrlParameters {
  readonly init_audio: string;
}

/** `POST /v6/voice/voice_list`. Described by: voice-cloning. */
export interface VoiceVoiceListParameters {
  /** Default: `"manual"`. */
  readonly type?: 'manual' | 'trained' | 'voice_cover' | (string & {}) | null | undefined;
}

/** `POST /v6/voice/voice_upload`. Described by: voice-cloning. */
export interface VoiceVoiceUploadParameters {
  readonly name: string;
  /** An absolute URL. */
  readonly init_audio: string;
  /** Default: `false`. */
  readonly base64?: boolean | null | undefined;
  readonly language: 'english' | 'arabic' | 'spanish' | 'german' | 'czech' | 'brazilian portuguese' | 'chinese' | 'dutch' | 'french' | 'hindi' | 'hungarian' | 'italian' | 'japanese' | 'korean' | 'polish' | 'russian' | 'turkish' | (string & {});
  readonly gender?: 'male' | 'female' | (string & {}) | null | undefined;
  /** An absolute URL. */
  readonly thumbnail?: string | null | undefined;
}

/**
 * What each kind of job takes, by its name. A member that is not listed here passes where it is spread in:
 * `{ model_id: 'flux', prompt: '…', ...{ new_member: 1 } }`.
 */
export interface ModelsLabOperations {
  readonly 'controlnet.generate': ControlnetGenerateParameters;
  readonly 'enterprise.faceGen.makeGen': EnterpriseFaceGenMakeGenParameters;
  readonly 'enterprise.faceSwap.multipleFaceSwap': EnterpriseFaceSwapMultipleFaceSwapParameters;
  readonly 'enterprise.faceSwap.singleFaceSwap': EnterpriseFaceSwapSingleFaceSwapParameters;
  readonly 'enterprise.faceSwap.singleVideoSwap': EnterpriseFaceSwapSingleVideoSwapParameters;
  readonly 'enterprise.faceSwap.specificVideoSwap': EnterpriseFaceSwapSpecificVideoSwapParameters;
  readonly 'enterprise.flux.img2img': EnterpriseFluxImg2imgParameters;
  readonly 'enterprise.flux.text2img': EnterpriseFluxText2imgParameters;
  readonly 'enterprise.fluxHeadshot.makeGen': EnterpriseFluxHeadshotMakeGenParameters;
  readonly 'enterprise.fluxKlein.img2img': EnterpriseFluxKleinImg2imgParameters;
  readonly 'enterprise.fluxKlein.text2img': EnterpriseFluxKleinText2imgParameters;
  readonly 'enterprise.fluxKontextDev.img2img': EnterpriseFluxKontextDevImg2imgParameters;
  readonly 'enterprise.imageEditing.faceGen': EnterpriseImageEditingFaceGenParameters;
  readonly 'enterprise.imageEditing.fashion': EnterpriseImageEditingFashionParameters;
  readonly 'enterprise.imageEditing.headShot': EnterpriseImageEditingHeadShotParameters;
  readonly 'enterprise.imageEditing.magicMix': EnterpriseImageEditingMagicMixParameters;
  readonly 'enterprise.imageEditing.maskCreator': EnterpriseImageEditingMaskCreatorParameters;
  readonly 'enterprise.imageEditing.objectRemoval': EnterpriseImageEditingObjectRemovalParameters;
  readonly 'enterprise.imageEditing.outpaint': EnterpriseImageEditingOutpaintParameters;
  readonly 'enterprise.imageEditing.qwenEdit': EnterpriseImageEditingQwenEditParameters;
  readonly 'enterprise.imageEditing.removebgMask': EnterpriseImageEditingRemovebgMaskParameters;
  readonly 'enterprise.imageToVideoUltra.img2video': EnterpriseImageToVideoUltraImg2videoParameters;
  readonly 'enterprise.images.controlnet': EnterpriseImagesControlnetParameters;
  readonly 'enterprise.images.img2img': EnterpriseImagesImg2imgParameters;
  readonly 'enterprise.images.superResolution': EnterpriseImagesSuperResolutionParameters;
  readonly 'enterprise.images.text2img': EnterpriseImagesText2imgParameters;
  readonly 'enterprise.interior.exteriorRestorer': EnterpriseInteriorExteriorRestorerParameters;
  readonly 'enterprise.interior.floorPlanning': EnterpriseInteriorFloorPlanningParameters;
  readonly 'enterprise.interior.make': EnterpriseInteriorMakeParameters;
  readonly 'enterprise.interior.objectRemoval': EnterpriseInteriorObjectRemovalParameters;
  readonly 'enterprise.interior.roomDecorator': EnterpriseInteriorRoomDecoratorParameters;
  readonly 'enterprise.interior.scenarioChanger': EnterpriseInteriorScenarioChangerParameters;
  readonly 'enterprise.interior.sketchRendering': EnterpriseInteriorSketchRenderingParameters;
  readonly 'enterprise.qwen.img2img': EnterpriseQwenImg2imgParameters;
  readonly 'enterprise.qwen.inpaint': EnterpriseQwenInpaintParameters;
  readonly 'enterprise.qwen.text2img': EnterpriseQwenText2imgParameters;
  readonly 'enterprise.realtime.img2img': EnterpriseRealtimeImg2imgParameters;
  readonly 'enterprise.realtime.inpaint': EnterpriseRealtimeInpaintParameters;
  readonly 'enterprise.realtime.text2img': EnterpriseRealtimeText2imgParameters;
  readonly 'enterprise.speechToText.transcribe': EnterpriseSpeechToTextTranscribeParameters;
  readonly 'enterprise.superResolution.make': EnterpriseSuperResolutionMakeParameters;
  readonly 'enterprise.textToSpeech.make': EnterpriseTextToSpeechMakeParameters;
  readonly 'enterprise.threeD.imageTo3d': EnterpriseThreeDImageTo3dParameters;
  readonly 'enterprise.threeD.textTo3d': EnterpriseThreeDTextTo3dParameters;
  readonly 'enterprise.ultraVideo.text2video': EnterpriseUltraVideoText2videoParameters;
  readonly 'enterprise.video.img2video': EnterpriseVideoImg2videoParameters;
  readonly 'enterprise.video.text2video': EnterpriseVideoText2videoParameters;
  readonly 'enterprise.voice.musicGen': EnterpriseVoiceMusicGenParameters;
  readonly 'enterprise.voice.sfx': EnterpriseVoiceSfxParameters;
  readonly 'enterprise.voice.speechToText': EnterpriseVoiceSpeechToTextParameters;
  readonly 'enterprise.voice.textToAudio': EnterpriseVoiceTextToAudioParameters;
  readonly 'enterprise.voice.voiceCover': EnterpriseVoiceVoiceCoverParameters;
  readonly 'enterprise.voice.voiceToVoice': EnterpriseVoiceVoiceToVoiceParameters;
  readonly 'enterprise.zImageTurbo.img2img': EnterpriseZImageTurboImg2imgParameters;
  readonly 'enterprise.zImageTurbo.text2img': EnterpriseZImageTurboText2imgParameters;
  readonly 'faceSwap.multipleFaceSwap': FaceSwapMultipleFaceSwapParameters;
  readonly 'faceSwap.singleFaceSwap': FaceSwapSingleFaceSwapParameters;
  readonly 'faceSwap.singleVideoSwap': FaceSwapSingleVideoSwapParameters;
  readonly 'faceSwap.specificVideoSwap': FaceSwapSpecificVideoSwapParameters;
  readonly 'imageEditing.caption': ImageEditingCaptionParameters;
  readonly 'imageEditing.faceGen': ImageEditingFaceGenParameters;
  readonly 'imageEditing.fashion': ImageEditingFashionParameters;
  readonly 'imageEditing.fluxHeadshot': ImageEditingFluxHeadshotParameters;
  readonly 'imageEditing.headShot': ImageEditingHeadShotParameters;
  readonly 'imageEditing.imgMixer': ImageEditingImgMixerParameters;
  readonly 'imageEditing.inpaint': ImageEditingInpaintParameters;
  readonly 'imageEditing.maskCreator': ImageEditingMaskCreatorParameters;
  readonly 'imageEditing.objectRemoval': ImageEditingObjectRemovalParameters;
  readonly 'imageEditing.outpaint': ImageEditingOutpaintParameters;
  readonly 'imageEditing.qwenEdit': ImageEditingQwenEditParameters;
  readonly 'imageEditing.removebgMask': ImageEditingRemovebgMaskParameters;
  readonly 'imageEditing.superResolution': ImageEditingSuperResolutionParameters;
  readonly 'images.img2img': ImagesImg2imgParameters;
  readonly 'images.inpaint': ImagesInpaintParameters;
  readonly 'images.text2img': ImagesText2imgParameters;
  readonly 'interior.exteriorRestorer': InteriorExteriorRestorerParameters;
  readonly 'interior.floorPlanning': InteriorFloorPlanningParameters;
  readonly 'interior.interiorMixer': InteriorInteriorMixerParameters;
  readonly 'interior.make': InteriorMakeParameters;
  readonly 'interior.objectRemoval': InteriorObjectRemovalParameters;
  readonly 'interior.roomDecorator': InteriorRoomDecoratorParameters;
  readonly 'interior.scenarioChanger': InteriorScenarioChangerParameters;
  readonly 'interior.sketchRendering': InteriorSketchRenderingParameters;
  readonly 'realtime.img2img': RealtimeImg2imgParameters;
  readonly 'realtime.inpaint': RealtimeInpaintParameters;
  readonly 'realtime.text2img': RealtimeText2imgParameters;
  readonly 'threeD.imageTo3d': ThreeDImageTo3dParameters;
  readonly 'threeD.textTo3d': ThreeDTextTo3dParameters;
  readonly 'v7.images.imageToImage': V7ImagesImageToImageParameters;
  readonly 'v7.images.inpaint': V7ImagesInpaintParameters;
  readonly 'v7.images.textToImage': V7ImagesTextToImageParameters;
  readonly 'v7.videoFusion.imageToVideo': V7VideoFusionImageToVideoParameters;
  readonly 'v7.videoFusion.lipSync': V7VideoFusionLipSyncParameters;
  readonly 'v7.videoFusion.motionControl': V7VideoFusionMotionControlParameters;
  readonly 'v7.videoFusion.textToVideo': V7VideoFusionTextToVideoParameters;
  readonly 'v7.videoFusion.videoToVideo': V7VideoFusionVideoToVideoParameters;
  readonly 'v7.voice.createDubbing': V7VoiceCreateDubbingParameters;
  readonly 'v7.voice.musicGen': V7VoiceMusicGenParameters;
  readonly 'v7.voice.songExtender': V7VoiceSongExtenderParameters;
  readonly 'v7.voice.songInpaint': V7VoiceSongInpaintParameters;
  readonly 'v7.voice.soundGeneration': V7VoiceSoundGenerationParameters;
  readonly 'v7.voice.speechToSpeech': V7VoiceSpeechToSpeechParameters;
  readonly 'v7.voice.speechToText': V7VoiceSpeechToTextParameters;
  readonly 'v7.voice.textToSpeech': V7VoiceTextToSpeechParameters;
  readonly 'video.img2video': VideoImg2videoParameters;
  readonly 'video.img2videoUltra': VideoImg2videoUltraParameters;
  readonly 'video.sceneMaker': VideoSceneMakerParameters;
  readonly 'video.text2video': VideoText2videoParameters;
  readonly 'video.text2videoUltra': VideoText2videoUltraParameters;
  readonly 'video.video2video': VideoVideo2videoParameters;
  readonly 'video.watermarkRemover': VideoWatermarkRemoverParameters;
  readonly 'voice.createDubbing': VoiceCreateDubbingParameters;
  readonly 'voice.lyricsGenerator': VoiceLyricsGeneratorParameters;
  readonly 'voice.musicGen': VoiceMusicGenParameters;
  readonly 'voice.sfx': VoiceSfxParameters;
  readonly 'voice.songGenerator': VoiceSongGeneratorParameters;
  readonly 'voice.speechToText': VoiceSpeechToTextParameters;
  readonly 'voice.textToAudio': VoiceTextToAudioParameters;
  readonly 'voice.textToSpeech': VoiceTextToSpeechParameters;
  readonly 'voice.vocalIsolator': VoiceVocalIsolatorParameters;
  readonly 'voice.voiceCover': VoiceVoiceCoverParameters;
  readonly 'voice.voiceDesign': VoiceVoiceDesignParameters;
  readonly 'voice.voiceToVoice': VoiceVoiceToVoiceParameters;
}

/** What calls take that are no jobs: they answer at once. */
export interface ModelsLabPlainCalls {
  readonly 'account.assetsGenerated': AccountAssetsGeneratedParameters;
  readonly 'account.base64Crop': AccountBase64CropParameters;
  readonly 'account.base64ToUrl': AccountBase64ToUrlParameters;
  readonly 'account.buyModel': AccountBuyModelParameters;
  readonly 'account.buySubscription': AccountBuySubscriptionParameters;
  readonly 'account.deleteImage': AccountDeleteImageParameters;
  readonly 'account.nsfwImageCheck': AccountNsfwImageCheckParameters;
  readonly 'account.promptCheck': AccountPromptCheckParameters;
  readonly 'enterprise.deepseekChat.start': EnterpriseDeepseekChatStartParameters;
  readonly 'enterprise.flux2Dev.clearQueue': EnterpriseFlux2DevClearQueueParameters;
  readonly 'enterprise.images.deleteModel': EnterpriseImagesDeleteModelParameters;
  readonly 'enterprise.images.loadModel': EnterpriseImagesLoadModelParameters;
  readonly 'enterprise.images.loadModelV2': EnterpriseImagesLoadModelV2Parameters;
  readonly 'enterprise.images.loadVae': EnterpriseImagesLoadVaeParameters;
  readonly 'enterprise.images.nsfwImageCheck': EnterpriseImagesNsfwImageCheckParameters;
  readonly 'enterprise.images.resetS3': EnterpriseImagesResetS3Parameters;
  readonly 'enterprise.images.syncModels': EnterpriseImagesSyncModelsParameters;
  readonly 'enterprise.images.updateS3': EnterpriseImagesUpdateS3Parameters;
  readonly 'enterprise.images.uploadImage': EnterpriseImagesUploadImageParameters;
  readonly 'enterprise.images.verifyModel': EnterpriseImagesVerifyModelParameters;
  readonly 'enterprise.uncensoredChat.start': EnterpriseUncensoredChatStartParameters;
  readonly 'enterprise.voice.voiceUpload': EnterpriseVoiceVoiceUploadParameters;
  readonly 'imageEditing.base64ToUrl': ImageEditingBase64ToUrlParameters;
  readonly 'images.modelReload': ImagesModelReloadParameters;
  readonly 'models.loadModel': ModelsLoadModelParameters;
  readonly 'threeD.base64ToUrl': ThreeDBase64ToUrlParameters;
  readonly 'training.loraFineTune': TrainingLoraFineTuneParameters;
  readonly 'video.base64ToUrl': VideoBase64ToUrlParameters;
  readonly 'voice.base64ToUrl': VoiceBase64ToUrlParameters;
  readonly 'voice.voiceList': VoiceVoiceListParameters;
  readonly 'voice.voiceUpload': VoiceVoiceUploadParameters;
}
