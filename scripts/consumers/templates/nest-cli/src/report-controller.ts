import { CivitaiClient } from '@civitkit/core';
import { OrchestrationClient, steps } from '@civitkit/sdk';
import { Controller, Get } from '@nestjs/common';

@Controller('report')
export class ReportController {
  // by their types alone: what emitDecoratorMetadata writes down is enough
  constructor(
    private readonly civitai: CivitaiClient,
    private readonly generation: OrchestrationClient,
  ) {}

  @Get()
  async report(): Promise<object> {
    const { username } = await this.civitai.me.get();
    const picture = steps.textToImage({ prompt: 'a boat' });
    const { status } = await this.generation.run({ steps: [picture] }, { maxCost: 50 });
    return { username, status };
  }
}
