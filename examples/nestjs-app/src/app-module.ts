import { CivitaiModule } from '@civitkit/core/nestjs';
import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { APP_FILTER } from '@nestjs/core';
import { CivitaiErrorFilter } from './civitai-error-filter.js';
import { HealthModule } from './health/health-module.js';
import { ModelsModule } from './models/models-module.js';
import { PicturesModule } from './pictures/pictures-module.js';

@Module({
  imports: [
    // no options: appsettings.json of the working directory, environment, secrets; read once for both clients
    CivitaiModule.forRoot({}, { isGlobal: true }),
    CivitaiSdkModule.forRoot({}, { isGlobal: true }),
    // the application's own settings
    ConfigModule.forRoot({ isGlobal: true }),
    ModelsModule,
    PicturesModule,
    HealthModule,
  ],
  providers: [{ provide: APP_FILTER, useClass: CivitaiErrorFilter }],
})
export class AppModule {}
