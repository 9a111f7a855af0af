/** Where tokens and the steps between them stand, px. */
import { graphemes, monoWidth } from '../text.ts';
import type { Slot } from '../ListCursor.tsx';
import type { TokenStripProps } from './props.ts';

export interface TokenLayout {
  width: number;
  height: number;
  pitch: number;
  perRow: number;
  rowHeight: number;
  /** Height above the symbols of a row, for arcs and step texts. */
  head: number;
  /** Centre and row of each token. */
  spots: { x: number; row: number }[];
  scale: number;
  rtl: boolean;
}

const wide = (symbol: string) => graphemes(symbol).length * 18;

export function tokenLayout(props: TokenStripProps): TokenLayout {
  const { tokens, width, dir = 'ltr', select = 'step', textScale: scale = 1 } = props;
  const rtl = dir === 'rtl';
  const stepRoom = Math.max(0, ...tokens.map((one) => monoWidth(one.step ?? '')));
  const symbolRoom = Math.max(0, ...tokens.map((one) => wide(one.symbol)));
  const comfortable = Math.max(28, stepRoom + 7, symbolRoom + 8) * scale;
  const tight = Math.max(22, stepRoom + 4, symbolRoom + 4) * scale;
  const all = width / Math.max(1, tokens.length);
  const pitch = all >= tight ? Math.min(all, comfortable * 1.35) : Math.min(comfortable, width);
  const perRow = Math.max(1, Math.min(tokens.length, Math.floor(width / pitch + 1e-6)));
  const arcs = props.arcs ?? select === 'step';
  const stepText = tokens.some((one) => one.step);
  const head = ((arcs ? 18 : 4) + (stepText ? 15 : 0)) * scale;
  const rowHeight = Math.round(head + (26 + (props.ids === false ? 0 : 17)) * scale);
  const rows = Math.max(1, Math.ceil(tokens.length / perRow));
  const spots = tokens.map((_, i) => {
    const x = ((i % perRow) + 0.5) * pitch;
    return { x: rtl ? width - x : x, row: Math.floor(i / perRow) };
  });
  return {
    width,
    pitch,
    perRow,
    rowHeight,
    head,
    spots,
    scale,
    rtl,
    height: rows * rowHeight + (rows - 1) * 6,
  };
}

/** Top of a token's row. */
export const rowTop = (at: TokenLayout, row: number) => row * (at.rowHeight + 6);

/** Boxes to point at: tokens, or the steps between them (a broken step is in its first row). */
export function tokenSlots(at: TokenLayout, kind: 'step' | 'token'): Slot[] {
  const count = kind === 'token' ? at.spots.length : at.spots.length - 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const { x, row } = at.spots[i];
    const y = rowTop(at, row);
    const left = kind === 'token' ? x - at.pitch / 2 : at.rtl ? x - at.pitch : x;
    const start = Math.max(0, left);
    const end = Math.min(at.width, left + at.pitch);
    return { x: start, y, width: Math.max(8, end - start), height: at.rowHeight };
  });
}

/** Boxes around both tokens of each step (under its arc), as far as they stand in one row. */
export function stepOutlines(at: TokenLayout): Slot[] {
  return at.spots.slice(0, -1).map(({ x, row }, i) => {
    const next = at.spots[i + 1];
    const centres = next.row === row ? [x, next.x] : [x];
    const left = Math.max(0, Math.min(...centres) - at.pitch / 2 + 1);
    const right = Math.min(at.width, Math.max(...centres) + at.pitch / 2 - 1);
    const y = rowTop(at, row) + at.head;
    return { x: left, y, width: right - left, height: at.rowHeight - at.head };
  });
}

/**
 * Arc from token i to token i + 1. A step that wraps leaves its row and enters the next.
 * `lift` is how high it rises over the symbols.
 */
export function arcPath(at: TokenLayout, i: number, lift: number): string {
  const [a, b] = [at.spots[i], at.spots[i + 1]];
  const way = at.rtl ? -1 : 1;
  const foot = (row: number) => rowTop(at, row) + at.head - 1;
  const inset = 4 * at.scale * way;
  const curve = (x0: number, x1: number, y: number) =>
    `M${x0} ${y}C${x0 + (x1 - x0) * 0.2} ${y - lift} ${x1 - (x1 - x0) * 0.2} ${y - lift} ${x1} ${y}`;
  if (a.row === b.row) return curve(a.x + inset, b.x - inset, foot(a.row));
  const half = at.pitch * 0.5 * way;
  const [y0, y1] = [foot(a.row), foot(b.row)];
  const x0 = a.x + inset;
  const x1 = b.x - inset;
  return (
    `M${x0} ${y0}Q${x0 + half * 0.3} ${y0 - lift * 0.75} ${a.x + half} ${y0 - lift * 0.75}` +
    `M${b.x - half} ${y1 - lift * 0.75}Q${x1 - half * 0.3} ${y1 - lift * 0.75} ${x1} ${y1}`
  );
}
