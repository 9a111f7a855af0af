import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainBigram } from '../../../src/engine/bigram.ts';
import { encodeCorpus, shuffledOrder } from '../../../src/engine/corpus.ts';
import { countDocument, emptyCounts } from '../../../src/engine/counts.ts';
import { BigramHistory } from '../../../src/engine/history.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import { documentLists, names } from './names.ts';

const corpus = encodeCorpus(names, Tokenizer.fromDocuments(names));
const { order } = shuffledOrder(names.length, 42);

/** The table counted straight from the start. */
function straight(steps: number) {
  const table = emptyCounts(corpus.size);
  for (let s = 0; s < steps; s++) countDocument(table, corpus, order[s % order.length]);
  return table;
}

describe('the history of a run', () => {
  it('has any step in any order, as if counted straight there', () => {
    const history = new BigramHistory(corpus, order, 40_000);
    for (const step of [32_178, 1, 9_999, 0, 40_000, 17_003, 9_998, 32_179, 1000]) {
      const [table, wanted] = [history.at(step), straight(step)];
      expect(table.counts.join()).toBe(wanted.counts.join());
      expect(table.rowTotals.join()).toBe(wanted.rowTotals.join());
    }
  });
  it('has the losses of the readable program, bit for bit', () => {
    fc.assert(
      fc.property(documentLists, fc.nat(60), fc.nat(1000), (documents, steps, seed) => {
        const tokenizer = Tokenizer.fromDocuments(documents);
        const own = shuffledOrder(documents.length, seed).order;
        const history = new BigramHistory(encodeCorpus(documents, tokenizer), own, steps);
        const readable = trainBigram(
          Array.from(own, (d) => documents[d]),
          tokenizer,
          steps,
        );
        expect([...history.losses]).toEqual(readable.losses);
        expect([...history.at(steps).counts]).toEqual(readable.counts.flat());
      }),
    );
  });
  it('is not changed by what is done to a table it gave', () => {
    const history = new BigramHistory(corpus, order, 10);
    history.at(10).counts.fill(7);
    expect(history.at(10)).toEqual(straight(10));
  });
  it('measures the same run with another smoothing', () => {
    const [half, none] = [0.5, 0].map((alpha) => new BigramHistory(corpus, order, 5, alpha));
    expect(half.losses[0]).toBeCloseTo(Math.log(27), 14);
    expect(none.losses[0]).toBe(Infinity);
    expect(half.at(5)).toEqual(none.at(5));
  });
  it('counts twenty thousand documents in well under two seconds', () => {
    const before = performance.now();
    new BigramHistory(corpus, order, 20_000).at(10_000);
    expect(performance.now() - before).toBeLessThan(2000);
  });
  it.each([-1, 11, 0.5, NaN])('has no step %d of ten', (step) => {
    expect(() => new BigramHistory(corpus, order, 10).at(step)).toThrow(RangeError);
  });
  it('needs a document if it is to train', () => {
    const empty = encodeCorpus([], new Tokenizer([]));
    expect(() => new BigramHistory(empty, new Uint32Array(), 1)).toThrow(RangeError);
    expect(new BigramHistory(empty, new Uint32Array(), 0).at(0).size).toBe(1);
  });
});

describe('the contributors of a cell', () => {
  it('add up to its count, at any step, for every cell', () => {
    fc.assert(
      fc.property(documentLists, fc.nat(80), (documents, step) => {
        const own = encodeCorpus(documents, Tokenizer.fromDocuments(documents));
        const history = new BigramHistory(own, shuffledOrder(documents.length, 1).order, 80);
        const { counts, size } = history.at(step);
        counts.forEach((times, cell) => {
          const found = history.contributors(step, Math.floor(cell / size), cell % size);
          expect(found.reduce((total, one) => total + one.times, 0)).toBe(times);
        });
      }),
      { numRuns: 30 },
    );
  });
  it('come in the order they were read, with how often each made the step', () => {
    const documents = ['anna', 'nan', 'annnna'];
    const own = encodeCorpus(documents, Tokenizer.fromDocuments(documents));
    const history = new BigramHistory(own, Uint32Array.of(2, 0, 1), 4);
    expect(history.contributors(3, 1, 1)).toEqual([
      { document: 2, times: 3 },
      { document: 0, times: 1 },
    ]);
    expect(history.contributors(4, 1, 1)[0]).toEqual({ document: 2, times: 6 });
    expect(history.contributors(0, 1, 1)).toEqual([]);
  });
});
