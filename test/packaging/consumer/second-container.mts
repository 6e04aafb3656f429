// The containers of two copies of inversify are different types to the compiler; registration takes both.
import { addCivitaiApi, CivitaiClient } from '@civitkit/core';
import { addCivitaiSdk } from '@civitkit/sdk';
import type { Container as OwnContainer } from 'inversify';
import { Container } from 'second-inversify';

const container: Container = addCivitaiSdk(addCivitaiApi(new Container(), { apiKey: null }), { apiToken: 'of-no-use' });
const civitai: CivitaiClient = container.get(CivitaiClient);
console.log(civitai instanceof CivitaiClient);

// otherwise this file would prove nothing
// @ts-expect-error -- private members of two copies never fit
export const own: OwnContainer = container;
