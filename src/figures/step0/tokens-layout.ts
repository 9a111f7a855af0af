/** Where the boxes of a word, the strip of the vocabulary and the ties between stand, px. */

export type Layer = 'symbols' | 'ids' | 'boundary' | 'clusters' | 'inventory';

/** Height of a line of code points under a box. */
export const POINT_LINE = 15;

/** One box: a symbol of the word, or the boundary. */
export interface Box {
  /** Place in the word from 0; −1 and the word's length are the boundaries. */
  readonly place: number;
  /** Centre, and top. */
  readonly x: number;
  readonly y: number;
}

export interface WordLayout {
  readonly boxes: readonly Box[];
  /** Side of a box, and from the centre of one to the next. */
  readonly side: number;
  readonly pitch: number;
  /** Where the boxes end and where the text under the last row ends. */
  readonly foot: number;
  readonly rowHeight: number;
  /** Room over the boxes, for arcs, and for words over these where there is room. */
  readonly head: number;
  readonly arcs: number;
}

/** Height from which a picture has room for more than the boxes and the strip. */
export const ROOMY = 320;
/** Largest box, and from one to the next, where there is room and where there is plenty. */
const WIDEST = { side: 50, pitch: 60 };
const WIDER = { side: 64, pitch: 76 };
/** Boxes narrower than this go on in another row. */
const NARROWEST = 27;
/** Height of the line of ids under a row of boxes. */
const ID_LINE = 20;

/**
 * Boxes for a word of `length` symbols, room kept for a boundary at both ends. `under` is what
 * else stands under each row, px.
 */
export function wordLayout(
  length: number,
  width: number,
  height: number,
  options: { rtl?: boolean; boundaries?: boolean; under?: number } = {},
): WordLayout {
  const { rtl = false, boundaries = true, under = 0 } = options;
  const first = boundaries ? -1 : 0;
  const slots = Math.max(1, length + (boundaries ? 2 : 0));
  const rows = Math.ceil(slots / Math.max(1, Math.floor(width / NARROWEST)));
  const perRow = Math.ceil(slots / rows);
  const tall = height >= ROOMY;
  const widest = width >= 600 && tall ? WIDER : WIDEST;
  const pitch = Math.min(widest.pitch, width / perRow);
  const side = Math.round(Math.min(pitch * 0.84, tall ? widest.side : 38));
  const arcs = Math.round(Math.min(pitch * 0.5, side * 0.52));
  const head = arcs + (tall ? 24 : 4);
  const rowHeight = side + ID_LINE + under + 8;
  const left = (width - perRow * pitch) / 2;
  const boxes = Array.from({ length: slots }, (_, i) => {
    const along = left + ((i % perRow) + 0.5) * pitch;
    return {
      place: first + i,
      x: rtl ? width - along : along,
      y: head + Math.floor(i / perRow) * rowHeight,
    };
  });
  return { boxes, side, pitch, rowHeight, head, arcs, foot: head + rows * rowHeight - 8 };
}

/** An arc from one box to the next, over their tops; nothing where a row ends. */
export function arcPath({ boxes, arcs }: WordLayout, i: number): string {
  const [a, b] = [boxes[i], boxes[i + 1]];
  if (!b || a.y !== b.y) return '';
  const inset = Math.sign(b.x - a.x) * 3;
  const y = a.y - 3;
  return (
    `M${a.x + inset} ${y}C${a.x + inset * 3} ${y - arcs * 1.25} ` +
    `${b.x - inset * 3} ${y - arcs * 1.25} ${b.x - inset} ${y}`
  );
}

/**
 * Lines from all the boxes of one symbol to its entry in the strip: one that forks when the symbol
 * stands in the word more than once.
 */
export function tiePath(
  from: readonly { readonly x: number; readonly y: number }[],
  to: { readonly x: number; readonly y: number },
): string {
  const curve = (a: { x: number; y: number }, b: { x: number; y: number }): string => {
    const half = (b.y - a.y) / 2;
    return `M${a.x} ${a.y}C${a.x} ${a.y + half} ${b.x} ${b.y - half} ${b.x} ${b.y}`;
  };
  if (from.length === 1) return curve(from[0], to);
  // The fork stands as near over its entry as the boxes reach, so that the trunk is short.
  const xs = from.map(({ x }) => x);
  const low = Math.max(...from.map(({ y }) => y));
  const fork = {
    x: Math.max(Math.min(...xs), Math.min(Math.max(...xs), to.x)),
    y: low + (to.y - low) * 0.55,
  };
  return from.map((box) => curve(box, fork)).join('') + curve(fork, to);
}

/** Height of a count on a square-root scale, so that rare symbols show. */
export const barHeight = (count: number, most: number, room: number): number =>
  most > 0 ? Math.max(count > 0 ? 1 : 0, Math.sqrt(count / most) * room) : 0;

/** The letters (not the boundary) that occur most and least, of those that occur. */
export function extremes(
  counts: readonly number[],
  bos: number,
): { top: number; rare: number } | null {
  const letters = counts.flatMap((count, token) => (token !== bos && count > 0 ? [token] : []));
  if (letters.length === 0) return null;
  return {
    top: letters.reduce((best, token) => (counts[token] > counts[best] ? token : best)),
    rare: letters.reduce((best, token) => (counts[token] < counts[best] ? token : best)),
  };
}

/** A short text in two lines, as even as its words allow. */
export function twoLines(text: string): string[] {
  const parts = text.split(' ');
  const cuts = parts
    .slice(1)
    .map((_, i) => [parts.slice(0, i + 1).join(' '), parts.slice(i + 1).join(' ')]);
  const longest = (lines: string[]): number => Math.max(...lines.map((line) => line.length));
  return cuts.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best), [text]);
}

/** A code point as it is written: U+0308. */
export const codePointName = (point: number): string =>
  `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
