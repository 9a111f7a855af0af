import { documentTokens, type Corpus } from './corpus.ts';
import { documentLoss, type CountTable } from './counts.ts';
import { contextOf, type Network } from './network.ts';
import { finish, type Progress } from './progress.ts';

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
 * The mean loss over all transitions of the documents in a span, in nats, given each
 * document's own mean and how many transitions it is over: a long document weighs more
 * than a short one. NaN for an empty span.
 */
function* pooledLoss(
  order: Uint32Array,
  { from, to }: Span,
  lossOf: (d: number) => number,
  transitionsOf: (d: number) => number,
): Generator<Progress, number> {
  let nats = 0;
  let transitions = 0;
  for (let place = from; place < to; place++) {
    const d = order[place];
    const n = transitionsOf(d);
    nats += n * lossOf(d);
    transitions += n;
    yield { done: place + 1 - from, total: to - from };
  }
  return nats / transitions;
}

/**
 * Mean −ln p over all transitions of the documents in a span, in nats. NaN for an empty
 * span. Infinite if any transition is impossible, which only happens when `alpha` is 0.
 */
export function heldOutLoss(
  table: CountTable,
  corpus: Corpus,
  order: Uint32Array,
  span: Span,
  alpha = 1,
): number {
  const { starts } = corpus;
  return finish(
    pooledLoss(
      order,
      span,
      (d) => documentLoss(table, corpus, d, alpha),
      (d) => starts[d + 1] - starts[d] - 1,
    ),
  );
}

/**
 * The same for a network, which reads no further in a document than its block, in
 * training as here; with a rest after every document.
 */
export function networkHeldOutLoss(
  net: Pick<Network, 'sizes' | 'measure'>,
  corpus: Corpus,
  order: Uint32Array,
  span: Span,
): Generator<Progress, number> {
  return pooledLoss(
    order,
    span,
    (d) => net.measure(documentTokens(corpus, d)),
    (d) => contextOf(net.sizes, documentTokens(corpus, d)),
  );
}
