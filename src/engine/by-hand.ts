/**
 * Step 1: a small network over plain numbers, and its gradient twice: by trying, one
 * nudge a parameter, and by hand, with the chain rule.
 *
 * The network looks a token up in a table (Y. Bengio and others, 2003), and passes what
 * it finds through two layers. V is the size of the vocabulary, C the width.
 */
import { exp, log } from './math.ts';
import { sum } from './vector.ts';

export interface Dials {
  wte: number[][]; // [V, C], a row for each token
  mlp_fc1: number[][]; // [4C, C]
  mlp_fc2: number[][]; // [V, 4C]
}

/**
 * Each output is a sum of all inputs, weighted by a row of `w`: [inputs] to [outputs].
 */
// #region linear
export function linear(x: number[], w: number[][]) {
  return w.map((row) => sum(row.map((wi, i) => wi * x[i])));
}
// #endregion linear

/**
 * Any numbers into probabilities: positive, adding up to 1, larger for larger. The
 * largest is subtracted first, which changes nothing but keeps `exp` from overflowing.
 */
// #region softmax
export function softmax(logits: number[]) {
  const largest = Math.max(...logits);
  const exps = logits.map((v) => exp(v - largest));
  const total = sum(exps);
  return exps.map((e) => e / total);
}
// #endregion softmax

/** What may come after `token`: a logit for every token, [V], and what led to it. */
// #region mlp
export function mlp(
  { wte, mlp_fc1, mlp_fc2 }: Dials,
  token: number,
  { activate } = PIECES,
) {
  const x = wte[token];
  const h = linear(x, mlp_fc1);
  const a = activate(h);
  const logits = linear(a, mlp_fc2);
  return { x, h, a, logits };
}
// #endregion mlp

/** What is positive passes, what is not becomes zero. */
// #region relu
export function relu(h: number[]) {
  return h.map((hi) => (hi > 0 ? hi : 0));
}
// #endregion relu

/** How surprised the network is by a document: mean −ln p over its pairs, in nats. */
// #region loss
export function lossOf(
  dials: Dials,
  tokens: number[],
  pieces = PIECES,
) {
  const n = tokens.length - 1;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const [token, target] = [tokens[i], tokens[i + 1]];
    const { logits } = mlp(dials, token, pieces);
    const probs = softmax(logits);
    loss -= log(probs[target]);
  }
  return (1 / n) * loss;
}
// #endregion loss

/**
 * The slope of the loss along one parameter, by trying: nudge it up, nudge it down, see
 * how the loss differs.
 */
// #region slope
export function slope(
  dials: Dials,
  tokens: number[],
  row: number[],
  i: number,
  eps = 1e-5,
) {
  const before = row[i];
  row[i] = before + eps;
  const up = lossOf(dials, tokens);
  row[i] = before - eps;
  const down = lossOf(dials, tokens);
  row[i] = before;
  return (up - down) / (2 * eps);
}
// #endregion slope

/** The gradient by trying: two passes for each parameter. */
// #region numerical
export function numericalGradient(
  dials: Dials,
  tokens: number[],
  eps = 1e-5,
) {
  return mapDials(dials, (row, i) => {
    return slope(dials, tokens, row, i, eps);
  });
}
// #endregion numerical

/**
 * The gradient by hand: from the loss back to each parameter, for about the price of
 * two passes in all. Returns the loss too.
 */
// #region analytic
export function analyticGradient(
  dials: Dials,
  tokens: number[],
  pieces = PIECES,
) {
  const grad = mapDials(dials, () => 0);
  const n = tokens.length - 1;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const [token, target] = [tokens[i], tokens[i + 1]];
    loss += backFromPair(dials, token, target, n, grad, pieces);
  }
  return { loss: (1 / n) * loss, grad };
}
// #endregion analytic

