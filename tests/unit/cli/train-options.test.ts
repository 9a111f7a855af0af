import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../../src/cli/train-options.ts';

describe('the options of train', () => {
  it('default to the reference run', () => {
    expect(readOptions([])).toEqual({
      step: 0,
      data: undefined,
      seed: 42,
      steps: 1000,
      samples: 20,
      temperature: 1,
      engine: 'fast',
      json: false,
      network: {},
    });
  });
  it('may all be given', () => {
    const text =
      '--step 0 --data x --seed 7 --steps 5 --samples 0 --temperature .5 --engine readable';
    expect(readOptions([...text.split(' '), '--json'])).toEqual({
      step: 0,
      data: 'x',
      seed: 7,
      steps: 5,
      samples: 0,
      temperature: 0.5,
      engine: 'readable',
      json: true,
      network: {},
    });
  });
  it('may describe a network', () => {
    const text = '--step 5 --embd 32 --heads 8 --layers 2 --block 8 --lr 0.02';
    expect(readOptions(text.split(' '))).toMatchObject({
      step: 5,
      temperature: 0.5,
      network: { embd: 32, heads: 8, layers: 2, block: 8, rate: 0.02 },
    });
  });
  it('take a negative seed either way', () => {
    expect(readOptions(['--seed', '-3'])).toMatchObject({ seed: -3 });
    expect(readOptions(['--seed=-3'])).toMatchObject({ seed: -3 });
  });
  it('can ask for help', () => {
    expect(readOptions(['-h'])).toBe('help');
  });
  it.each([
    ['--step 1 --block 8', '--block has no meaning at step 1, which sees one token'],
    ['--step 2 --heads 2', '--heads has no meaning at step 2, which sees one token'],
    ['--step 3 --layers 2', '--layers has no meaning at step 3, which has one head, one layer'],
    ['--step 4 --heads 3', '--heads 3 does not divide the width, --embd 16'],
    ['--step 5 --embd 10', '--heads 4 does not divide the width, --embd 10'],
    ['--step 5 --embd 0', "--embd must be a whole number from 1 to 128, not '0'"],
    ['--step 5 --embd NaN', "--embd must be a whole number from 1 to 128, not 'NaN'"],
    ['--step 5 --layers -1', "--layers must be a whole number from 1 to 8, not '-1'"],
    ['--step 5 --block 1e9', "--block must be a whole number from 1 to 64, not '1e9'"],
    ['--step 5 --lr NaN', "--lr must be a positive number of at most 100, not 'NaN'"],
    ['--step 5 --lr 1e9', "--lr must be a positive number of at most 100, not '1e9'"],
    ['--step 5 --lr -1', "--lr must be a positive number of at most 100, not '-1'"],
    ['--step x', "--step must be a whole number from 0 to 5, not 'x'"],
    ['--step 6', "--step must be a whole number from 0 to 5, not '6'"],
    ['--embd 8', '--embd has no meaning at step 0, which has only counts'],
    ['--heads 8', '--heads has no meaning at step 0, which has only counts'],
    ['--layers 8', '--layers has no meaning at step 0, which has only counts'],
    ['--block 8', '--block has no meaning at step 0, which has only counts'],
    ['--lr 0.1', '--lr has no meaning at step 0, which has only counts'],
    ['--steps -1', "--steps must be a whole number from 0 to 10000000, not '-1'"],
    ['--steps 1e3', "--steps must be a whole number from 0 to 10000000, not '1e3'"],
    ['--samples NaN', "--samples must be a whole number from 0 to 1000000, not 'NaN'"],
    ['--temperature 0', "--temperature must be a positive number, not '0'"],
    ['--temperature -1', "--temperature must be a positive number, not '-1'"],
    ['--temperature=', "--temperature must be a positive number, not ''"],
    ['--engine quick', "--engine must be readable or fast, not 'quick'"],
    ['--steps', "Option '--steps <value>' argument missing"],
    ['--json=yes', "Option '--json' does not take an argument"],
    [
      'names.txt',
      "Unexpected argument 'names.txt'. This command does not take positional arguments",
    ],
  ])('%s is refused in one clear line', (text, message) => {
    expect(() => readOptions(text.split(' '))).toThrow(new UsageError(message));
  });
  it('take no seed that a number cannot hold', () => {
    expect(readOptions(['--seed', '9007199254740991'])).toMatchObject({ seed: 2 ** 53 - 1 });
    expect(() => readOptions(['--seed', '9007199254740993'])).toThrow(UsageError);
  });
});
