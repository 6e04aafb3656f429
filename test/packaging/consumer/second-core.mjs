// Two copies of @civitkit/core in one process; prints whether each knows the other's values.
import * as one from '@civitkit/core';
import { Container } from 'inversify';
import * as two from 'second-core';

const error = await two
  .createCivitaiClient({ apiKey: null })
  .me.get()
  .then(undefined, (reason) => reason);
const configuration = two.Configuration.from({ CivitaiApi: { ApiKey: 'a-key-of-no-use', TimeoutSeconds: 7 } });
const container = new Container();
// one's function, two's configuration and key
one.addCivitaiApi(container, configuration);
one.addCivitaiApi(container, { apiKey: new two.Secret('another-key') }, { name: 'studio' });
const settings = container.get(two.coreTokens.settings);
console.log(
  JSON.stringify({
    separate: one.CivitaiClient !== two.CivitaiClient && one.Secret !== two.Secret,
    error: [error instanceof one.CivitaiError, one.isCivitaiError(error)],
    secret: [settings.apiKey instanceof two.Secret, two.isSecret(settings.apiKey), one.isSecret(new two.Secret('x'))],
    configuration: [configuration instanceof one.Configuration, one.isConfiguration(configuration)],
    timeoutSeconds: settings.timeoutSeconds,
    named: container.get(one.coreTokens.settings, { name: 'studio' }).apiKey.reveal(),
    // classes are tokens of their own copy
    bound: [container.isBound(one.CivitaiClient), container.isBound(two.CivitaiClient)],
  }),
);
await container.unbindAllAsync();
