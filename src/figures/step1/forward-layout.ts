import type { Box } from './matrices.ts';

/**
 * Where the forward pass stands. Matrices that share an axis share an edge, so that reading turns
 * corners: `wte` and `fc1` lie on their sides, a row for each number of the embedding; `fc2` stands
 * upright under `fc1`, a column for each hidden unit, a row for each token that may come next.
 */
export interface ForwardLayout {
  readonly width: number;
  readonly height: number;
  /** Of the text, over the normal size. */
  readonly scale: number;
  /** There is room for two lines of text beside the hidden units. */
  readonly roomy: boolean;
  /** Size of a cell of every matrix. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly wte: Box;
  readonly x: Box;
  readonly fc1: Box;
  /** Bars of the hidden units, and what the gates let through. */
  readonly h: Box;
  readonly a: Box;
  readonly fc2: Box;
  readonly logits: Box;
  /** Right end of the letters' lane, and its width. */
  readonly letters: Box;
  readonly probs: Box;
  /** Where a chosen number is taken apart; null where there is no room. */
  readonly panel: Box | null;
}

const HEAD = 17;
/** Between the two upper matrices: the embedding. */
const STRIP = 15;
const FOOT = 16;
const PANEL = 92;
/** Cells lower than this cannot be told apart; the panel gives its room to them. */
const LOWEST = 3.4;
const TALLEST = 11;

/** @param width of the network, C; it has 4C hidden units */
export function forwardLayout(
  full: { width: number; height: number },
  vocabulary: number,
  width: number,
  scale = 1,
): ForwardLayout {
  const units = 4 * width;
  const cellWidth = (full.width - STRIP) / (vocabulary + units);
  const rows = vocabulary + width;
  const barsRoom = Math.max(20, Math.min(40, full.height * 0.1));
  const [head, foot, panel] = [HEAD * scale, FOOT * scale, PANEL * scale];
  const fixed = head + 5 + barsRoom + 4 + 9 + 4 + foot;
  const withPanel = (full.height - fixed - panel) / rows;
  // Where cells are as low anyhow, the panel is worth more than they gain.
  const low = (full.height - fixed) / rows < LOWEST && full.height > 4 * panel;
  const hasPanel = withPanel >= LOWEST || low;
  const cellHeight = Math.max(
    0.5,
    Math.min(TALLEST, hasPanel ? withPanel : (full.height - fixed) / rows),
  );
  const left = vocabulary * cellWidth;
  const right = left + STRIP;
  const top = width * cellHeight;
  const upper = { y: head, height: top };
  const lower = { x: right, width: units * cellWidth };
  const h: Box = { ...lower, y: head + top + 5, height: barsRoom };
  const a: Box = { ...lower, y: h.y + h.height + 4, height: 9 };
  const fc2: Box = { ...lower, y: a.y + a.height + 4, height: vocabulary * cellHeight };
  const side = { y: fc2.y, height: fc2.height };
  const lane = 16 * scale;
  const logitsWidth = Math.round((right - lane) * 0.42);
  const bottom = fc2.y + fc2.height + foot;
  return {
    width: full.width,
    height: full.height,
    scale,
    roomy: barsRoom >= 32 * scale,
    cellWidth,
    cellHeight,
    wte: { ...upper, x: 0, width: left },
    x: { ...upper, x: left + 3, width: STRIP - 6 },
    fc1: { ...upper, ...lower },
    h,
    a,
    fc2,
    logits: { ...side, x: right - 4 - logitsWidth, width: logitsWidth },
    letters: { ...side, x: right - 4 - logitsWidth - lane, width: lane },
    probs: { ...side, x: 0, width: right - 4 - logitsWidth - lane },
    panel: hasPanel
      ? { x: 0, width: full.width, y: bottom + 4, height: full.height - bottom - 4 }
      : null,
  };
}

/** Middle of a column of hidden units, of an embedding's row, of a token's row, px. */
export const unitX = (at: ForwardLayout, j: number): number => at.h.x + (j + 0.5) * at.cellWidth;
export const inputY = (at: ForwardLayout, i: number): number =>
  at.wte.y + (i + 0.5) * at.cellHeight;
export const tokenY = (at: ForwardLayout, k: number): number =>
  at.fc2.y + (k + 0.5) * at.cellHeight;
export const tokenX = (at: ForwardLayout, token: number): number =>
  at.wte.x + (token + 0.5) * at.cellWidth;

const px = (value: number): string => value.toFixed(1);

/** Upright bars from a zero line within a box, as one path. */
export function uprightBars(
  values: ArrayLike<number>,
  which: (value: number, i: number) => boolean,
  {
    box,
    pitch,
    inset,
    low,
    high,
  }: { box: Box; pitch: number; inset: number; low: number; high: number },
): string {
  const y = (value: number) => box.y + ((high - value) / (high - low)) * box.height;
  let d = '';
  for (let i = 0; i < values.length; i++) {
    if (!which(values[i], i)) continue;
    const wide = Math.max(0.6, pitch - 2 * inset);
    d += `M${px(box.x + (i + 0.5) * pitch - wide / 2)} ${px(y(0))}V${px(y(values[i]))}h${px(wide)}V${px(y(0))}z`;
  }
  return d;
}

/** Lying bars, one a row, from a zero line within a box. */
export function lyingBars(
  values: ArrayLike<number>,
  which: (value: number, i: number) => boolean,
  {
    box,
    pitch,
    low,
    high,
    rtl,
  }: { box: Box; pitch: number; low: number; high: number; rtl?: boolean },
): string {
  const x = (value: number) => {
    const share = (value - low) / (high - low);
    return box.x + (rtl ? 1 - share : share) * box.width;
  };
  const thick = Math.max(0.6, pitch - Math.max(0.5, Math.min(2, pitch * 0.25)));
  let d = '';
  for (let i = 0; i < values.length; i++) {
    if (!which(values[i], i)) continue;
    d += `M${px(x(0))} ${px(box.y + (i + 0.5) * pitch - thick / 2)}H${px(x(values[i]))}v${px(thick)}H${px(x(0))}z`;
  }
  return d;
}
