import { spawnSync } from 'node:child_process';
import { type CodeBlock, codeBlocks, documents } from '../markdown.js';

/** A command in a document. */
export interface ShellLine {
  readonly file: string;
  readonly line: number;
  readonly command: string;
}

/** A block of commands that are typed one after another. */
export interface ShellBlock extends Pick<CodeBlock, 'file' | 'line'> {
  readonly lines: readonly ShellLine[];
}

/** Why commands that begin like this are not run. */
export interface NotTyped {
  readonly like: RegExp;
  readonly why: string;
}

/** Every command that is like none of these is run. */
export const notTyped: readonly NotTyped[] = [
  { like: /^git clone\b/, why: 'gets this repository' },
  { like: /^\.ci\/run\b/, why: 'is what runs these tests' },
  { like: /^npm (?:start|test|ci)\b(?!.*workspace)/, why: 'installs and runs what CI runs as it is written' },
  { like: /^npm run \S/, why: 'is a script of this repository, which CI runs' },
  { like: /^npx changeset\b/, why: 'asks for what has changed' },
  { like: /npm (?:start|run serve) --workspace|\bnode examples\//, why: 'runs an example; test/examples does' },
  { like: /^\$env:|^npx civitkit completion powershell/, why: 'is for PowerShell' },
  { like: /^npx civitkit completion zsh/, why: 'is for zsh' },
  { like: /^(?:docker|kubectl)\b|^cd examples\/env-deployment\b|^\(umask\b/, why: 'needs Docker or Kubernetes' },
  { like: /^npx civitkit emulator\b/, why: 'runs until it is stopped; test/cli does' },
  { like: /^npx civitkit organise --undo\b/, why: 'undoes what nobody has done here; test/cli does' },
  { like: /^npx civitkit login\b/, why: 'waits for a browser; test/cli signs in' },
  { like: /^npx civitkit generate '(?!waves)/, why: 'asks on a terminal before it spends; test/cli answers' },
];

/** The commands of the documents, those of examples too. */
export function shellBlocks(): readonly ShellBlock[] {
  const blocks = documents().flatMap(codeBlocks);
  return blocks
    .filter(({ language }) => language === 'sh')
    .map(({ file, line, text }) => ({ file, line, lines: linesOf(file, line, text) }));
}

/** Programs that commands need besides ours, and that are not on this machine. */
export const missingPrograms: readonly string[] = ['curl', 'jq'].filter(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
);

/** Why a command is not run; nothing when it is. */
export function whyNotTyped({ command }: ShellLine): string | undefined {
  const missing = missingPrograms.find((program) => new RegExp(`(?:^|[|] *)${program} `).test(command));
  if (missing !== undefined) return `needs ${missing}, which is not installed here`;
  return notTyped.find(({ like }) => like.test(command))?.why;
}

function linesOf(file: string, first: number, text: string): readonly ShellLine[] {
  return text.split('\n').flatMap((written, index) => {
    const command = written.replace(/\s+#\s.*$/, '').trim();
    return command === '' || command.startsWith('#') ? [] : [{ file, line: first + index, command }];
  });
}
