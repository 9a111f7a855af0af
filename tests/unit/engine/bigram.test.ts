import { describe, expect, it } from 'vitest';
import { count, emptyTable, measure, predict, trainBigram } from '../../../src/engine/bigram.ts';
import { split } from '../../../src/engine/documents.ts';
import { log } from '../../../src/engine/math.ts';
import { sample } from '../../../src/engine/sample.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import golden from '../../golden/step0.json' with { type: 'json' };
import { names } from './names.ts';

describe('the reference run', () => {
  const tokenizer = Tokenizer.fromDocuments(names);
  const { train, random } = split(names, golden.seed, golden.num_steps, 3000);
  const { counts, losses } = trainBigram(train, tokenizer, golden.num_steps);

  it('has as many documents and tokens', () => {
    expect(names).toHaveLength(golden.num_docs);
    expect(tokenizer.size).toBe(golden.vocab_size);
  });
  it('has the same losses to the last place', () => {
    expect(losses).toHaveLength(golden.losses.length);
    const apart = losses.map((loss, i) => Math.abs(loss - golden.losses[i]));
    expect(Math.max(...apart)).toBeLessThanOrEqual(1e-15);
  });
  it('has the same counts', () => {
    expect(counts[tokenizer.token('a')]).toEqual(golden.counts_row0);
    expect(counts[tokenizer.bos]).toEqual(golden.counts_bos);
  });
  it('invents the same names', () => {
    const invented = golden.samples.map(() => {
      const { tokens } = sample(random, (prev) => predict(counts, prev), tokenizer.bos);
      return tokenizer.decode(tokens);
    });
    expect(invented).toEqual(golden.samples);
  });
});

describe('a table', () => {
  it('starts from zero, with a row and a column for every token', () => {
    expect(emptyTable(3)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
  it('counts each step of a document', () => {
    const counts = emptyTable(3);
    count(counts, [2, 0, 0, 0, 1, 2]);
    expect(counts).toEqual([
      [2, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
  });
  it('predicts what it has counted, with one added', () => {
    const counts = [
      [3, 0],
      [1, 1],
    ];
    expect(predict(counts, 0)).toEqual([4 / 5, 1 / 5]);
    expect(predict(counts, 1)).toEqual([1 / 2, 1 / 2]);
  });
  it('holds all tokens for equally likely as long as it is empty', () => {
    expect(predict(emptyTable(4), 1)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(measure(emptyTable(4), [3, 0, 1, 3])).toBeCloseTo(log(4), 15);
  });
});

describe('training', () => {
  it('measures a document before it counts it', () => {
    const tokenizer = new Tokenizer(['a', 'b']);
    const { losses } = trainBigram(['a', 'a'], tokenizer, 2);
    expect(losses[0]).toBe((1 / 2) * (-log(1 / 3) - log(1 / 3)));
    expect(losses[1]).toBe((1 / 2) * (-log(2 / 4) - log(2 / 4)));
  });
  it('begins the list again when it is over', () => {
    const tokenizer = new Tokenizer(['a', 'b']);
    const { counts, losses } = trainBigram(['a', 'b'], tokenizer, 5);
    expect(losses).toHaveLength(5);
    expect(counts[tokenizer.bos]).toEqual([3, 2, 0]);
  });
});
