import type { Corpus } from './corpus.ts';
import { documentLoss, type CountTable } from './counts.ts';

/** Places in a run's order, `from` up to but not including `to`. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The documents that measure a run and never train it: the `wanted` ones that follow
 * the first `steps` of the shuffled list. Fewer if the list ends before; none at all if
 * training has read every document, for then nothing is left that it has not seen.
 */
export function heldOutSpan(documents: number, steps: number, wanted: number): Span {
  const from = Math.min(steps, documents);
  return { from, to: Math.min(from + wanted, documents) };
}

/**
 * Mean −ln p over all transitions of the documents in a span, in nats; a long document
 * weighs more than a short one. NaN for an empty span. Infinite if any transition is
 * impossible, which only happens when `alpha` is 0.
 */
export function heldOutLoss(
  table: CountTable,
  corpus: Corpus,
  order: Uint32Array,
  span: Span,
  alpha = 1,
): number {
  let nats = 0;
  let transitions = 0;
  for (let place = span.from; place < span.to; place++) {
    const d = order[place];
    const n = corpus.starts[d + 1] - corpus.starts[d] - 1;
    nats += n * documentLoss(table, corpus, d, alpha);
    transitions += n;
  }
  return nats / transitions;
}
