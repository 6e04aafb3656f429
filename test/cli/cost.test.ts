import { describe, expect, it } from 'vitest';
import { generation } from './generation.js';

const cli = generation();

describe('civitkit cost', () => {
  it('tells the price, how it comes about, and which accounts it would come from', async () => {
    cli.emulator.orchestration.setBalances({ blue: 5 });
    const { code, stderr, stdout } = await cli.run(['cost', 'a cat', '--quantity', '3']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual([
      'This would cost about 12 Buzz (5 blue, 7 green): an estimate.',
      '  base 4 × 3 (quantity)',
      '  from the account: 5 blue',
      '  from the account: 7 green',
    ]);
    expect(cli.submissions()).toBe(0);
  });

  it('says plainly that there is too little, which is an answer and no failure', async () => {
    cli.emulator.orchestration.setBalances({ blue: 0, green: 0, yellow: 0 });
    const { code, stdout } = await cli.run(['cost', 'a cat']);
    expect(code).toBe(0);
    expect(stdout).toContain('The account has too little Buzz');
  });

  it('prints what the API gives with --json, and nothing else', async () => {
    const { stdout } = await cli.run(['cost', '--template', '-', '--json'], {
      stdin: JSON.stringify({ steps: [{ $type: 'textToImage', input: { prompt: 'a cat' } }] }),
    });
    expect(JSON.parse(stdout)).toMatchObject({ id: null, cost: { total: 4 } });
  });

  it('stops at mistakes as generate does', async () => {
    const { code, stderr, stdout } = await cli.run(['cost', 'a cat', '--width', '3']);
    expect(code).toBe(2);
    expect(stderr).toContain('error: /steps/0/input/width');
    expect(stdout).toBe('');
  });

  it('has an exit code for a service that is not there', async () => {
    await cli.emulator.close();
    const { code, stderr } = await cli.run(['cost', 'a cat']);
    expect(code).toBe(5);
    expect(stderr).toContain('[connection_failed]');
  });
});
