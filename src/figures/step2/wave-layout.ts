/** Where the row of numbers and its arcs stand, px. */
import type { Slot } from '../../charts/ListCursor.tsx';

export interface OrderLayout {
  slots: Slot[];
  arcs: { from: number; d: string; head: string }[];
  /** Top and height of the boxes. */
  top: number;
  box: number;
  /** Left edge of what has handed on, when `place` did so last. */
  hand: (place: number) => number;
}

const PAD = 9;
/** Room at both ends for outlines and for the hand, px. */
const EDGE = 6;
const round = (x: number): number => Math.round(x * 10) / 10;

/**
 * Boxes as wide as their labels, with equal gaps, over the whole width; an arc from each number to
 * each of its makers above them, higher the farther it leads.
 */
export function orderLayout(
  labels: readonly number[],
  arcs: readonly { from: number; to: number }[],
  room: number,
  height: number,
  scale: number,
): OrderLayout {
  const width = room - 2 * EDGE;
  const box = 24 * scale;
  const top = height - box - 17 * scale;
  const wide = labels.map((label) => Math.max(box, label + 2 * PAD * scale));
  const all = wide.reduce((sum, one) => sum + one, 0);
  const gap = labels.length > 1 ? Math.max(2, (width - all) / (labels.length - 1)) : 0;
  const squeeze = Math.min(1, (width - 2 * (labels.length - 1)) / all);
  let x = EDGE;
  const slots = wide.map((one): Slot => {
    const slot = { x: round(x), y: top, width: round(one * squeeze), height: box };
    x += one * squeeze + gap;
    return slot;
  });
  const middle = ({ x: left, width: own }: Slot): number => left + own / 2;
  const longest = Math.max(1, ...arcs.map(({ from, to }) => from - to));
  return {
    slots,
    top,
    box,
    hand: (place) => (place >= slots.length ? room - 1 : slots[place].x - Math.min(5, gap / 2)),
    arcs: arcs.map(({ from, to }, k) => {
      const twin = arcs.slice(0, k).some((other) => other.from === from && other.to === to);
      const start = middle(slots[from]) - 4;
      const end = middle(slots[to]) + (twin ? 9 : 4);
      const rise = (top - 4) * (0.3 + (0.7 * (from - to)) / longest) * (twin ? 0.72 : 1);
      const peak = round(top - 1 - rise * 1.3);
      return {
        from,
        d: `M${round(start)} ${top - 1}C${round(start)} ${peak} ${round(end)} ${peak} ${round(end)} ${top - 5}`,
        head: `M${round(end)} ${top - 1}l-3.2 -6h6.4z`,
      };
    }),
  };
}
