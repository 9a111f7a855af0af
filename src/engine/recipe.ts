/**
 * A recipe names a run completely: the same recipe gives the same numbers on any
 * machine. It is what links, storage, exports and tests pass around.
 */

/**
 * A data set: one that the site serves, or the reader's own text, named by its hash.
 */
export type DataRef =
  | { readonly kind: 'builtin'; readonly id: string }
  | { readonly kind: 'text'; readonly sha256: string };

export interface Recipe {
  /** Version of this form; a reader of a newer version says so instead of guessing. */
  readonly version: 1;
  /** Which of the six programs: 0 counts. */
  readonly model: 0;
  readonly data: DataRef;
  /** Seed of the generator that shuffles the documents and draws the samples. */
  readonly seed: number;
  /** Training steps; each reads one document. */
  readonly steps: number;
  /** Documents after the first `steps` that measure the run and never train it. */
  readonly heldOut: number;
}

export const DEFAULT_DATA: DataRef = { kind: 'builtin', id: 'names-us-2018' };

export const DEFAULT_RECIPE: Recipe = {
  version: 1,
  model: 0,
  data: DEFAULT_DATA,
  seed: 42,
  steps: 1000,
  heldOut: 3000,
};

/** Limits that a recipe must keep to, with what they are for. */
export const LIMITS = {
  /** Seeds are whole numbers that a float64 holds exactly. */
  seed: { min: 0, max: Number.MAX_SAFE_INTEGER },
  steps: { min: 1, max: 100_000 },
  heldOut: { min: 1, max: 100_000 },
} as const;

/** A short, stable name for a data set: its id or its hash. */
export const dataKey = (data: DataRef): string =>
  data.kind === 'builtin' ? data.id : data.sha256;
