import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, emptyTable, measure, predict, trainBigram } from '../../../src/engine/bigram.ts';
import { documentTokens, encodeCorpus, shuffledOrder } from '../../../src/engine/corpus.ts';
import {
  columnTotals,
  countDocument,
  documentLoss,
  emptyCounts,
  rowProbabilities,
  type CountTable,
} from '../../../src/engine/counts.ts';
import { split } from '../../../src/engine/documents.ts';
import { heldOutLoss, heldOutSpan } from '../../../src/engine/evaluate.ts';
import { BigramHistory } from '../../../src/engine/history.ts';
import { log } from '../../../src/engine/math.ts';
import { Random } from '../../../src/engine/random.ts';
import { UnknownSymbolError, Tokenizer } from '../../../src/engine/tokenizer.ts';
import { documentLists, names } from './names.ts';

const rows = ({ size, counts }: CountTable) =>
  Array.from({ length: size }, (_, prev) => [...counts.subarray(prev * size, (prev + 1) * size)]);

describe('a corpus', () => {
  it('holds the tokens that the tokenizer gives, document by document', () => {
    fc.assert(
      fc.property(documentLists, (documents) => {
        const tokenizer = Tokenizer.fromDocuments(documents);
        const corpus = encodeCorpus(documents, tokenizer);
        const encoded = documents.map((_, d) => [...documentTokens(corpus, d)]);
        expect(encoded).toEqual(documents.map((text) => tokenizer.encode(text)));
        expect(corpus.documents).toBe(documents.length);
        expect(corpus.transitions).toBe(
          encoded.reduce((total, tokens) => total + tokens.length - 1, 0),
        );
      }),
    );
  });
  it('refuses a symbol that the tokenizer does not have', () => {
    const tokenizer = new Tokenizer(['a']);
    expect(() => encodeCorpus(['aa', 'ab'], tokenizer)).toThrow(UnknownSymbolError);
  });
  it('refuses more tokens than sixteen bits can tell apart', () => {
    const vocabulary = Array.from({ length: 65_536 }, (_, i) => String.fromCodePoint(0x10000 + i));
    expect(() => encodeCorpus([], new Tokenizer(vocabulary))).toThrow(RangeError);
  });
  it('is read in the order in which the list itself would be shuffled', () => {
    const { order } = shuffledOrder(names.length, 123);
    expect(Array.from(order, (d) => names[d])).toEqual(new Random(123).shuffle([...names]));
  });
});

describe('the flat table', () => {
  it('gives the numbers of the readable one, bit for bit', () => {
    fc.assert(
      fc.property(documentLists, (documents) => {
        const tokenizer = Tokenizer.fromDocuments(documents);
        const corpus = encodeCorpus(documents, tokenizer);
        const counts = emptyTable(tokenizer.size);
        const table = emptyCounts(tokenizer.size);
        documents.forEach((text, d) => {
          const tokens = tokenizer.encode(text);
          expect(documentLoss(table, corpus, d)).toBe(measure(counts, tokens));
          count(counts, tokens);
          countDocument(table, corpus, d);
        });
        expect(rows(table)).toEqual(counts);
        counts.forEach((_, prev) => {
          expect([...rowProbabilities(table, prev)]).toEqual(predict(counts, prev));
        });
      }),
    );
  });
  it('adds as much to every count as it is asked to', () => {
    const corpus = encodeCorpus(['aab'], new Tokenizer(['a', 'b']));
    const table = emptyCounts(3);
    countDocument(table, corpus, 0);
    expect([...rowProbabilities(table, 0, 0.5)]).toEqual([1.5 / 3.5, 1.5 / 3.5, 0.5 / 3.5]);
    expect([...rowProbabilities(table, 0, 0)]).toEqual([1 / 2, 1 / 2, 0]);
    expect(documentLoss(table, corpus, 0, 0)).toBe(0.25 * (log(2) + log(2)));
  });
  it('without smoothing holds impossible what it has not seen', () => {
    const corpus = encodeCorpus(['ab', 'ba', 'c'], new Tokenizer(['a', 'b', 'c']));
    const table = emptyCounts(4);
    countDocument(table, corpus, 0);
    expect(documentLoss(table, corpus, 1, 0)).toBe(Infinity);
    expect(documentLoss(table, corpus, 2, 0)).toBe(Infinity);
    expect([...rowProbabilities(table, 2, 0)]).toEqual([0, 0, 0, 0]);
  });
  it('knows the sums of its rows and columns', () => {
    const corpus = encodeCorpus(names, Tokenizer.fromDocuments(names));
    const table = emptyCounts(corpus.size);
    for (let d = 0; d < corpus.documents; d++) countDocument(table, corpus, d);
    const sums = rows(table).map((row) => row.reduce((a, b) => a + b));
    expect([...table.rowTotals]).toEqual(sums);
    // Whatever follows a token is left again; the boundary is entered as often as left.
    expect([...columnTotals(table)]).toEqual(sums);
    expect(table.rowTotals[corpus.bos]).toBe(names.length);
    expect(sums.reduce((a, b) => a + b)).toBe(corpus.transitions);
  });
});

describe('held-out evaluation', () => {
  it('takes the documents after those that train', () => {
    expect(heldOutSpan(32178, 1000, 3000)).toEqual({ from: 1000, to: 4000 });
    expect(heldOutSpan(2000, 1000, 3000)).toEqual({ from: 1000, to: 2000 });
    expect(heldOutSpan(200, 1000, 3000)).toEqual({ from: 200, to: 200 });
  });
  it('is the mean surprise over all transitions, as the readable code has it', () => {
    const tokenizer = Tokenizer.fromDocuments(names);
    const { train, heldOut } = split(names, 42, 1000, 3000);
    const { counts } = trainBigram(train, tokenizer, 1000);
    let nats = 0;
    let transitions = 0;
    for (const text of heldOut) {
      const tokens = tokenizer.encode(text);
      nats += (tokens.length - 1) * measure(counts, tokens);
      transitions += tokens.length - 1;
    }
    const corpus = encodeCorpus(names, tokenizer);
    const { order } = shuffledOrder(names.length, 42);
    const table = new BigramHistory(corpus, order, 1000).at(1000);
    const span = heldOutSpan(names.length, 1000, 3000);
    expect(heldOutLoss(table, corpus, order, span)).toBe(nats / transitions);
    expect(nats / transitions).toBeCloseTo(2.5025, 4);
  });
  it('is no number without documents, and infinite if one is impossible', () => {
    const corpus = encodeCorpus(['ab', 'ba'], new Tokenizer(['a', 'b']));
    const order = Uint32Array.of(0, 1);
    const table = new BigramHistory(corpus, order, 1).at(1);
    expect(heldOutLoss(table, corpus, order, { from: 2, to: 2 })).toBeNaN();
    expect(heldOutLoss(table, corpus, order, { from: 1, to: 2 }, 0)).toBe(Infinity);
  });
});
