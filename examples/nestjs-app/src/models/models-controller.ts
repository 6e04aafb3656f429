import { CivitaiClient } from '@civitkit/core/client';
import { Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Query } from '@nestjs/common';

/** A model, as far as this application shows it. */
interface ShownModel {
  readonly id: number;
  readonly name: string;
}

@Controller('models')
export class ModelsController {
  readonly #civitai: CivitaiClient;

  constructor(civitai: CivitaiClient) {
    this.#civitai = civitai;
  }

  @Get()
  async top(@Query('count', new DefaultValuePipe(3), ParseIntPipe) count: number): Promise<ShownModel[]> {
    const models = await this.#civitai.models.orderBy('Most Downloaded').take(count).toArray();
    return models.map(({ id, name }) => ({ id, name }));
  }

  @Get(':id')
  async one(@Param('id', ParseIntPipe) modelId: number): Promise<ShownModel> {
    const { id, name } = await this.#civitai.models.get(modelId);
    return { id, name };
  }
}
