import { linear } from './kernels.ts';
import type { FastNetwork } from './network.ts';
import { probabilities } from './rows.ts';
import { viewsOf } from './views.ts';

/**
 * Probabilities that the last matrix and softmax make of vectors of the residual stream,
 * [T, C] to [T, V]; models 3 to 5. Of the last layer's vectors it makes what `predictor`
 * tells. (nostalgebraist, "interpreting GPT: the logit lens", 2020)
 */
export function readout({ sizes, p }: FastNetwork, stream: Float64Array): Float64Array {
  const { vocab, embd } = sizes;
  const n = stream.length / embd;
  const logits = new Float64Array(n * vocab);
  linear(logits, stream, viewsOf(sizes, p).head, 0, n, embd, vocab);
  const read = new Float64Array(n * vocab);
  for (let t = 0; t < n; t++)
    read.set(probabilities(logits, t, vocab, false, 1), t * vocab);
  return read;
}