/** One pair of `n`, forward and back: adds to `grad`, returns −ln p. */
// #region pair
function backFromPair(
  dials: Dials,
  token: number,
  target: number,
  n: number,
  grad: Dials,
  pieces: Pieces,
) {
  const { logitsBack, activateBack, linearBack } = pieces;
  const { x, h, a, logits } = mlp(dials, token, pieces);
  const probs = softmax(logits);
  const dlogits = logitsBack(probs, target, n);
  const da = linearBack(a, dials.mlp_fc2, dlogits, grad.mlp_fc2);
  const dh = activateBack(h, da);
  const dx = linearBack(x, dials.mlp_fc1, dh, grad.mlp_fc1);
  dx.forEach((d, j) => (grad.wte[token][j] += d));
  return -log(probs[target]);
}
// #endregion pair

/** Back through −ln p and softmax: what was predicted, less what came. */
// #region logits-back
export function logitsBack(
  probs: number[],
  target: number,
  n: number,
) {
  const dlogits = probs.map((p) => p / n);
  dlogits[target] -= 1 / n;
  return dlogits;
}
// #endregion logits-back

/** Back through ReLU: what was closed on the way there is closed on the way back. */
// #region relu-back
export function reluBack(h: number[], da: number[]) {
  return da.map((d, j) => (h[j] > 0 ? d : 0));
}
// #endregion relu-back

/**
 * Back through `linear`: from the gradient of its outputs to that of its inputs, which
 * is returned, and to that of its weights, which is added to `dw`.
 */
// #region linear-back
export function linearBack(
  x: number[],
  w: number[][],
  dy: number[],
  dw: number[][],
) {
  const dx = x.map(() => 0);
  for (let o = 0; o < w.length; o++) {
    for (let i = 0; i < x.length; i++) {
      dw[o][i] += dy[o] * x[i];
      dx[i] += dy[o] * w[o][i];
    }
  }
  return dx;
}
// #endregion linear-back

/** What the network is made of, and what leads back through it. */
export interface Pieces {
  activate: (h: number[]) => number[];
  activateBack: (h: number[], da: number[]) => number[];
  logitsBack: typeof logitsBack;
  linearBack: typeof linearBack;
}

/** The right ones. Exchange one, and the check of the gradient shows it. */
// #region pieces
export const PIECES: Pieces = {
  activate: relu,
  activateBack: reluBack,
  logitsBack,
  linearBack,
};
// #endregion pieces

/** One step down: each parameter against its gradient. */
// #region descend
export function descend(dials: Dials, grad: Dials, rate: number) {
  for (const name of NAMES) {
    dials[name].forEach((row, r) => {
      for (let i = 0; i < row.length; i++) {
        row[i] -= rate * grad[name][r][i];
      }
    });
  }
}
// #endregion descend

const NAMES = ['wte', 'mlp_fc1', 'mlp_fc2'] as const;

/** Numbers in the shape of the dials, one for each: `f` gets its row and its place. */
function mapDials(
  dials: Dials,
  f: (row: number[], i: number) => number,
): Dials {
  const mapped = (w: number[][]) =>
    w.map((row) => row.map((_, i) => f(row, i)));
  return {
    wte: mapped(dials.wte),
    mlp_fc1: mapped(dials.mlp_fc1),
    mlp_fc2: mapped(dials.mlp_fc2),
  };
}

/** All numbers of the dials in one row, in the order in which they were drawn. */
export const flatDials = (dials: Dials): number[] =>
  NAMES.flatMap((name) => dials[name].flat());

/** The other way: numbers in that order, in the shape of dials of V tokens and width C. */
export function shapedDials(
  flat: ArrayLike<number>,
  vocab: number,
  width: number,
): Dials {
  let at = 0;
  const matrix = (rows: number, cols: number) =>
    Array.from({ length: rows }, () =>
      Array.from({ length: cols }, () => flat[at++]),
    );
  return {
    wte: matrix(vocab, width),
    mlp_fc1: matrix(4 * width, width),
    mlp_fc2: matrix(vocab, 4 * width),
  };
}
