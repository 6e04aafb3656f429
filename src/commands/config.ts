import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import type { ConfigSchemaOptions } from './config-schema.js';
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
    .option('--section <name>', 'only CivitaiApi, only CivitaiSdk or only ModelsLab')
    .option('--json', 'print JSON')
    .action(async (options: ExplainOptions) => {
      const { explainConfiguration } = await import('./explain-configuration.js');
      await explainConfiguration(options, io);
    });
  addExamples(explain, ['civitkit config explain', 'civitkit config explain --section CivitaiSdk --json']);
  const validate = addProjectOption(config.command('validate'))
    .description('print every problem of the configuration; exit code 78 when there is one')
    .option('--section <name>', 'only CivitaiApi, only CivitaiSdk or only ModelsLab')
    .action(async (options: SectionOption) => {
      const { validateConfiguration } = await import('./validate-configuration.js');
      await validateConfiguration(options, io);
    });
  addExamples(validate, ['civitkit config validate', 'civitkit config validate --section CivitaiApi']);
  const schema = config
    .command('schema')
    .description('print the JSON Schema of settings files, for editors and for checks before a deployment')
    .option('--section <name>', 'only CivitaiApi, only CivitaiSdk or only ModelsLab')
    .option(
      '--also <name=section>',
      'a section of a named client, such as Studio=CivitaiApi; may be repeated',
      (text: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), text],
    )
    .option('--output <file>', 'write it to this file')
    .action(async (options: ConfigSchemaOptions) => {
      const { printConfigSchema } = await import('./config-schema.js');
      await printConfigSchema(options, io);
    });
  addExamples(
    schema,
    [
      'civitkit config schema --section CivitaiApi',
      'civitkit config schema --also Studio=CivitaiApi --output appsettings.schema.json',
    ],
    'The packages hold one, too: "$schema": "./node_modules/@civitkit/sdk/appsettings.schema.json".',
  );
}
