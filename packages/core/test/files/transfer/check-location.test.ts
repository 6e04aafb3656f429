import { describe, expect, it } from 'vitest';
import { checkLocation, isPrivate } from '../../../src/files/transfer/check-location.js';

const site = 'https://civitai.com/api/download/models/1';
const local = 'http://127.0.0.1:4010/api/download/models/1';

describe('checkLocation', () => {
  it.each([
    ["https://b2.test/a%20b?X-Amz-Signature=1&n='quoted'", site],
    ['https://r2.cloudflarestorage.com/x', site],
    ['http://127.0.0.1:4011/x', local],
    ['http://[::1]:4011/x', local],
    ['https://storage.test/x', local],
    ['https://10.0.0.5/x', local],
  ])('goes to %s, and changes no letter of it', (location, from) => {
    expect(checkLocation(location, from, false)).toBe(location);
  });

  it('completes what is relative', () => {
    expect(checkLocation('/files/1?a=b', site, false)).toBe('https://civitai.com/files/1?a=b');
  });

  it.each([
    [undefined, site, 'nowhere'],
    ['http://', site, 'nowhere'],
    ['ftp://storage.test/x', site, 'not http'],
    ['file:///etc/passwd', site, 'not http'],
    ['javascript:alert(1)', site, 'not http'],
    ['http://storage.test/x', site, 'unencrypted'],
    ['http://storage.test/x', local, 'unencrypted'],
    ['https://me:secret@storage.test/x', site, 'user name'],
    ['https://127.0.0.1/x', site, 'private'],
    ['https://localhost/x', site, 'private'],
    ['https://169.254.169.254/latest/meta-data', site, 'private'],
    ['https://10.1.2.3/x', site, 'private'],
    ['https://192.168.0.1/x', site, 'private'],
    ['https://172.31.255.255/x', site, 'private'],
    ['https://100.64.0.1/x', site, 'private'],
    ['https://[::1]/x', site, 'private'],
    ['https://[fd00::1]/x', site, 'private'],
    ['https://[::ffff:10.0.0.1]/x', site, 'private'],
    ['https://2130706433/x', site, 'private'],
    ['https://0x7f.1/x', site, 'private'],
    ['https://router.lan/x', site, 'private'],
    ['https://intranet/x', site, 'private'],
  ])('refuses %s from %s: %s', (location, from, why) => {
    expect(() => checkLocation(location, from, false)).toThrow(
      expect.objectContaining({ code: 'unsafe_redirect', message: expect.stringContaining(why) as string }) as Error,
    );
  });

  it('goes unencrypted within a network of which the user says so', () => {
    expect(checkLocation('http://storage:9000/x', 'http://emulator:4010/', true)).toBe('http://storage:9000/x');
    expect(() => checkLocation('http://storage:9000/x', 'http://emulator:4010/', false)).toThrow(/unencrypted/);
  });

  it('repeats nothing of a link in its message', () => {
    expect(() => checkLocation('http://storage.test/x?X-Amz-Signature=s3cret', site, false)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cret') as string }) as Error,
    );
  });
});

describe('isPrivate', () => {
  it.each([
    ['8.8.8.8', false],
    ['172.32.0.1', false],
    ['[2606:4700::1]', false],
    ['civitai.com', false],
    ['printer.local', true],
  ])('%s: %s', (name, expected) => {
    expect(isPrivate(name)).toBe(expected);
  });
});
