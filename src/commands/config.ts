import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { addProjectOption, type ProjectOption } from './project-option.js';

interface SectionOption extends ProjectOption {
  readonly section?: string;
}

interface ExplainOptions extends SectionOption {
  readonly json?: boolean;
}

/** `civitkit config …`: what the configuration is, where it comes from, and what is wrong with it. */
export function addConfigCommand(program: Command, io: CommandIo): void {
  const config = program
    .command('config')
    .description('look at the effective configuration, and set how this program works');
  const explain = addProjectOption(config.command('explain'))
    .description('print every setting with its source and what it overrides; secrets are masked')
    .option('--section <name>', 'only CivitaiApi or only CivitaiSdk')
    .option('--json', 'print JSON')
    .action(async (options: ExplainOptions) => {
      const { explainConfiguration } = await import('./explain-configuration.js');
      await explainConfiguration(options, io);
    });
  addExamples(explain, ['civitkit config explain', 'civitkit config explain --section CivitaiSdk --json']);
  const validate = addProjectOption(config.command('validate'))
    .description('print every problem of the configuration; exit code 78 when there is one')
    .option('--section <name>', 'only CivitaiApi or only CivitaiSdk')
    .action(async (options: SectionOption) => {
      const { validateConfiguration } = await import('./validate-configuration.js');
      await validateConfiguration(options, io);
    });
  addExamples(validate, ['civitkit config validate', 'civitkit config validate --section CivitaiApi']);
}
