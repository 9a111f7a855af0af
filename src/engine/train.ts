/**
 * Training over `Value`s, Steps 2 to 5: forward, backward, one step of the optimizer,
 * and again with the next document.
 */
import { adam, rmsprop, type Moments } from './adam.ts';
import { total, type Value } from './autograd.ts';
import { crossEntropy, type Vector } from './layers.ts';
import type { Optimizer } from './network.ts';
import { momentum, sgd } from './sgd.ts';

/** A network as training sees it. */
export interface Trainable {
  params: Value[];
  /** Begins a document: the logits after a token at a position, [V]. */
  start: () => (token: number, position: number) => Vector;
}

/** How surprised a network is by the first `n` transitions of a document: mean −ln p. */
// #region loss
export function lossOf(
  net: Trainable,
  tokens: number[],
  n: number,
) {
  const forward = net.start();
  const losses: Value[] = [];
  for (let pos = 0; pos < n; pos++) {
    const [token, target] = [tokens[pos], tokens[pos + 1]];
    const logits = forward(token, pos);
    losses.push(crossEntropy(logits, target));
  }
  return total(losses).mul(1 / n);
}
// #endregion loss

/** One step: returns the loss as it was before. */
// #region step
export function trainStep(
  net: Trainable,
  tokens: number[],
  n: number,
  update: (params: Value[]) => void,
  finish = zeroGradients,
) {
  const loss = lossOf(net, tokens, n);
  loss.backward();
  update(net.params);
  finish(net.params);
  return loss.data;
}
// #endregion step

/** The next document starts from zero: `backward` only ever adds. */
// #region zero
export function zeroGradients(params: Value[]) {
  for (const p of params) p.grad = 0;
}
// #endregion zero

/** An optimizer with its memory empty; `t` counts steps from 1. */
export function startOptimizer(
  optimizer: Optimizer,
  size: number,
): (params: Value[], rate: number, t: number) => void {
  const zeros = () => Array.from({ length: size }, () => 0);
  const state: Moments = { m: zeros(), v: zeros() };
  switch (optimizer.kind) {
    case 'sgd':
      return sgd;
    case 'momentum':
      return (params, rate) =>
        momentum(params, rate, state.m, optimizer.beta1);
    case 'rmsprop':
      return (params, rate) =>
        rmsprop(params, rate, state.v, optimizer);
    case 'adam':
      return (params, rate, t) =>
        adam(params, rate, t, state, optimizer);
  }
}
