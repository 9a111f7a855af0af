/** The questions about Step 1's own network, models 1 and 2: a part of `protocol.ts`. */
import type { Mistake, Recipe } from '../engine/index.ts';
import type { ParameterAt, Reading } from './network-protocol.ts';

/** A state of a run, and what the loss is taken on: null is the document that the step reads. */
interface Place {
  recipe: Recipe;
  step: number;
  text: string | null;
}

/** Where a text's way through the network passes a weight. */
export interface Way {
  /** The pair of the text where the weight weighs most, from 0, and the token it begins with. */
  pair: number;
  token: number;
  /** Which number of the embedding, which hidden unit, which token's logit. */
  input: number;
  unit: number;
  next: number;
}

/** A number up and down by some amounts, all others held. */
export interface Slopes extends Reading {
  step: number;
  /** The weight as trained, and the loss where it has been turned to. */
  value: number;
  loss: number;
  /** By the chain rule, right or with the mistake asked for. */
  hand: number;
  /** For each amount: loss above, loss below, (above − below) / 2 eps. */
  up: number[];
  down: number[];
  numerical: number[];
  /** How far each is from the right chain rule. */
  errors: Float64Array;
}

/** One pair of a text, there and back: n pairs share the loss. V tokens, width C. */
export interface PairPass extends Reading {
  step: number;
  pair: number;
  token: number;
  target: number;
  n: number;
  /** [C], [4C], [4C], [V], [V] */
  x: Float64Array;
  h: Float64Array;
  a: Float64Array;
  logits: Float64Array;
  probs: Float64Array;
  /** The gradient of the text's loss along each of them, by way of this pair alone. */
  dx: Float64Array;
  dh: Float64Array;
  da: Float64Array;
  dlogits: Float64Array;
  /** −ln p of what came. */
  nats: number;
}

export interface ByHandOperations {
  /** The gradient by hand, right (null) or with a mistake, in the order of the parameters. */
  handGradient: {
    input: Place & { mistake: Mistake | null };
    result: Reading & { step: number; gradient: Float64Array; loss: number };
  };
  /** The slope along one weight, turned by `offset`, by trying with each `eps` and by hand. */
  slopes: {
    input: Place & {
      along: ParameterAt;
      offset: number;
      eps: number[];
      mistake: Mistake | null;
    };
    result: Slopes;
  };
  /** A text's way through a weight; null for the steepest of the first layer. */
  thread: {
    input: Place & { along: ParameterAt | null };
    result: Reading & {
      step: number;
      along: ParameterAt;
      value: number;
      slope: number;
      loss: number;
      /** Null where no pair of the text reads the weight. */
      way: Way | null;
    };
  };
  /** All numbers of one pair, there and back. */
  pair: {
    input: Place & { pair: number };
    result: PairPass;
  };
}
