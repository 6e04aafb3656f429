import { CivitaiWebhookModule } from '@civitkit/sdk/nestjs';
import { Module } from '@nestjs/common';
import { CallbackAddress } from './callback-address.js';
import { Pictures } from './pictures.js';
import { PicturesController } from './pictures-controller.js';

/** What the controller and the webhook share. */
@Module({ providers: [CallbackAddress, Pictures], exports: [CallbackAddress, Pictures] })
class PictureStoreModule {}

@Module({
  imports: [
    PictureStoreModule,
    CivitaiWebhookModule.forRootAsync({
      imports: [PictureStoreModule],
      inject: [CallbackAddress, Pictures],
      useFactory: ({ secret }, pictures) => ({ secret, onEvent: (event) => pictures.receive(event) }),
    }),
  ],
  controllers: [PicturesController],
})
export class PicturesModule {}
