import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { readContract } from './contract-document.js';
import { jsonSchemas } from './json-schemas.js';

/** Says what is wrong with a value, as `/pointer problem`; nothing when it is valid. */
export type Validate = (value: unknown) => readonly string[];

/**
 * A validator that knows nothing of this library: ajv, over the contract as JSON Schemas.
 *
 * @returns gives the check of one schema, such as `request:WorkflowTemplate` or `answer:Workflow`
 */
export function contractValidator(): (name: string) => Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: false });
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  for (const [name, schema] of Object.entries(jsonSchemas(readContract()))) ajv.addSchema(schema, name);
  return (name) => {
    const validate = ajv.getSchema(name);
    if (validate === undefined) throw new Error(`The contract has no ${name}`);
    return (value) => {
      // as it is sent: without members that are undefined
      const valid = validate(JSON.parse(JSON.stringify(value)));
      return valid === true ? [] : (validate.errors ?? []).filter(isCause).map(text);
    };
  };
}

const formats: Readonly<Record<string, true | RegExp>> = {
  'date-span': /^-?(?:\d+\.)?\d{2}:\d{2}:\d{2}(?:\.\d{7})?$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
  // media may be a data URL or plain base64
  uri: true,
  int32: true,
  int64: true,
  float: true,
  double: true,
};

/** `if` says only that something in its branch is wrong. */
function isCause({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}

function text({ instancePath, message = '', params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
