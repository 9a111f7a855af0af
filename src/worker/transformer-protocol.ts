/** The questions about how a GPT, models 3 to 5, reads a text: a part of `protocol.ts`. */
import type { Design, Recipe } from '../engine/index.ts';
import type { NetworkSettings } from '../engine/recipe.ts';
import type { Direction, Reading } from './network-protocol.ts';

/** A state of a run, and the text it reads: null is the document that the step reads. */
interface Place {
  recipe: Recipe;
  step: number;
  text: string | null;
}

/** A vector at every position: [positions, size], row by row. */
export interface Rows {
  size: number;
  values: Float64Array;
}

/** What a prediction would have become, had one token before it been another. */
export interface Edit {
  position: number;
  token: number;
  /** Total variation between the two distributions, in [0, 1]. */
  moved: number;
}

/** Multiplications of one kind, and what is kept, for one token of a document. */
export interface TokenWork {
  /**
   * Rows of keys, each with its row of values, computed in all layers: of this token, or
   * of all so far again.
   */
  projections: number;
  multiplications: number;
  /** Numbers kept for the tokens to come; none without a cache. */
  kept: number;
}

/** How one optimizer goes down from a place in a plane through the loss. */
export interface Roll {
  /** [steps + 1, 2]: offsets along the two directions, the first being the start. */
  path: Float64Array;
  /** [steps + 1]; NaN, as offsets may be, from where numbers stop being finite. */
  losses: Float64Array;
}

export interface TransformerOperations {
  /**
   * Every vector of a text's way through the network. Names are those of `explain` less
   * the position: `embed`, `x0`, `layer0.q`, `layer0.head1.score`, `layer0.mlp.a`,
   * `logits`, `prob`; scores and weights of a head have a column for each position, 0
   * where it cannot look; a single number, as `norm0.scale`, is a vector of 1.
   * `layer0.found` is what all heads have found, as it is joined; `layer0.middle` and
   * `layer0.out` what the halves hand on, whatever the design. `tensors` chooses some,
   * null is all. Models 1 and 2 have the names of theirs: `mlp.h`, `mlp.a`, `logits`.
   */
  passage: {
    input: Place & {
      tensors: string[] | null;
      /** What is changed for this reading only; the network stays as it was trained. */
      design: Partial<Design> | null;
    };
    result: Reading & {
      step: number;
      labels: string[];
      /** Transitions read, T: all, or as many as the block takes. */
      positions: number;
      settings: NetworkSettings;
      vectors: Record<string, Rows>;
      /** Of what came, −ln p, and their mean. */
      nats: number[];
      loss: number;
    };
  };
  /**
   * What the network would answer if its last layer came earlier: `lm_head` and softmax on
   * the residual stream after the embedding's norm and after each half of each layer.
   * Models 3 to 5.
   */
  readouts: {
    input: Place;
    result: Reading & {
      step: number;
      labels: string[];
      positions: number;
      /** `x0`, `layer0.middle`, `layer0.out`, `layer1.middle` … */
      stages: string[];
      /** [stages, positions, V] */
      p: Float64Array;
      /** Length of the stream's vector, [stages, positions]. */
      lengths: Float64Array;
    };
  };
  /**
   * Held-out nats of a trained network read with other designs than it was trained with;
   * NaN if no document is held out.
   */
  redesigned: {
    input: { recipe: Recipe; step: number; designs: Partial<Design>[] };
    result: {
      step: number;
      documents: number;
      /** As it was trained, and with each design. */
      trained: number;
      nats: number[];
    };
  };
  /** Every single letter before the last exchanged for every other. Any model. */
  edits: {
    input: Place;
    result: Reading & {
      step: number;
      labels: string[];
      /** [V]: what is expected after the whole text, or as much as the block takes. */
      p: Float64Array;
      /**
       * [letters read − 1, V], row `i` for position `i + 1` of the tokens: total variation,
       * 0 for the letter that is there and for the boundary, which no text has inside.
       */
      moved: Float64Array;
      /** The one that moves the answer most; null if nothing comes before the last. */
      most: Edit | null;
    };
  };
  /** What is expected after all of a text, and with one token of it exchanged. Any model. */
  exchanged: {
    input: Place & { exchange: { position: number; token: number } | null };
    result: Reading & {
      step: number;
      labels: string[];
      /** [V]; `after` and `moved`, total variation, are null if nothing was exchanged. */
      before: Float64Array;
      after: Float64Array | null;
      moved: number | null;
    };
  };
  /**
   * The engine's own multiplications as it reads a text token by token, with a cache of
   * keys and values and without one. Those of matrices, scores and mixing; models 3 to 5.
   * Without a cache, `lm_head` is asked at the last position only.
   */
  work: {
    input: { recipe: Recipe; text: string };
    result: Reading & {
      labels: string[];
      /** For each token read, the boundary first: all, or as many as the block takes. */
      cached: TokenWork[];
      uncached: TokenWork[];
      /** Numbers that the caches hold in the end, and their bytes as float64. */
      numbers: number;
      bytes: number;
      /**
       * Multiplications of one token at the end of a full block, layers together:
       * `attn_wq`, `attn_wk`, `attn_wv`, `scores`, `mixing`, `attn_wo`, `mlp_fc1`,
       * `mlp_fc2`, `lm_head`.
       */
      parts: { name: string; multiplications: number }[];
    };
  };
  /**
   * What each parameter has felt over the steps that lead from state `from` to state `to`:
   * what the steps went by. NaN for `rms` and `mean` if there is none between them.
   */
  felt: {
    input: { recipe: Recipe; from: number; to: number };
    result: {
      from: number;
      to: number;
      /** In the order of the parameters: root of the mean square gradient, [P]. */
      rms: Float64Array;
      mean: Float64Array;
      /** Steps whose gradient was not 0, [P]. */
      heard: Uint32Array;
    };
  };
  /**
   * The loss of a text as a hill of two directions, and optimizers going down it with the
   * loss's own slopes along them, everything else held. A schedule's length is `steps`.
   */
  roll: {
    input: Place & {
      along: readonly [Direction, Direction];
      /** Offsets to begin from. */
      start: readonly [number, number];
      optimizers: Pick<
        NetworkSettings,
        'optimizer' | 'rate' | 'schedule' | 'beta1' | 'beta2' | 'eps' | 'corrected'
      >[];
      steps: number;
    };
    result: Reading & { step: number; rolls: Roll[] };
  };
}
