import { beside, cell, print, vector, type Address, type Part } from './address.ts';
import { running } from './resolve.ts';
import type { Trace } from './trace.ts';
import { valueOf } from './values.ts';

/** What comes back to a softmax over the vocabulary, of which one row matters. */
interface SoftmaxBack {
  /** To the probability of what came, to the inverse of the sum, and to the sum. */
  readonly prob: number;
  readonly inverse: number;
  readonly total: number;
  /** To the exponential of what came. */
  readonly exp: number;
}

function softmaxBack(trace: Trace, position: number): SoftmaxBack {
  const { layout } = trace;
  const at = vector(null, position);
  return trace.keep(`back ${print(at)}`, () => {
    const target = layout.targets[position];
    const last = running(layout, beside(at, 'sum'), layout.sizes.vocab - 1);
    const [sum, e] = [valueOf(trace, last), valueOf(trace, beside(at, 'exp', target))];
    const prob =
      (1 / valueOf(trace, beside(at, 'prob', target))) * (-1 * (1 / layout.n));
    const inverse = e * prob;
    const total =
      layout.model === 1 ? (-e / (sum * sum)) * prob : -1 * (1 / (sum * sum)) * inverse;
    return { prob, inverse, total, exp: (1 / sum) * prob + total };
  });
}

/**
 * The gradient of a number in a position's softmax, or of a logit, in the order of the
 * graph. By hand, a logit's is found at once.
 */
export function inSoftmaxBack(trace: Trace, { part, position, row }: Address): number {
  const { model, n, targets } = trace.layout;
  const at = (other: Part) => cell(vector(other, position), row);
  const came = row === targets[position];
  const { prob, inverse, total, exp } = softmaxBack(trace, position);
  switch (part) {
    case 'prob':
      return came ? prob : 0;
    case 'inverse':
      return came ? inverse : 0;
    case 'sum':
      return total;
    case 'exp':
      return came ? exp : total;
    case 'shifted':
      return valueOf(trace, at('exp')) * (came ? exp : total);
    case 'logits': {
      if (model > 1) return valueOf(trace, at('exp')) * (came ? exp : total);
      const share = valueOf(trace, at('prob')) / n;
      return came ? share - 1 / n : share;
    }
    default:
      throw new RangeError(`${part} is in no softmax`);
  }
}
