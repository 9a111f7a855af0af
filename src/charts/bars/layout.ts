/** Where bars, their labels and their values stand, px. */
import { linear } from '../linear.ts';
import { SMALL, monoWidth, sansWidth } from '../text.ts';
import { fixed } from '../format.ts';
import type { Format } from '../types.ts';
import type { Slot } from '../ListCursor.tsx';
import type { Bar, BarsProps } from './props.ts';

export interface BarPlace {
  /** The bar of the value. */
  box: Slot;
  /** All that belongs to the bar: pointer and cursor. */
  slot: Slot;
  /** Where the longest of bar, overlay and guess ends, along the axis. */
  end: number;
  /** Does it run off the frame? */
  endless: boolean;
  negative: boolean;
}

export interface BarsLayout {
  width: number;
  height: number;
  vertical: boolean;
  places: BarPlace[];
  /** Place of a value along the axis. */
  along: (value: number) => number;
  /** A box from zero to a value in the lane of bar i. */
  boxOf: (index: number, value: number) => Slot;
  /** Across the bars: where they begin and end. */
  lane: { from: number; to: number };
  labelSize: number;
  valueSize: number;
  format: Format;
  scale: number;
  /** Room for labels at the left (horizontal). */
  labelRoom: number;
}

const ROW = 22;

const finite = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value);

const guessOf = (bar: Bar) => (typeof bar.guess === 'number' ? bar.guess : undefined);

/** Values at both ends of the axis: zero is always among them. */
function barDomain({ bars, lines = [], domain }: BarsProps): [number, number] {
  if (domain) return [domain[0], domain[1]];
  const all = [
    ...bars.flatMap((bar) => [bar.value, bar.overlay, guessOf(bar)]),
    ...lines.map((line) => line.value),
  ].filter(finite);
  const low = Math.min(0, ...all);
  const high = Math.max(0, ...all);
  return high > low ? [low, high] : [0, 1];
}

export function valueText(bar: Bar, format: Format): string {
  return bar.text ?? format(bar.value);
}

export function barsLayout(props: BarsProps): BarsLayout {
  const { bars, width, words = {}, lines = [], textScale: scale = 1 } = props;
  const vertical = props.orientation === 'vertical';
  const format = props.format ?? fixed(3);
  const labelSize = (vertical ? SMALL : 13) * scale;
  const valueSize = (vertical ? SMALL : 12.5) * scale;
  const count = Math.max(1, bars.length);
  const shown = props.values !== 'none';
  const texts = shown ? bars.map((bar) => monoWidth(valueText(bar, format), valueSize)) : [];
  const room = Math.max(0, ...texts);
  const [low, high] = barDomain(props);
  const head = (lines.some((line) => line.label) || words.axis ? 18 : 2) * scale;

  if (vertical) {
    const height = props.height ?? 120 * scale;
    const foot = height - (20 + (words.category ? 16 : 0)) * scale;
    const top = head + (shown ? valueSize + 4 : 0);
    const pitch = width / count;
    const thick = pitch >= 8 ? Math.max(1, pitch - Math.min(8, Math.max(2, pitch * 0.28))) : pitch;
    const below = low < 0 && shown ? valueSize + 4 : 0;
    const axis = linear([low, high], [foot - below, top]);
    const boxOf = (i: number, value: number) => {
      const [a, b] = [axis(0), value === Infinity ? head : axis(value)];
      const x = i * pitch + (pitch - thick) / 2;
      return { x, y: Math.min(a, b), width: thick, height: Math.abs(a - b) };
    };
    return {
      width,
      height,
      vertical,
      along: axis,
      boxOf,
      labelSize,
      valueSize,
      format,
      scale,
      labelRoom: 0,
      lane: { from: 0, to: width },
      places: bars.map((bar, i) =>
        place(
          bar,
          boxOf,
          i,
          {
            x: i * pitch,
            y: head,
            width: pitch,
            height: height - head,
          },
          axis,
          true,
        ),
      ),
    };
  }

  const longest = bars.reduce((most, bar) => Math.max(most, monoWidth(bar.label, labelSize)), 0);
  const wordRoom = words.category ? sansWidth(words.category, 12 * scale) : 0;
  const labelRoom = Math.ceil(props.labelWidth ?? Math.min(Math.max(longest, wordRoom), width / 3));
  const height = props.height ?? Math.ceil(head + count * ROW * scale + 2);
  const pitch = (height - head - 2) / count;
  const thick = Math.max(1, pitch - Math.min(10 * scale, Math.max(2, pitch * 0.26)));
  const start = labelRoom + 10 * scale + (low < 0 && shown ? room + 6 * scale : 0);
  const limit = width - (shown ? Math.ceil(room + 10 * scale) : 2);
  const axis = linear([low, high], [start, limit]);
  const boxOf = (i: number, value: number) => {
    const [a, b] = [axis(0), value === Infinity ? limit : axis(value)];
    const y = head + i * pitch + (pitch - thick) / 2;
    return { x: Math.min(a, b), y, width: Math.abs(a - b), height: thick };
  };
  return {
    width,
    height,
    vertical,
    along: axis,
    boxOf,
    labelSize,
    valueSize,
    format,
    scale,
    labelRoom,
    lane: { from: head, to: height - 2 },
    places: bars.map((bar, i) =>
      place(
        bar,
        boxOf,
        i,
        {
          x: 0,
          y: head + i * pitch,
          width,
          height: pitch,
        },
        axis,
        false,
      ),
    ),
  };
}

function place(
  bar: Bar,
  boxOf: (i: number, value: number) => Slot,
  index: number,
  slot: Slot,
  axis: (value: number) => number,
  vertical: boolean,
): BarPlace {
  const box = boxOf(index, Number.isNaN(bar.value) ? 0 : bar.value);
  const negative = bar.value < 0;
  const outward = [box, ...[bar.overlay, guessOf(bar)].filter(finite).map((v) => boxOf(index, v))];
  const farthest = (of: (one: Slot) => number, pick: (...values: number[]) => number) =>
    pick(...outward.map(of));
  const end = vertical
    ? negative
      ? farthest((b) => b.y + b.height, Math.max)
      : farthest((b) => b.y, Math.min)
    : negative
      ? farthest((b) => b.x, Math.min)
      : farthest((b) => b.x + b.width, Math.max);
  const zero = axis(0);
  return {
    box,
    slot,
    negative,
    endless: bar.value === Infinity,
    end: vertical && !negative ? Math.min(end, zero) : end,
  };
}
