// The public contract without the container: `@civitkit/sdk/modelslab/client`.

export type { ChatAnswer, ChatChunk, ChatMessage } from './chat/types.js';
export type { ModelsLabAccount } from './modelslab/account/client.js';
export type {
  AssetsFilter,
  CroppedImage,
  DeleteImageParameters,
  GeneratedAsset,
  ModelPurchase,
  NsfwImageCheckParameters,
  NsfwImageVerdict,
  PromptVerdict,
  SubscribedProduct,
  SubscriptionPlanName,
  SubscriptionPurchase,
  WalletBalance,
} from './modelslab/account/types.js';
export type { AgentCallName, AgentMoneyCallName } from './modelslab/agents/agent-calls.js';
export type { ModelsLabAgents } from './modelslab/agents/client.js';
export type {
  AgentAnswer,
  AgentApiKey,
  AgentData,
  AgentList,
  AgentLogin,
  AgentOptions,
  AgentParameters,
  AgentUser,
  AgentWallet,
  LoginParameters,
} from './modelslab/agents/types.js';
export type { Acknowledgement } from './modelslab/answers/acknowledgement.js';
export type { NumberedList } from './modelslab/answers/numbered-list.js';
export { modelsLabSection } from './modelslab/configuration/modelslab-section.js';
export type { ModelsLabOptions, ModelsLabSettings } from './modelslab/configuration/modelslab-settings.js';
export { createModelsLabClient } from './modelslab/create-modelslab-client.js';
export type { ModelsLabEnterpriseServers } from './modelslab/enterprise/client.js';
export type {
  EnterpriseCalls,
  EnterpriseProduct,
  ServerDetails,
  UpdateS3Parameters,
} from './modelslab/enterprise/types.js';
export { ModelsLabJobError } from './modelslab/errors/modelslab-job-error.js';
export type { EnterpriseFamilies, ModelsLabFamilies, V7Families } from './modelslab/generated/families.js';
export type * from './modelslab/generated/parameters.js';
export type { JobOperation } from './modelslab/jobs/job-operation.js';
export type { JobOptions, WaitOptions } from './modelslab/jobs/job-options.js';
export type { ModelsLabProgress, SubmittedJob } from './modelslab/jobs/job-progress.js';
export type { ModelsLabResult } from './modelslab/jobs/job-result.js';
export type { ModelsLabJob } from './modelslab/jobs/modelslab-job.js';
export type { ModelsLabLlm } from './modelslab/llm/client.js';
export type {
  LlmChatRequest,
  LlmContentBlock,
  LlmMessage,
  LlmMessageAnswer,
  LlmMessageDelta,
  LlmMessageEvent,
  LlmMessagesRequest,
  LlmMessageUsage,
  LlmModel,
  LlmTokenCount,
  LlmTokensRequest,
  UncensoredChatAnswer,
  UncensoredChatRequest,
} from './modelslab/llm/types.js';
export type { ModelsLabModels } from './modelslab/models/client.js';
export type { FoundModel, ListedModel, ModelSearchFilter } from './modelslab/models/types.js';
export type { ListedVoice, ModelsLabVoices, UploadedVoice } from './modelslab/models/voices-client.js';
export { ModelsLabClient } from './modelslab/modelslab-client.js';
export type { DataOutput, ModelsLabOutput, TextOutput, UrlOutput } from './modelslab/outputs/modelslab-output.js';
export type {
  ModelsLabOutputs,
  OutputBytesOptions,
  SaveOutputOptions,
} from './modelslab/outputs/modelslab-outputs.js';
export type { OutputSource } from './modelslab/outputs/open-output.js';
export type { SecretText } from './modelslab/request/reveal-secrets.js';
export type { WireForms } from './modelslab/request/wire-forms.js';
export type { ModelsLabTrainings, TrainingOptions } from './modelslab/training/client.js';
export type { ModelsLabTraining } from './modelslab/training/modelslab-training.js';
export type { StartTrainingParameters, TrainingState } from './modelslab/training/types.js';
export type { ModelsLabUploads, UploadedFile, UploadFamily, UploadOptions } from './modelslab/uploads/client.js';
export type { InlineBytes, InlineSource } from './modelslab/uploads/inline-source.js';
export {
  type ConfirmModelsLabOptions,
  confirmModelsLabEvent,
  type ModelsLabConfirmation,
  type ModelsLabConfirmer,
} from './modelslab/webhooks/confirm-event.js';
export {
  createModelsLabDeduplicator,
  createModelsLabWebhookHandler,
  type ModelsLabWebhookOptions,
} from './modelslab/webhooks/create-handler.js';
export { isTracked } from './modelslab/webhooks/is-tracked.js';
export type {
  ModelsLabEvent,
  ModelsLabJobEvent,
  ModelsLabTrainingEvent,
  ModelsLabWorkflowEvent,
} from './modelslab/webhooks/modelslab-event.js';
export { parseModelsLabEvent } from './modelslab/webhooks/parse-event.js';
export type { ModelsLabWorkflows, WorkflowRunOptions } from './modelslab/workflows/client.js';
export type {
  ListedWorkflow,
  WorkflowParameter,
  WorkflowRunResult,
  WorkflowRunState,
  WorkflowRunStep,
  WorkflowSchema,
} from './modelslab/workflows/types.js';
export type { ModelsLabWorkflowRun } from './modelslab/workflows/workflow-run.js';
