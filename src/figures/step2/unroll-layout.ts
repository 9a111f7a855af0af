/** Where the parts of the picture stand, px: bands above one another, then one part, then one node. */
import type { Slot } from '../../charts/ListCursor.tsx';
import type { Part } from './unroll-plan.ts';

/** How far the record is opened: a name, a pair, a layer, a single number. */
export type Depth = 0 | 1 | 2 | 3;

export interface Bands {
  whole: Slot;
  /** One pair, or the weights; null where nothing is opened. */
  group: Slot | null;
  layer: Slot | null;
  part: Slot | null;
  card: Slot | null;
  foot: Slot | null;
}

/** Heights, least and most, at the size of normal text. */
interface Heights {
  /** Between a band and what opens out of it. */
  funnel: number;
  whole: readonly [number, number];
  group: readonly [number, number];
  part: readonly [number, number];
  /** A part whose terms stand in several rows. */
  folded: readonly [number, number];
}

const EASY: Heights = {
  funnel: 15,
  whole: [30, 64],
  group: [40, 180],
  part: [52, 64],
  folded: [52, 88],
};
/** Where there is little room, so that the foot has its place. */
const TIGHT: Heights = {
  funnel: 8,
  whole: [24, 30],
  group: [32, 40],
  part: [46, 52],
  folded: [46, 60],
};
const LABELS = 18;
const CARD = [128, 142] as const;
const FOOT = 42;
/** Room between the part and the card for the line that joins them. */
const TIE = 14;

/** Height of all bands at their least. */
const leastOf = ({ funnel, whole, group, part }: Heights, scale: number): number =>
  2 * LABELS * scale + whole[0] + group[0] + 2 * funnel + part[0] * scale;

export function bandsOf(
  width: number,
  height: number,
  depth: Depth,
  scale: number,
  folded: boolean,
): Bands {
  const labels = LABELS * scale;
  const heights = height < leastOf(EASY, scale) + FOOT * scale ? TIGHT : EASY;
  const { funnel, whole: WHOLE, group: GROUP } = heights;
  const slot = (y: number, tall: number): Slot => ({ x: 0, y, width, height: Math.floor(tall) });
  const none = { group: null, layer: null, part: null, card: null, foot: null };
  if (depth === 0) return { ...none, whole: slot(labels, Math.max(WHOLE[0], height - labels - 2)) };
  const part = folded ? heights.folded : heights.part;
  const least = labels + WHOLE[0] + funnel + labels + GROUP[0];
  if (depth < 3) {
    const wholeTall = Math.min(40, WHOLE[1], WHOLE[0] + Math.max(0, height - least) / 8);
    const top = labels + wholeTall + funnel + labels;
    if (depth === 1)
      return { ...none, whole: slot(labels, wholeTall), group: slot(top, height - top - 2) };
    const groupTall = Math.max(GROUP[0], Math.min(88, GROUP[1], (height - top) * 0.3));
    const next = top + groupTall + 1.6 * funnel;
    return {
      ...none,
      whole: slot(labels, wholeTall),
      group: slot(top, groupTall),
      layer: slot(next, Math.max(24, height - next - labels)),
    };
  }
  const opened = leastOf(heights, scale);
  // Where even that is too much, the pair goes: the line of crumbs still leads to it.
  if (height < opened)
    return {
      ...none,
      whole: slot(labels, WHOLE[0]),
      part: slot(labels + WHOLE[0] + funnel, part[0] * scale),
    };
  const withCard = height >= opened + (CARD[0] + TIE) * scale;
  const withFoot = height >= opened + (withCard ? (CARD[0] + TIE) * scale : 0) + FOOT * scale;
  const spare = Math.max(
    0,
    height - opened - (withCard ? (CARD[0] + TIE) * scale : 0) - (withFoot ? FOOT * scale : 0),
  );
  // What is left goes to the bands first, then to the part and the card, then between them.
  const grown = (range: readonly [number, number], share: number, by = 1): number =>
    Math.min(range[1] * by, range[0] * by + spare * share);
  const wholeTall = grown(WHOLE, 0.12);
  const groupTall = grown(GROUP, 0.5);
  const partTall = grown(part, folded ? 0.24 : 0.14, scale);
  const cardTall = grown(CARD, 0.14, scale);
  const used =
    wholeTall -
    WHOLE[0] +
    (groupTall - GROUP[0]) +
    (partTall - part[0] * scale) +
    (withCard ? cardTall - CARD[0] * scale : 0);
  const air = Math.min(18, Math.max(0, spare - used) / 3);
  let y = labels;
  const whole = slot(y, wholeTall);
  y += wholeTall + funnel + air + labels;
  const group = slot(y, groupTall);
  y += groupTall + funnel + air;
  const partSlot = slot(y, partTall);
  y += partTall + TIE * scale + air;
  const card = withCard ? slot(y, cardTall) : null;
  return {
    whole,
    group,
    layer: null,
    part: partSlot,
    card,
    foot: withFoot ? slot(height - FOOT * scale, FOOT * scale) : null,
  };
}

