import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type Picture, Pictures } from './pictures.js';

/** Buzz that one picture may cost. */
const maxCost = 20;

@Controller('pictures')
export class PicturesController {
  readonly #pictures: Pictures;

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  @Post()
  order(@Body('prompt') prompt: string): Promise<Picture> {
    return this.#pictures.order(prompt, maxCost);
  }

  @Get(':id')
  one(@Param('id') id: string): Picture {
    const picture = this.#pictures.find(id);
    if (picture === undefined) throw new NotFoundException();
    return picture;
  }
}
