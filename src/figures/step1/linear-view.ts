/** What the figure “One number out of sixteen” shows, and where its parts stand. No DOM. */
import { monoWidth, sansWidth } from '../../charts/text.ts';
import { linear } from '../../engine/by-hand.ts';
import { lengthOf } from '../../engine/vector.ts';

/** One product; their sum; as large a sum as can be; a sum for each row. */
export type Reach = 'one' | 'sum' | 'most' | 'all';

export interface View {
  readonly reach: Reach;
  /** The position among the inputs; null is that of the largest product. */
  readonly i: number | null;
  /** The row of fc1; null is the one with the largest output. */
  readonly unit: number | null;
  /** The reader's own numbers; null where they are the network's. */
  readonly x: readonly number[] | null;
  readonly w: readonly number[] | null;
}

const START: View = { reach: 'one', i: null, unit: null, x: null, w: null };

/** The beat that asks for the largest sum. */
export const ASKS = 2;

export const BEATS: readonly View[] = [
  START,
  { ...START, reach: 'sum' },
  { ...START, reach: 'most' },
  { ...START, reach: 'all' },
];

/** The products, what they add up to one after another, and the sum, by the engine's `linear`. */
export function termsOf(x: readonly number[], w: readonly number[]) {
  const products = x.map((value, i) => value * w[i]);
  let so = 0;
  const sums = products.map((product) => (so += product));
  return { products, sums, output: linear([...x], [[...w]])[0] };
}

/** Of all inputs as long as `x`, the one with the largest output: it points where `w` points. */
export function along(w: readonly number[], x: readonly number[]): number[] {
  const long = lengthOf(w);
  return long === 0 ? [...x] : w.map((value) => (value * lengthOf(x)) / long);
}

/** `x` with one number set and the others scaled, so that its length is kept. */
export function turned(x: readonly number[], i: number, value: number): number[] {
  const long = lengthOf(x);
  const set = Math.max(-long, Math.min(long, value));
  const rest = lengthOf(x.map((one, j) => (j === i ? 0 : one)));
  const left = Math.sqrt(Math.max(0, long * long - set * set));
  return x.map((one, j) => {
    if (j === i) return set;
    // Others that are next to nothing point nowhere: rounding would decide their length.
    return rest > 1e-12 * long ? (one * left) / rest : left / Math.sqrt(Math.max(1, x.length - 1));
  });
}

/** The index of the largest value by `size`. */
export const best = (
  values: ArrayLike<number>,
  size = (value: number): number => value,
): number => {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (size(values[i]) > size(values[at])) at = i;
  return at;
};

/** A row of bars about a zero line, px; `reach` is the value at its upper end. */
export interface Band {
  readonly name: 'x' | 'w' | 'product' | 'sum' | 'outputs';
  readonly top: number;
  readonly bottom: number;
  readonly low: number;
  readonly high: number;
}

/** Bars side by side: where they begin, how far apart they stand, how wide they are, px. */
export type Columns = Pick<LinearLayout, 'left' | 'pitch' | 'bar'>;

export interface LinearLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly bar: number;
  readonly bands: Readonly<Record<Band['name'], Band>>;
  /** Baseline of the numbers of the inputs. */
  readonly foot: number;
  /** Of the text, over the normal size. */
  readonly scale: number;
}

/** Between a name and the bars, and between the bars and the sum that comes out, px. */
const BESIDE = 10;
const NUMBERS = 20;
const SHARES = { x: 4, w: 4, product: 4, sum: 5, outputs: 4 } as const;
/** What the room for an output holds. */
const OUTPUT = '−0.000';
/** Sizes of names, of the notes under them, and of the output, px. */
const NAME = 12.5;
const NOTE = 12;
const LARGE = 14;

/** @param words names of the rows and the notes under them: the bars begin beside the longest */
export function linearLayout(
  width: number,
  height: number,
  ends: Readonly<Record<Band['name'], readonly [low: number, high: number]>>,
  count: number,
  words: readonly { readonly name: string; readonly note: string }[],
  scale = 1,
): LinearLayout {
  const names = ['x', 'w', 'product', 'sum', 'outputs'] as const;
  const gap = height < 320 ? 5 : 12;
  const numbers = NUMBERS * scale;
  const room = Math.max(60, height - numbers - gap * (names.length + 1));
  const all = names.reduce((sum, name) => sum + SHARES[name], 0);
  const longest = words.flatMap(({ name, note }) => [
    monoWidth(name, NAME * scale),
    sansWidth(note, NOTE * scale),
  ]);
  const left = Math.ceil(Math.max(0, ...longest)) + BESIDE;
  const right = width - Math.ceil(monoWidth(OUTPUT, LARGE * scale)) - BESIDE;
  const pitch = (right - left) / Math.max(1, count);
  let y = gap / 2;
  const bands = {} as Record<Band['name'], Band>;
  let foot = 0;
  for (const name of names) {
    const tall = (room * SHARES[name]) / all;
    bands[name] = { name, top: y, bottom: y + tall, low: ends[name][0], high: ends[name][1] };
    y += tall + gap;
    if (name === 'sum') {
      foot = y + numbers - 9 * scale;
      y += numbers;
    }
  }
  return {
    width,
    height,
    left,
    right,
    pitch,
    bar: Math.max(1, pitch - Math.max(1, Math.min(7, pitch * 0.3))),
    bands,
    foot,
    scale,
  };
}

export const middle = (at: Columns, i: number): number => at.left + (i + 0.5) * at.pitch;

export function heightOf({ top, bottom, low, high }: Omit<Band, 'name'>, value: number): number {
  const held = Math.max(low, Math.min(high, value));
  return bottom - ((held - low) / (high - low || 1)) * (bottom - top);
}
export const valueAt = ({ top, bottom, low, high }: Band, y: number): number =>
  low + ((bottom - y) / (bottom - top)) * (high - low);

/** Bars of some columns as one path, each from one value to another. */
export function barsBetween(
  at: Columns,
  band: Omit<Band, 'name'>,
  from: (i: number) => number,
  to: (i: number) => number,
  columns: readonly number[],
): string {
  return columns
    .map((i) => {
      const x = (middle(at, i) - at.bar / 2).toFixed(1);
      const [start, end] = [heightOf(band, from(i)), heightOf(band, to(i))];
      return `M${x} ${start.toFixed(1)}V${end.toFixed(1)}h${at.bar.toFixed(1)}V${start.toFixed(1)}z`;
    })
    .join('');
}

/** Both ends of an axis that holds zero and all values, with some room to drag beyond. */
export function endsOf(values: readonly number[], beyond = 1): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return [-1, 1];
  return [low * beyond, high * beyond];
}

/** A symmetric axis: dragging must not meet its end too soon. */
export function evenEnds(values: readonly number[], beyond: number): readonly [number, number] {
  const most = Math.max(...values.map(Math.abs)) * beyond || 1;
  return [-most, most];
}
