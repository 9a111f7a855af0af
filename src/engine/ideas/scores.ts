/**
 * Two ways to score probabilities against what came. J. S. Bridle (1990, both papers)
 * takes the logarithm of the right answer's probability in place of the squared error.
 */
import { log } from '../math.ts';

export type Score = 'log' | 'squared';

/** −ln p of what came, in nats; or the sum of squared differences from 0 and 1. */
// #region scores
export function scoreOf(probs: ArrayLike<number>, target: number, score: Score) {
  if (score === 'log') return -log(probs[target]);
  let total = 0;
  for (let j = 0; j < probs.length; j++) {
    const error = probs[j] - (j === target ? 1 : 0);
    total += error * error;
  }
  return total;
}

/** How a score rises with each logit that softmax made the probabilities of, [V]. */
export function logitSlopes(probs: ArrayLike<number>, target: number, score: Score) {
  const errors = Float64Array.from(probs);
  errors[target] -= 1;
  if (score === 'log') return errors;
  let mean = 0;
  for (let j = 0; j < errors.length; j++) mean += errors[j] * probs[j];
  return errors.map((error, j) => 2 * probs[j] * (error - mean));
}
// #endregion scores
