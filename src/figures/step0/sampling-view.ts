/** Where everything of the sampling figure stands; nothing here draws. */

/** A part of the bar: the share of one token, from and to in [0, 1]. */
export interface Part {
  readonly token: number;
  readonly from: number;
  readonly to: number;
}

/** Probabilities laid end to end; the last part ends at 1 whatever rounding left over. */
export function layEndToEnd(p: ArrayLike<number>): Part[] {
  let reached = 0;
  return Array.from(p, (share, token) => {
    const from = reached;
    reached = token === p.length - 1 ? 1 : Math.min(1, reached + share);
    return { token, from, to: reached };
  });
}

export interface SamplingLayout {
  /** Height of the name so far, and whether the random numbers stand under it. */
  readonly tokens: number;
  readonly numbers: boolean;
  /** Top of the bar's picture under its line of text, and height of the bar itself. */
  readonly bar: number;
  readonly barHeight: number;
  /** Top of what stands below: table and names; and height of the tally at its foot. */
  readonly below: number;
  readonly tally: number;
  /** Side of the small table's cells, px; 0: no room for it. */
  readonly cell: number;
  /** Where the names begin from the left, and how many rows and columns of them there are. */
  readonly names: number;
  readonly rows: number;
  readonly columns: number;
  /** Height of a row of names, px. */
  readonly row: number;
}

/** Room over the bar for the needle's number, and under it for the ends of the scale, px. */
export const OVER = 20;
export const UNDER = 19;

/** A row of names is never lower than this, px: each can be pointed at. */
const ROW = 24;
const LABEL = 20;
const TALLY = 34;
/** Width of a column of names: sixteen letters of small serif, px. */
const COLUMN = 122;

/**
 * The picture at a size, for `size` tokens and `names` names. Wide: name, bar, then the table
 * with the row in use and the names beside it. Low or narrow: name, bar and names.
 */
export function samplingLayout(
  { width, height }: { width: number; height: number },
  size: number,
  names: number,
  scale: number,
  /** A guess is to be compared with the truth: there must be room for it. */
  compared: boolean,
): SamplingLayout {
  const compact = height < 330 * scale;
  const tokens = (compact ? 32 : 50) * scale;
  const bar = tokens + (compact ? 0 : LABEL * scale);
  // Tall pictures give some of their height to the bar.
  const spare = Math.max(0, height / scale - 480);
  const barHeight = (compact ? 30 : Math.min(64, 40 + 0.15 * spare)) * scale;
  const gap = (compact ? 4 : 16) * scale;
  const below = bar + (OVER + UNDER) * scale + barHeight + gap;
  const tally = compact && !compared ? 0 : TALLY * scale;
  const down = height - below - tally;
  const cell = compact ? 0 : Math.floor(Math.min(down / size, (width * 0.36) / size, 11 * scale));
  const beside = cell >= 2 && down >= (names / 2) * ROW * scale;
  const left = beside ? cell * size + 34 * scale : 0;
  const most = Math.max(1, Math.floor((width - left) / (COLUMN * (compact ? 0.9 : 1) * scale)));
  const columns = beside ? Math.min(2, most) : most;
  const rows = Math.ceil(names / columns);
  return {
    tokens,
    numbers: !compact,
    bar,
    barHeight,
    below,
    tally,
    cell: beside ? cell : 0,
    names: left,
    rows,
    columns,
    row: Math.floor(Math.min((compact ? 22 : 34) * scale, down / rows)),
  };
}
