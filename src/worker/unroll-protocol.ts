/** The whole record of one loss: a part of `protocol.ts`. */
import type { Unrolled } from '../engine/explain/unroll.ts';
import type { Recipe } from '../engine/index.ts';
import type { Reading } from './network-protocol.ts';

/** A state of a run, and what the loss is taken on: null is the document that the step reads. */
interface Place {
  recipe: Recipe;
  step: number;
  text: string | null;
}

/** One multiply, y = w · x, and what it hands its weight. */
export interface UnrolledExample {
  /** Place in the record. */
  node: number;
  position: number;
  /** Which hidden unit, which number of the embedding. */
  row: number;
  term: number;
  w: number;
  x: number;
  y: number;
  /** Gradients: of y and of x by the way of this pair and all others, of w in all. */
  gradient: { w: number; x: number; y: number };
  /** What the weight is handed at each position. */
  amounts: number[];
}

export interface UnrollOperations {
  /** How large the record of a text's loss is, and one multiply in it. Model 2. */
  outline: {
    input: Place;
    result: Reading & {
      step: number;
      loss: number;
      /** What is written for each token of the text. */
      labels: string[];
      /** Transitions read, n; width, C; size of the vocabulary, V. */
      pairs: number;
      width: number;
      vocabulary: number;
      /** Numbers in the record, and how many of them are weights, are of a pair, take the mean. */
      nodes: number;
      weights: number;
      each: number;
      mean: number;
      /** Null for a record too long to be made. */
      example: UnrolledExample | null;
    };
  };
  /** The record itself; null if it is longer than `limit`. Model 2. */
  unroll: {
    input: Place & { limit: number };
    result: Reading & {
      step: number;
      /** As in `outline`. */
      labels: string[];
      width: number;
      record: Unrolled | null;
    };
  };
}
