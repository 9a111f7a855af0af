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
    ['--step 1', '--step 1: only step 0 is available yet'],
    ['--step 5', '--step 5: only step 0 is available yet'],
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
