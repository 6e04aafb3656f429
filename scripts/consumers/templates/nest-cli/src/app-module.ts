import { CivitaiModule } from '@civitkit/core/nestjs';
import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
import { Module } from '@nestjs/common';
import { ReportController } from './report-controller.js';

@Module({ imports: [CivitaiModule.forRoot(), CivitaiSdkModule.forRoot()], controllers: [ReportController] })
export class AppModule {}