export interface Box extends Slot {
  node: number;
  as: 'term' | 'sum' | 'tail';
}

export interface PartLayout {
  boxes: Box[];
  /** Sides of the square boxes, and how many rows of terms there are. */
  side: number;
  folds: number;
  /** Lines through sums and from products up to them. */
  lines: string;
}

/** Widths of what stands beside the terms. */
const LEAD = 34;
const TAIL = 34;
const FOLDS = 6;

/** Width of what comes after the last sum: one box, or several narrower ones. */
const tailOf = ({ tail }: Part, scale: number): { each: number; all: number } => {
  const each = TAIL * (tail.length > 1 ? 0.86 : 1.1) * scale;
  return { each, all: tail.length * each };
};

/** Does a part need more than one row of terms at this width? */
export const isFolded = (part: Part, width: number, scale: number): boolean =>
  (width - LEAD * scale - tailOf(part, scale).all) / Math.max(1, part.terms.length) < 14;

/** One part as boxes: sums above, products under them, folded where they are many. */
export function partLayout(part: Part, slot: Slot, scale: number): PartLayout {
  const count = Math.max(part.terms.length, part.sums.length);
  const hasSums = part.sums.some((node) => node >= 0);
  const hasTerms = part.terms.some((node) => node >= 0);
  const lines = Number(hasSums) + Number(hasTerms) || 1;
  const { each, all: tail } = tailOf(part, scale);
  const lead = LEAD * scale;
  const room = slot.width - lead - tail - (tail > 0 ? 8 : 0);
  const options = Array.from({ length: FOLDS }, (_, k) => k + 1).map((folds) => {
    const perRow = Math.ceil(count / folds);
    const pitch = room / perRow;
    const tall = slot.height / (folds * lines);
    return { folds, perRow, pitch, side: Math.min(pitch * 0.8, tall * 0.74, 21 * scale) };
  });
  const best = options.reduce((most, one) => (one.side > most.side + 0.5 ? one : most));
  const { folds, perRow, side } = best;
  const pitch = Math.min(best.pitch, 1.6 * side);
  const fold = slot.height / folds;
  const between = hasSums && hasTerms ? Math.min(fold / 2, side * 1.75) : 0;
  const above = (fold - between - side) / 2;
  const xOf = (k: number): number => slot.x + lead + (k % perRow) * pitch;
  const yOf = (k: number): number => slot.y + Math.floor(k / perRow) * fold + above;
  const boxes: Box[] = [];
  const drawn: string[] = [];
  const put = (node: number, as: Box['as'], x: number, y: number, wide = side): void => {
    if (node >= 0) boxes.push({ node, as, x, y, width: wide, height: side });
  };
  for (let k = 0; k < count; k++) {
    const [x, y] = [xOf(k), yOf(k)];
    const middle = x + side / 2;
    put(part.terms[k] ?? -1, 'term', x, hasSums ? y + between : y);
    put(part.sums[k] ?? -1, 'sum', x, y);
    if (!hasSums || !hasTerms) continue;
    const [up, down] = [y + side / 2, y + between + side / 2];
    drawn.push(`M${middle.toFixed(1)} ${down.toFixed(1)}V${up.toFixed(1)}`);
    const right = k + 1 < count && (k + 1) % perRow !== 0 ? xOf(k + 1) + side / 2 : null;
    if (right !== null) drawn.push(`H${right.toFixed(1)}`);
  }
  const lastX = xOf(count - 1) + side;
  const y = yOf(count - 1);
  part.tail.forEach((node, k) => {
    const x = slot.x + slot.width - tail + k * each + 6;
    put(node, 'tail', x, y, each - 6);
    if (hasSums && k === 0)
      drawn.push(`M${lastX.toFixed(1)} ${(y + side / 2).toFixed(1)}H${x.toFixed(1)}`);
    else if (k > 0) drawn.push(`M${(x - 6).toFixed(1)} ${(y + side / 2).toFixed(1)}h6`);
  });
  const order = new Map(part.nodes.map((node, k) => [node, k]));
  boxes.sort((a, b) => (order.get(a.node) ?? 0) - (order.get(b.node) ?? 0));
  return { boxes, side, folds, lines: drawn.join('') };
}
