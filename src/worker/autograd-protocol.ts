/** The questions that Step 2 ends with: a part of `protocol.ts`. */
import type { Ended, Recipe } from '../engine/index.ts';
import type { ParameterAt, Reading } from './network-protocol.ts';

/** A state of a run, and what the loss is taken on: null is the document that the step reads. */
interface Place {
  recipe: Recipe;
  step: number;
  text: string | null;
}

/** The beginning of a run, a number for each step. */
export interface Beginning {
  /** Of each document before its step, nats per transition. */
  losses: Float64Array;
  /** How long the gradient is that each step went by. */
  norms: Float64Array;
}

/** One weight's gradient, as each of the first steps found it without zeroing. */
export interface PiledWeight extends ParameterAt {
  piled: Float64Array;
}

/** One number, as both programs have it: written so that reading it back gives the same bits. */
export interface Twice {
  byHand: string;
  recorded: string;
  /** How many numbers of float64 the second is from the first. */
  units: number;
}

/** Parameters whose two gradients are so many numbers apart. */
export interface Apart {
  from: number;
  /** Null: and more. */
  to: number | null;
  count: number;
  /** The one with the largest gradient; null when there is none. */
  example: (ParameterAt & Twice) | null;
}

/** A stretch of two runs that are set side by side. */
export interface Stretch {
  /** Steps from `from` to `to`, the last not included. */
  from: number;
  to: number;
  /** Mean losses, nats per transition. */
  byHand: number;
  recorded: number;
  /** The largest difference, and how many losses are the same to the last bit. */
  apart: number;
  same: number;
}

/** One bout of the two engines: the same steps from the same start. */
export interface Bout {
  /** Steps that were set against each other. */
  steps: number;
  /** Milliseconds a step. */
  readableMs: number;
  fastMs: number;
  /** How many losses are the same to the last bit, in order. */
  same: boolean[];
}

export interface AutogradOperations {
  /** The first steps of a run with the gradient set to zero after each, and without. */
  pile: {
    input: { recipe: Recipe; names: number; after: number };
    result: {
      zeroed: Beginning;
      piled: Beginning;
      /** Of each tensor, the weight with the largest gradient after `after` names. */
      weights: PiledWeight[];
      /** The documents of these steps. */
      documents: string[];
      /** Null unless the run without zeroing comes to a number that is not finite. */
      ended: Ended | null;
    };
  };
  /** The gradient by hand and from the record, bit by bit, with the same weights. */
  lastDigits: {
    input: Place;
    result: Reading & {
      step: number;
      loss: Twice;
      parameters: number;
      same: number;
      /** Both are zero. */
      zeros: number;
      apart: Apart[];
      /** The largest difference, and the number that has it; null when there is none. */
      farthest: (ParameterAt & Twice & { apart: number }) | null;
      /** The most that two are apart, of the larger. */
      relative: number;
    };
  };
  /** One run by hand and one from the record, from the same start, each with its own weights. */
  twins: {
    input: { recipe: Recipe; stretches: number; count: number; temperature: number };
    result: {
      stretches: Stretch[];
      /** Steps that both have taken, and how many losses are the same to the last bit. */
      steps: number;
      same: number;
      /** Largest difference of two losses, nats, and of two weights at the end. */
      apart: number;
      weights: number;
      /** Held-out nats at the end; null when no document is held out or a run broke down. */
      heldOut: [number, number] | null;
      names: { byHand: string[]; recorded: string[] };
      ended: Ended | null;
    };
  };
  /** How the two engines compare on this machine; each `round` is a bout of its own. */
  duel: {
    input: { recipe: Recipe; steps: number; round: number };
    result: Bout;
  };
  /** What the readable engine records for one text, and where the walk back comes to most. */
  recorded: {
    input: Place & { parameters: ParameterAt[] };
    result: Reading & {
      step: number;
      loss: number;
      /** Numbers in the record, the weights included. */
      nodes: number;
      /** Those of them that were made for this text alone. */
      made: number;
      /** For each of `parameters`, the gradient and how many amounts it is made of. */
      handed: { amounts: number; gradient: number }[];
      /** The largest gradient, by magnitude, among the numbers of each kind. */
      largest: { of: Kind; gradient: number; token: number; position: number }[];
    };
  };
}

/** What a number of the record is; `between` is any other. */
export type Kind = 'loss' | 'probability' | 'logit' | 'weight' | 'between';
