/** Any number of a document's way through a network: what it is, whence, and what for. */
import { isMatrix, print, type Address } from './address.ts';
import { askedBy, codeOf, type Code } from './code.ts';
import { usesOf } from './consumers.ts';
import { gradientOf, localOf } from './gradients.ts';
import { operation, type Op } from './operands.ts';
import { optimizerState, type OptimizerState } from './optimizer.ts';
import { isReached } from './reached.ts';
import { resolveScalar } from './resolve.ts';
import type { Trace } from './trace.ts';
import { constantOf, placeOf, slopesOf, valueOf } from './values.ts';

export interface Input {
  readonly id: string;
  readonly value: number;
  readonly grad: number;
  /** How fast the number moves when this one moves. */
  readonly local: number;
}

export interface Consumer {
  readonly id: string;
  readonly value: number;
  readonly grad: number;
  /** How fast this one moves when the number moves: it gives back local · grad. */
  readonly local: number;
}

export interface Explanation {
  /** The number's one name, which may be another than that asked for. */
  readonly id: string;
  readonly op: Op;
  readonly value: number;
  /** ∂loss / ∂number, nats; by hand, of logits, what the code has found. */
  readonly grad: number;
  /** Does the loss depend on it? If not, its gradient is 0. */
  readonly reached: boolean;
  /** In the order of the operation; the same number twice for a square. */
  readonly inputs: readonly Input[];
  /** The plain number in the operation: a factor, a summand, an exponent; or null. */
  readonly constant: number | null;
  /** In the order in which the gradient is gathered; `consumerCount` counts them all. */
  readonly consumers: readonly Consumer[];
  readonly consumerCount: number;
  /** What the gradient began with: 0, unless gradients pile up over steps. */
  readonly carried: number;
  /** The line that made it, and the line of the model that asked for it, if another. */
  readonly code: Code;
  readonly within: Code | null;
  /** Of a parameter in a step of training; else null. */
  readonly optimizer: OptimizerState | null;
}

/** Consumers told of, unless asked otherwise. */
const LIMIT = 32;

/**
 * Explains one number.
 * @param limit most consumers to tell of; Infinity for all
 * @throws AddressError if the id names no number of this document's way
 */
export function explain(trace: Trace, id: string, limit = LIMIT): Explanation {
  const { layout } = trace;
  const address = resolveScalar(layout, id);
  const made = operation(layout, address);
  const slopes = slopesOf(trace, address, made);
  const uses = usesOf(layout, address);
  const place = isMatrix(address.part) ? placeOf(trace, address) : -1;
  return {
    id: print(address),
    op: made.op,
    value: valueOf(trace, address),
    grad: gradientOf(trace, address),
    reached: isReached(layout, address),
    inputs: made.inputs.map((input, i) => told(trace, input, slopes[i])),
    constant: constantOf(trace, address, made),
    consumers: uses
      .slice(0, limit)
      .map((use) => told(trace, use.by, localOf(trace, use))),
    consumerCount: uses.length,
    carried: place >= 0 ? (trace.carried?.[place] ?? 0) : 0,
    code: codeOf(layout, address),
    within: askedBy(layout, address),
    optimizer: place >= 0 ? stateOf(trace, place) : null,
  };
}

const told = (trace: Trace, address: Address, local: number): Input => ({
  id: print(address),
  value: valueOf(trace, address),
  grad: gradientOf(trace, address),
  local,
});

/** What the optimizer makes of a parameter's gradient, if it is about to. */
function stateOf({ training, before, p, g }: Trace, i: number): OptimizerState | null {
  if (before === null) return null;
  const memory = { m: before.m[i], v: before.v[i] };
  return optimizerState(training, before.step, p[i], g[i], memory);
}
