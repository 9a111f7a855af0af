import type { Corpus } from './corpus.ts';
import {
  copyCounts,
  countDocument,
  documentLoss,
  emptyCounts,
  type CountTable,
} from './counts.ts';

/**
 * How many steps of counting may have to be replayed: about a tenth of a millisecond.
 */
const REPLAY = 65_536;

/** A document that has filled a cell of the table. */
export interface Contributor {
  /** Its index in the data set, in the order of the file. */
  document: number;
  /** How many times it has made this step, all its readings taken together. */
  times: number;
}

/**
 * A whole run of Step 0, open at every step: the table as it was after k documents
 * comes from the last table kept before (a keyframe), with the documents between read
 * again.
 */
export class BigramHistory {
  readonly corpus: Corpus;
  /** [documents]: which document each step reads, from the first again at the end. */
  readonly order: Uint32Array;
  readonly steps: number;
  /** [steps]: each document's loss just before it was counted, nats per transition. */
  readonly losses: Float64Array;
  readonly #keyframes: { step: number; table: CountTable }[] = [];

  /**
   * @param alpha what is added to every count when a document is measured
   * @throws RangeError if there is something to train but no document
   */
  constructor(corpus: Corpus, order: Uint32Array, steps: number, alpha = 1) {
    if (steps > 0 && order.length === 0)
      throw new RangeError('No documents to train on');
    this.corpus = corpus;
    this.order = order;
    this.steps = steps;
    this.losses = new Float64Array(steps);
    const table = emptyCounts(corpus.size);
    // Large tables cost more to copy, so they are kept less often.
    const apart = Math.max(REPLAY, table.counts.length);
    let replay = Infinity;
    for (let step = 0; step < steps; step++) {
      if (replay >= apart) {
        this.#keyframes.push({ step, table: copyCounts(table) });
        replay = 0;
      }
      const d = this.documentAt(step);
      this.losses[step] = documentLoss(table, corpus, d, alpha);
      countDocument(table, corpus, d);
      replay += corpus.starts[d + 1] - corpus.starts[d];
    }
    this.#keyframes.push({ step: steps, table });
  }

  /**
   * The document that step `step` (from 0) reads: an index in the order of the file.
   */
  documentAt(step: number): number {
    return this.order[step % this.order.length];
  }

  /**
   * The table after `step` documents, 0 ≤ step ≤ steps. It is the caller's own.
   * @throws RangeError outside the run
   */
  at(step: number): CountTable {
    if (!Number.isInteger(step) || step < 0 || step > this.steps) {
      throw new RangeError(`Step ${step} is not in a run of ${this.steps}`);
    }
    const keyframe = this.#keyframes.findLast((frame) => frame.step <= step)!;
    const table = copyCounts(keyframe.table);
    for (let s = keyframe.step; s < step; s++) {
      countDocument(table, this.corpus, this.documentAt(s));
    }
    return table;
  }

  /**
   * Who made a cell of the table after `step` documents, in the order they were read.
   */
  contributors(step: number, prev: number, next: number): Contributor[] {
    const { corpus, order } = this;
    const found: Contributor[] = [];
    for (let s = 0; s < Math.min(step, order.length); s++) {
      const readings = Math.ceil((step - s) / order.length);
      const times = readings * countPair(corpus, order[s], prev, next);
      if (times > 0) found.push({ document: order[s], times });
    }
    return found;
  }
}

/** How often a document steps from `prev` to `next`. */
function countPair({ tokens, starts }: Corpus, d: number, prev: number, next: number) {
  let times = 0;
  for (let i = starts[d]; i < starts[d + 1] - 1; i++) {
    if (tokens[i] === prev && tokens[i + 1] === next) times += 1;
  }
  return times;
}
