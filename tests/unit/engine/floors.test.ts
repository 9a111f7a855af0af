import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCorpus } from '../../../src/engine/corpus.ts';
import { conditionalEntropy, floors } from '../../../src/engine/floors.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import { documentLists, names } from './names.ts';

/** Conditional entropy as its definition reads, over texts as contexts. */
function bruteForce(documents: readonly string[], memory: number): number {
  const tokenizer = Tokenizer.fromDocuments(documents);
  const pairs: [context: string, next: number][] = documents.flatMap((text) => {
    const tokens = tokenizer.encode(text);
    return tokens
      .slice(1)
      .map((next, i): [string, number] => [
        tokens.slice(Math.max(0, i + 1 - memory), i + 1).join(),
        next,
      ]);
  });
  const together = new Map<string, number>();
  const alone = new Map<string, number>();
  for (const [context, next] of pairs) {
    const both = `${context}>${next}`;
    together.set(both, (together.get(both) ?? 0) + 1);
    alone.set(context, (alone.get(context) ?? 0) + 1);
  }
  const surprises = pairs.map(
    ([context, next]) => -Math.log(together.get(`${context}>${next}`)! / alone.get(context)!),
  );
  return surprises.reduce((a, b) => a + b) / pairs.length;
}

const of = (documents: readonly string[]) =>
  floors(encodeCorpus(documents, Tokenizer.fromDocuments(documents)));

describe('floors', () => {
  it('are the conditional entropies of the list', () => {
    fc.assert(
      fc.property(documentLists, (documents) => {
        const found = of(documents);
        expect(found.unigram).toBeCloseTo(bruteForce(documents, 0), 12);
        expect(found.bigram).toBeCloseTo(bruteForce(documents, 1), 12);
        expect(found.trigram).toBeCloseTo(bruteForce(documents, 2), 12);
      }),
    );
  });
  it('sink with memory', () => {
    fc.assert(
      fc.property(documentLists, (documents) => {
        const { uniform, unigram, bigram, trigram } = of(documents);
        expect(unigram).toBeLessThanOrEqual(uniform + 1e-12);
        expect(bigram).toBeLessThanOrEqual(unigram + 1e-12);
        expect(trigram).toBeLessThanOrEqual(bigram + 1e-12);
      }),
    );
  });
  it('of the default list are known', () => {
    const { uniform, unigram, bigram, trigram } = of(names);
    expect(uniform).toBeCloseTo(Math.log(27), 14);
    expect(unigram).toBeCloseTo(bruteForce(names, 0), 9);
    expect(bigram).toBeCloseTo(bruteForce(names, 1), 9);
    expect(trigram).toBeCloseTo(bruteForce(names, 2), 9);
    expect([unigram, bigram, trigram].map((nats) => nats.toFixed(4))).toEqual([
      '2.8228',
      '2.4543',
      '2.1862',
    ]);
  });
  it('of a list without choices are zero', () => {
    expect(of(['ab', 'ab'])).toMatchObject({ bigram: 0, trigram: 0 });
    expect(conditionalEntropy([[5], [0, 3, 0]])).toBe(0);
  });
  it('need a document', () => {
    expect(() => floors(encodeCorpus([], new Tokenizer(['a'])))).toThrow(RangeError);
  });
});
