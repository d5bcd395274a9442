import { describe, expect, it } from 'vitest';
import { HELP, parseOptions } from './options.ts';

describe('the command line', () => {
  it('needs nothing', () => {
    expect(parseOptions([])).toEqual({
      kind: 'run',
      options: {
        port: 4010,
        host: '127.0.0.1',
        keys: undefined,
        latency: { mean: 7.62, sigma: 0.35 },
        rpm: 50,
        countPolls: false,
        credits: 10,
        price: 0.01108,
        publicUrl: undefined,
        control: true,
        threads: 1,
        stored: null,
        dressOnce: false,
        data: undefined,
        verbose: false,
      },
    });
  });

  it('takes every option', () => {
    const parsed = parseOptions(
      '--port 0 --host 0.0.0.0 --key SG_a --key SG_b --instant --stored-picture a.jpg --dress-once --threads 2 --rpm 5 --count-polls --credits 1 --price 0.5 --public-url https://sandbox.example/ --data kept --no-control --verbose'.split(
        ' ',
      ),
    );
    expect(parsed).toEqual({
      kind: 'run',
      options: {
        port: 0,
        host: '0.0.0.0',
        keys: ['SG_a', 'SG_b'],
        latency: { mean: 0, sigma: 0 },
        rpm: 5,
        countPolls: true,
        credits: 1,
        price: 0.5,
        publicUrl: 'https://sandbox.example',
        control: false,
        threads: 2,
        stored: { file: 'a.jpg' },
        dressOnce: true,
        data: 'kept',
        verbose: true,
      },
    });
  });

  it.each([
    [['--port', '70000'], '--port must be a whole number from 0 to 65535'],
    [['--latency-mean', 'long'], '--latency-mean must be a number'],
    [['--credits', '-1'], "'--credits'"],
    [['--public-url', 'here'], '--public-url must be an http(s) address'],
    [['--colour'], '--colour'],
    [['4010'], '4010'],
  ])('explains what is wrong with %j', (args, text) => {
    expect(parseOptions(args)).toEqual({ kind: 'wrong', message: expect.stringContaining(text) });
  });

  it('explains each option in the help', () => {
    expect(parseOptions(['--help'])).toEqual({ kind: 'help' });
    for (const option of [
      '--port',
      '--key',
      '--latency-mean',
      '--latency-sigma',
      '--instant',
      '--dress-once',
      '--data',
      '--no-control',
      '--verbose',
    ]) {
      expect(HELP).toContain(`  ${option} `);
    }
  });
});
