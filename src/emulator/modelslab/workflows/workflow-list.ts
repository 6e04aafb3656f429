/** A parameter of a workflow. */
export interface WorkflowParameter {
  readonly key: string;
  readonly type: 'string' | 'number';
  readonly required: boolean;
  readonly node_id: string;
  readonly node_name: string;
}

/** A workflow that somebody has built. */
export interface ListedWorkflow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Runs a minute. */
  readonly rate_limit: number;
  readonly parameters: readonly WorkflowParameter[];
  /** Names of its steps. */
  readonly steps: readonly string[];
}

const FIRST = { node_id: 'node-1', node_name: 'Text to Image' } as const;

/** The workflows of the emulated account. */
export const WORKFLOWS: readonly ListedWorkflow[] = [
  {
    id: '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33',
    name: 'Poster maker',
    description: 'text to image, then upscale',
    rate_limit: 10,
    parameters: [
      { key: 'prompt', type: 'string', required: true, ...FIRST },
      { key: 'width', type: 'number', required: false, ...FIRST },
      { key: 'height', type: 'number', required: false, ...FIRST },
    ],
    steps: ['Text to Image', 'Image Upscaler'],
  },
  {
    id: '5f2c9d10-7a41-4c0d-8e36-1b9b64c1a0e7',
    name: 'Clip maker',
    description: 'text to video',
    rate_limit: 2,
    parameters: [{ key: 'prompt', type: 'string', required: true, node_id: 'node-1', node_name: 'Text to Video' }],
    steps: ['Text to Video'],
  },
];
