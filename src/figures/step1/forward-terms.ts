/** Where each number of the forward pass comes from. No DOM. */
import { softmax, type Dials } from '../../engine/by-hand.ts';
import { exp } from '../../engine/math.ts';
import { sum } from '../../engine/vector.ts';
import type { Pass } from './passes.ts';

/** The rows of numbers that a token becomes, in order; `nats` has one number for each pair. */
export const PARTS = ['x', 'h', 'a', 'logits', 'probs', 'nats'] as const;
export type Part = (typeof PARTS)[number];

/** One number of the pass. */
export interface Spot {
  readonly part: Part;
  readonly i: number;
}

/** What one number is made of. */
export interface Origin {
  /** Values that are summed, or the row that the number stands in. */
  readonly values: readonly number[];
  /** Sums so far, after each value, as the engine adds them; null where nothing is summed. */
  readonly running: readonly number[] | null;
  /** The two factors of each value; null where values are no products. */
  readonly factors: readonly (readonly [number, number])[] | null;
  /** The value that is looked at, at first: the one of the greatest weight. */
  readonly chosen: number;
  /** The number itself. */
  readonly result: number;
}

/** The line of src/engine/by-hand.ts that makes each row. */
export const LINES: Record<Part, string> = {
  x: 'const x = wte[token];',
  h: 'const h = linear(x, mlp_fc1);',
  a: 'const a = activate(h);',
  logits: 'const logits = linear(a, mlp_fc2);',
  probs: 'const probs = softmax(logits);',
  nats: 'loss -= log(probs[target]);',
};

/** The place of the number of largest size; 0 in an empty row. */
export function strongest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++)
    if (Math.abs(values[i]) > Math.abs(values[best])) best = i;
  return best;
}

/** Sums so far, from left to right. */
export function runningSums(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

function dot(inputs: ArrayLike<number>, weights: readonly number[]): Origin {
  const factors = weights.map((weight, i) => [weight, inputs[i]] as const);
  const values = factors.map(([weight, input]) => weight * input);
  return {
    values,
    running: runningSums(values),
    factors,
    chosen: strongest(values),
    result: sum(values),
  };
}

const row = (values: ArrayLike<number>, chosen: number): Origin => ({
  values: Array.from(values),
  running: null,
  factors: null,
  chosen,
  result: values[chosen],
});

/** @param nats surprise of every pair of the name; `spot.i` is one of them where it is `nats` */
export function originOf(
  { part, i }: Spot,
  pass: Pass,
  dials: Dials,
  nats: readonly number[],
): Origin {
  switch (part) {
    case 'x':
      return row(pass.x, i);
    case 'h':
      return dot(pass.x, dials.mlp_fc1[i]);
    case 'a':
      return row(pass.a, i);
    case 'logits':
      return dot(pass.a, dials.mlp_fc2[i]);
    case 'probs': {
      const logits = Array.from(pass.logits);
      const largest = Math.max(...logits);
      const values = logits.map((value) => exp(value - largest));
      const running = runningSums(values);
      return { values, running, factors: null, chosen: i, result: softmax(logits)[i] };
    }
    case 'nats':
      return row(nats, i);
  }
}

/** Gates that let something through. */
export const openGates = ({ a }: Pass): number =>
  Array.from(a).filter((value) => value !== 0).length;

/**
 * The way of the largest contribution to one logit: the hidden unit that gives it most, and the
 * number of the embedding that gives that unit most.
 */
export function threadOf(
  pass: Pass,
  dials: Dials,
  target: number,
  unit: number | null,
): { input: number; unit: number } {
  const given = dot(pass.a, dials.mlp_fc2[target]).chosen;
  const through = unit ?? given;
  return { unit: through, input: dot(pass.x, dials.mlp_fc1[through]).chosen };
}
