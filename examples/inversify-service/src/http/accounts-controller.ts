import { ApplyMiddleware, Controller, Get, Query } from '@inversifyjs/http-core';
import { ModelCatalogue } from '../model-catalogue.js';
import { FromRequest, RequestScope } from './request-scope.js';

/** A model, as far as the visitors of this service are concerned. */
interface ShownModel {
  readonly id: number;
  readonly name: string;
  readonly downloads: number | null;
}

@Controller('/accounts/:account')
@ApplyMiddleware(RequestScope)
export class AccountsController {
  @Get('/me')
  async me(@FromRequest(ModelCatalogue) catalogue: ModelCatalogue): Promise<{ readonly username: string }> {
    const { username } = await catalogue.whoAmI();
    return { username };
  }

  @Get('/top')
  async top(
    @FromRequest(ModelCatalogue) catalogue: ModelCatalogue,
    @Query({ name: 'count' }) count: unknown,
  ): Promise<readonly ShownModel[]> {
    const models = await catalogue.topModels(Math.min(Math.max(Number(count) || 5, 1), 20));
    return models.map(({ id, name, stats }) => ({ id, name, downloads: stats.downloadCount ?? null }));
  }
}
