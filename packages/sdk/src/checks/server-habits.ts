// Where the server is known to do otherwise than its document says, or to have changed since.

/** Members that the document does not list, or lists as the server's own, and that are sent all the same. */
export const takenMembers: Readonly<Record<string, readonly string[]>> = {
  ChatCompletionContentPart: ['type', 'image_url'],
};

/** Limits that the document gives in prose: of a list, and of its items. */
export const proseLimits: Readonly<Record<string, Readonly<Record<string, ProseLimits>>>> = {
  WorkflowTemplate: { tags: { items: { max: 200 } } },
  BlobArchiveInput: { entries: { min: 1, max: 1000 } },
  Flux3V3KeyframesToVideoInput: { keyframes: { min: 1, max: 10 } },
};

/** Least and greatest length. */
interface ProseLimits {
  readonly min?: number;
  readonly max?: number;
  readonly items?: { readonly max: number };
}

/** Numbers that are cut to the nearest allowed one instead of refused. */
export const clampedMembers: readonly (string | number | undefined)[] = ['batchSize'];

/** Members without which the server can do nothing, by schema. */
export const neededMembers: Readonly<Record<string, readonly string[]>> = {
  WorkflowTemplate: ['steps'],
  WorkflowTips: ['civitai', 'creators'],
  WorkflowCallback: ['url'],
};

/**
 * Texts that the server insists on. Much else is listed as required only because the server's type for it is not nullable.
 */
export const neededTexts: RegExp = /^(?:\w*prompt|text|lyrics|musicDescription|caption|message)$/i;

/** Members that the server fills in sensibly although it is said to want them. */
export const filledMembers: readonly string[] = ['seed'];

/** Choices that went, by schema. */
export const retiredChoices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  WorkflowStepTemplate: { audioMix: 'composeMedia took its place.' },
  ImageGenInput: { flux: 'Use flux2, flux1-kontext, or sdcpp with the ecosystem flux1.' },
  ComfyImageGenInput: { hidream: 'It is called hidream-o1 now.' },
  ComfyKrea2ImageGenInput: { base: 'It is called raw now.' },
};

/** Members that went, by schema. */
export const retiredMembers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustomComfyInput: { sessionOwnerApiToken: 'The server stores tokens sent here; newer ones no longer take it.' },
  AIToolkitTrainingInput: { numberOfRepeats: 'Set steps instead.' },
  ImageJobNetworkParams: { type: 'The kind follows from the AIR.' },
  ChatCompletionInput: { stream: 'In a workflow it is metadata of the step: { "metadata": { "stream": true } }.' },
};
