import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readOptions, UsageError, type TrainOptions } from '../../../src/cli/train-options.ts';
import { inReferenceForm, readData, run } from '../../../src/cli/train-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'train-run-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = (...args: string[]) => readOptions(args) as TrainOptions;

describe('reading data', () => {
  const read = (content: string | Uint8Array) => {
    const path = join(folder, 'data');
    writeFileSync(path, content);
    return readData(path);
  };
  const many = Array.from({ length: 2001 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('\n');
  it.each([
    ['', /: holds no documents$/],
    [Uint8Array.of(0x80, 0x81, 0x82), /: is not UTF-8 \(3 places, the first on line 1\)$/],
    [many, /: has 2001 different symbols, more than the 2000 that a table can take$/],
  ])('refuses what cannot be used', (content, message) => {
    expect(() => read(content)).toThrow(UsageError);
    expect(() => read(content)).toThrow(message);
  });
  it('refuses a folder', () => {
    expect(() => readData(folder)).toThrow(/: is a folder$/);
  });
  it.each([
    ['aaa\naa', 'is made of only one symbol'],
    ['abc', 'holds only one document'],
    ['abc\nd\0\n', 'NUL characters were removed (1, the first on line 2)'],
    ['abc\nd\u0007e\n', 'has control characters (1, the first on line 2)'],
    [`a\n${'b'.repeat(1001)}`, 'has documents of over 1000 characters (1, the first on line 2)'],
    [Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0x0a, 0, 0x62), 'read as UTF-16'],
  ])('says what is odd about %j', (content, warning) => {
    const { warnings } = read(content);
    expect(warnings).toHaveLength(1);
    expect(warnings[0].endsWith(`: ${warning}`)).toBe(true);
  });
});

describe('a run', () => {
  const documents = ['anna', 'nan', 'あん', 'e\u0301a'];

  it('is the same with both engines, whatever the options', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(30),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (...drawn) => {
          const [seed, steps, temperature] = drawn.map((value) => `=${value}`);
          const args = [`--seed${seed}`, `--steps${steps}`, `--temperature${temperature}`];
          const [fast, readable] = ['fast', 'readable'].map((engine) =>
            run(documents, options(...args, '--engine', engine)),
          );
          expect(fast).toEqual(readable);
        },
      ),
    );
  });
  it('of a network is the same with both engines', () => {
    for (const step of [1, 2, 3, 4, 5]) {
      const args = ['--step', `${step}`, '--steps', '6', '--embd', '8', '--temperature', '0.8'];
      const [fast, readable] = ['fast', 'readable'].map((engine) =>
        run(documents, options(...args, '--engine', engine)),
      );
      expect(fast).toEqual(readable);
      expect(fast.report.losses).toHaveLength(6);
      expect(fast.report.num_params).toBeGreaterThan(0);
    }
  });
  it('ends in one clear line when the loss stops being finite', () => {
    expect(() => run(documents, options('--step', '3', '--lr', '100', '--steps', '50'))).toThrow(
      /^the loss stopped being finite at step \d+; a smaller --lr may help$/,
    );
  });
  it('samples from what it has counted, at a temperature', () => {
    const cold = run(['ab', 'ab', 'ab'], options('--temperature', '0.01')).report;
    expect(new Set(cold.samples)).toEqual(new Set(['ab']));
    expect(run(documents, options('--steps', '0', '--samples', '0')).report).toMatchObject({
      losses: [],
      samples: [],
      vocab_size: 6,
    });
  });
  it('reports its progress', () => {
    const seen: number[] = [];
    run(documents, options('--steps', '40'), (done) => seen.push(done));
    expect(seen.slice(0, 3)).toEqual([0, 16, 32]);
  });
  it('is printed in columns as wide as the reference has them', () => {
    const { report } = run(['ab', 'ba'], options('--steps', '2', '--samples', '1'));
    expect(
      inReferenceForm({
        report: { ...report, losses: [1.5, 12.34566], samples: ['ab'] },
        check: null,
      }),
    ).toBe(
      [
        'num docs: 2',
        'vocab size: 3',
        'step    1 /    2 | loss 1.5000',
        'step    2 /    2 | loss 12.3457',
        '',
        '--- inference (new, hallucinated names) ---',
        'sample  1: ab',
        '',
      ].join('\n'),
    );
  });
});
