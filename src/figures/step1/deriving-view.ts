/** One pair there and back, as the figure of the derivation shows it. No DOM. */
import type { Quantity } from '../../charts/index.ts';
import type { PairPass } from '../../worker/protocol.ts';

/** The stations of the way back, in the order in which it passes them. */
export const STAGES = ['logits', 'fc2', 'gate', 'fc1', 'wte'] as const;
export type Stage = (typeof STAGES)[number];

/** The rows of numbers that the pass goes through, from the embedding to the probabilities. */
export const ROWS = ['x', 'h', 'a', 'logits', 'probs'] as const;
export type Row = (typeof ROWS)[number];

export interface View {
  readonly stage: Stage;
  /** The pair of the name; null is the one that the thread follows. */
  readonly pair: number | null;
  /** The number chosen at the stage: a place in its row, or a row and a column of its product. */
  readonly spot: readonly [number, number] | null;
}

export const BEATS: readonly View[] = STAGES.map((stage) => ({ stage, pair: null, spot: null }));

/** The stage at which the gradient of a row is known; that of the probabilities is not needed. */
export const KNOWN: Readonly<Record<Exclude<Row, 'probs'>, number>> = {
  logits: 0,
  a: 1,
  h: 2,
  x: 3,
};

/** A matrix that is the product of two margins: `down` for its rows, `along` for its columns. */
export interface Outer {
  readonly down: ArrayLike<number>;
  readonly along: ArrayLike<number>;
  readonly quantities: Readonly<Record<'down' | 'along', Quantity>>;
}

/** The gradient of the weights at a stage, by its two margins; null where there are none. */
export function outerOf(stage: Stage, pass: PairPass): Outer | null {
  if (stage === 'fc2')
    return {
      down: pass.dlogits,
      along: pass.a,
      quantities: { down: 'gradient', along: 'activation' },
    };
  if (stage === 'fc1')
    return {
      down: pass.x,
      along: pass.dh,
      quantities: { down: 'parameter', along: 'gradient' },
    };
  return null;
}

/** All products of the two margins, row by row. */
export function productOf({ down, along }: Pick<Outer, 'down' | 'along'>): Float64Array {
  const values = new Float64Array(down.length * along.length);
  for (let r = 0; r < down.length; r++) {
    for (let c = 0; c < along.length; c++) values[r * along.length + c] = down[r] * along[c];
  }
  return values;
}

export function largestAt(values: ArrayLike<number>): number {
  let found = 0;
  for (let i = 1; i < values.length; i++)
    if (Math.abs(values[i]) > Math.abs(values[found])) found = i;
  return found;
}

/** What is looked at before anything is chosen: the largest number of the stage. */
export function usualSpot(stage: Stage, pass: PairPass): readonly [number, number] {
  switch (stage) {
    case 'logits':
      return [pass.target, 0];
    case 'gate': {
      const shut = pass.da.map((d, j) => (pass.h[j] > 0 ? 0 : d));
      return [largestAt(shut), 0];
    }
    case 'wte':
      return [largestAt(pass.dx), 0];
    case 'fc1':
    case 'fc2': {
      const outer = outerOf(stage, pass)!;
      return [largestAt(outer.down), largestAt(outer.along)];
    }
  }
}

/** How many numbers one can choose from at a stage: rows, columns. */
export function extentOf(stage: Stage, pass: PairPass): readonly [number, number] {
  const outer = outerOf(stage, pass);
  if (outer) return [outer.down.length, outer.along.length];
  const row = { logits: pass.logits, gate: pass.h, wte: pass.x }[
    stage as 'logits' | 'gate' | 'wte'
  ];
  return [row.length, 1];
}

/** A spot held to what there is; the usual one if none is chosen. */
export function spotOf({ stage, spot }: View, pass: PairPass): readonly [number, number] {
  const [rows, cols] = extentOf(stage, pass);
  const [row, col] = spot ?? usualSpot(stage, pass);
  return [Math.min(row, rows - 1), Math.min(col, cols - 1)];
}

/** Units whose gates let something through. */
export const openUnits = ({ h }: Pick<PairPass, 'h'>): number =>
  Array.from(h).filter((value) => value > 0).length;

/** The rows between which a stage goes back; all of them where there is room. */
export function rowsOf(stage: Stage, roomy: boolean): readonly Row[] {
  if (roomy) return ROWS;
  const at = { logits: 3, fc2: 2, gate: 1, fc1: 0, wte: 0 }[stage];
  return ROWS.slice(at, stage === 'wte' ? 1 : at + 2);
}

export interface Lane {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Signed numbers as bars along a lane, up and down from its middle; unsigned ones from its foot. */
export function barsPath(
  values: ArrayLike<number>,
  lane: Lane,
  most: number,
  signed: boolean,
): string {
  const pitch = lane.width / values.length;
  const wide = Math.max(1, pitch - Math.max(0.6, Math.min(3, pitch * 0.25)));
  const zero = lane.y + lane.height * (signed ? 0.5 : 1);
  const room = lane.height * (signed ? 0.5 : 1);
  let path = '';
  for (let i = 0; i < values.length; i++) {
    const share = Math.max(-1, Math.min(1, values[i] / (most || 1)));
    const tall = Number.isFinite(share) ? share * room : 0;
    if (Math.abs(tall) < 0.2) continue;
    const x = lane.x + i * pitch + (pitch - wide) / 2;
    path += `M${x.toFixed(1)} ${zero.toFixed(1)}h${wide.toFixed(1)}v${(-tall).toFixed(1)}h${(-wide).toFixed(1)}z`;
  }
  return path;
}

/** The same turned: numbers one under another, to the right and to the left of the middle. */
export function barsDown(values: ArrayLike<number>, lane: Lane, most: number): string {
  const pitch = lane.height / values.length;
  const high = Math.max(0.8, pitch * 0.75);
  const zero = lane.x + lane.width / 2;
  let path = '';
  for (let i = 0; i < values.length; i++) {
    const share = Math.max(-1, Math.min(1, values[i] / (most || 1)));
    const long = Number.isFinite(share) ? (share * lane.width) / 2 : 0;
    if (Math.abs(long) < 0.2) continue;
    const y = lane.y + i * pitch + (pitch - high) / 2;
    path += `M${zero.toFixed(1)} ${y.toFixed(1)}v${high.toFixed(1)}h${long.toFixed(1)}v${(-high).toFixed(1)}z`;
  }
  return path;
}
