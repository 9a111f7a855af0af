import type { FastNetwork } from '../fast/network.ts';
import { gradientOf } from './gradients.ts';
import { resolveScalar } from './resolve.ts';
import { trace } from './trace.ts';
import { valueOf } from './values.ts';

/** One number of a fixed document at some states of a network, one after the other. */
export interface ScalarHistory {
  readonly id: string;
  readonly values: number[];
  readonly gradients: number[];
}

export const emptyHistories = (ids: readonly string[]): ScalarHistory[] =>
  ids.map((id) => ({ id, values: [], gradients: [] }));

/**
 * Takes down what numbers are when a network, as it is now, reads a document.
 * @throws AddressError if an id names no number of this document's way
 */
export function noteScalars(
  histories: readonly ScalarHistory[],
  net: FastNetwork,
  tokens: ArrayLike<number>,
): void {
  const now = trace(net, tokens);
  for (const { id, values, gradients } of histories) {
    const address = resolveScalar(now.layout, id);
    values.push(valueOf(now, address));
    gradients.push(gradientOf(now, address));
  }
}
