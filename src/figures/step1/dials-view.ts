/** What the figure of all dials shows at each beat, and how the two gradients are held together. */
import type { Mistake } from '../../engine/broken.ts';
import type { CellAt, NetworkSize } from './matrices.ts';
import { startsOf } from './weights-view.ts';

export interface View {
  /** The dial grabbed; null is the steepest of the first layer, once trained. */
  readonly dial: CellAt | null;
  /** How far it is turned from where training has left it. */
  readonly offset: number;
  /** Names read. */
  readonly step: number | 'end';
  /** What is wrong with the rule. */
  readonly mistake: Mistake | null;
  /** What is drawn where there is not room for all. */
  readonly part: Part;
}

/** The matrices; the squares with the race, or with the rule's mistakes. */
export type Part = 'map' | 'race' | 'rules';
export const PARTS: readonly Part[] = ['map', 'race', 'rules'];

const START: View = { dial: null, offset: 0, step: 'end', mistake: null, part: 'map' };

export const BEATS: readonly View[] = [
  START,
  { ...START, part: 'race' },
  { ...START, part: 'rules' },
  { ...START, part: 'rules', mistake: 'ungated' },
  { ...START, part: 'rules', mistake: 'ungated' },
  { ...START, part: 'rules', mistake: 'transposed' },
];

/** The beat that asks which matrices will leave the diagonal. */
export const ASKS = 3;

export const MISTAKES: readonly (Mistake | null)[] = [null, 'ungated', 'unaveraged', 'transposed'];

/** By which each dial is nudged. */
export const EPS = 1e-5;
/** How far a dial can be turned, each way. */
export const TURN = 2;

/** Apart by more than this is off the diagonal: what nudging itself errs by is far below it. */
export const toleranceOf = (most: number): number => 1e-7 * Math.max(1, most);

/** Dots of one matrix: the slopes by nudging and by hand, and how many of them disagree. */
export interface Square {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly off: number;
}

/** Cuts both gradients into a square for each matrix; what has not been nudged yet is NaN. */
export function squaresOf(
  size: NetworkSize,
  numerical: Float64Array,
  hand: Float64Array,
  tolerance: number,
): Square[] {
  const starts = startsOf(size);
  return starts.slice(1).map((end, k) => {
    const xs = numerical.slice(starts[k], end);
    const ys = hand.slice(starts[k], end);
    let off = 0;
    for (let i = 0; i < xs.length; i++) {
      if (!Number.isNaN(xs[i]) && !(Math.abs(ys[i] - xs[i]) <= tolerance)) off += 1;
    }
    return { xs, ys, off };
  });
}

/** Which matrices leave the diagonal, as the reader may guess: a yes or no for each. */
export type Guess = readonly [boolean, boolean, boolean];

export const leaves = (squares: readonly Pick<Square, 'off'>[]): boolean[] =>
  squares.map(({ off }) => off > 0);

export const sameGuess = (guess: Guess, truth: readonly boolean[]): boolean =>
  guess.every((yes, k) => yes === truth[k]);

export interface DialsLayout {
  /** Room over the matrices for names and letters, and under them. */
  readonly top: number;
  readonly foot: number;
  /** Height of the matrices with both, px. */
  readonly map: number;
  /** Side of a square of the check, px. */
  readonly square: number;
}

/** Space between two squares of the check at least, px. */
export const GUTTER = 22;
const BETWEEN = 13;
/** Space over the squares, their names and axes; with the rules and the race besides, px. */
const LINES = { bare: 56, one: 88, full: 116 };
/** Squares give way to cells until they are so small, px: dots are told apart for longer. */
const LEAST = 84;

/** Is there room over the matrices for their names? */
export const namesFit = (width: number): boolean => width >= 420;

/** Side of a square where the check has the figure to itself, px. */
export const squareAlone = (
  { width, height }: { width: number; height: number },
  scale: number,
  bare: boolean,
): number =>
  Math.max(40, Math.min((width - 2 * GUTTER) / 3, height - LINES[bare ? 'bare' : 'one'] * scale));

/**
 * Shares the height between the matrices and the check, if both are `within` the figure. Both are as
 * wide as it; where that is too high, first the squares give way and then both.
 */
export function dialsLayout(
  { width, height }: { width: number; height: number },
  { vocab, width: wide, hidden }: NetworkSize,
  scale: number,
  within: boolean,
  bare = false,
): DialsLayout {
  const top = (namesFit(width) ? 33 : 18) * scale;
  const foot = (within ? 17 : 16) * scale;
  const cells = wide + vocab;
  const widest = (width - BETWEEN) / (vocab + hidden);
  const square = (width - 2 * GUTTER) / 3;
  const lines = within ? LINES[bare ? 'bare' : 'full'] * scale : 0;
  const free = Math.max(80, height - top - foot - BETWEEN - lines);
  const least = within ? Math.min(square, LEAST, free / 3) : 0;
  const cell = Math.min(widest, (free - least) / cells);
  const side = Math.min(square, free - cell * cells);
  return {
    top,
    foot,
    map: top + foot + BETWEEN + cell * cells,
    square: within ? side : square,
  };
}
