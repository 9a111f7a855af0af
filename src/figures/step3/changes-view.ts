/** What the figure “Two programs, part by part” shows, and where its parts stand. No DOM. */
import type { TensorShape } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';

/** An earlier letter exchanged: its place, and how many tokens further on its successor stands. */
export interface Exchange {
  readonly at: number;
  readonly by: number;
}

export interface View {
  /** The new program's parts are drawn in full. */
  readonly fresh: boolean;
  readonly exchange: Exchange | null;
}

export const BEATS: readonly View[] = [
  { fresh: false, exchange: null },
  { fresh: true, exchange: null },
  { fresh: true, exchange: null },
  { fresh: true, exchange: { at: 0, by: 1 } },
];
/** The beat that asks how many parameters the new program has. */
export const ASKS = 1;

/** The matrices of both programs by what they do, in the order in which a token meets them. */
const STAGES = [
  { id: 'embed', names: ['wte', 'wpe'] },
  { id: 'attention', names: ['attn_wq', 'attn_wk', 'attn_wv', 'attn_wo'] },
  { id: 'fc1', names: ['mlp_fc1'] },
  { id: 'fc2', names: ['mlp_fc2'] },
  { id: 'head', names: ['lm_head'] },
] as const;
export type StageId = (typeof STAGES)[number]['id'];

export type Shape = Pick<TensorShape, 'name' | 'rows' | 'cols'>;

export interface Stage {
  readonly id: StageId;
  readonly old: readonly Shape[];
  readonly fresh: readonly Shape[];
}

/** Both programs' matrices, stage by stage. */
export function stagesOf(old: readonly Shape[], fresh: readonly Shape[]): Stage[] {
  return STAGES.map(({ id, names }) => {
    const own = (shapes: readonly Shape[]) =>
      shapes.filter(({ name }) => (names as readonly string[]).includes(name));
    return { id, old: own(old), fresh: own(fresh) };
  });
}

/** Numbers in some matrices together. */
export const countOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, { rows, cols }) => sum + rows * cols, 0);

export interface Drawn extends Shape {
  /** Top left corner and size, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StageAt {
  readonly id: StageId;
  readonly top: number;
  readonly bottom: number;
  readonly old: readonly Drawn[];
  readonly fresh: readonly Drawn[];
}

export interface ChangesLayout {
  /** Pixels of one number. */
  readonly unit: number;
  readonly stages: readonly StageAt[];
  /** Middles of the two programs, and of the column of names between them. */
  readonly oldX: number;
  readonly freshX: number;
  readonly namesX: number;
  /** Right ends of the two columns of numbers. */
  readonly oldNumber: number;
  readonly freshNumber: number;
  /** Where the ways around run, and what is said of them begins. */
  readonly aroundX: number;
  /** Base line of the letters; where the way begins and ends. */
  readonly letters: number;
  readonly begin: number;
  readonly end: number;
  /** Base line of the sums; the bars, whose height is 0 where there is no room. */
  readonly sums: number;
  readonly bars: { readonly top: number; readonly height: number };
}

const HEAD = 46;
const GAPS = { wide: 16, tight: 6 };
/** More than this between two stages looks empty, px. */
const WIDEST_GAP = 30;
const SUMS = 24;
const BARS = 84;
const BETWEEN = 3;
/** Room for a line of text, px. */
const LINE = 15;
/** Room for a number, and for half a name, px. */
const NUMBER = 38;
const NAME = 27;

const widthOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, { cols }) => sum + cols, 0);
const tallest = (shapes: readonly Shape[]): number =>
  Math.max(0, ...shapes.map(({ rows }) => rows));

/** Matrices to scale, stage under stage, the two programs' on the same level. */
export function changesLayout(
  stages: readonly Stage[],
  { width, height }: Size,
  scale: number,
): ChangesLayout {
  const roomy = height >= 340 * scale;
  const narrowest = (roomy ? GAPS.wide : GAPS.tight) * scale;
  const head = HEAD * scale;
  const bars = roomy ? BARS * scale : 0;
  const sums = SUMS * scale;
  const room = height - head - bars - sums - narrowest * (stages.length + 1);
  const rows = stages.map(({ old, fresh }) => Math.max(tallest(old), tallest(fresh)));
  const lines = stages.map(({ id }) => (id === 'embed' ? 2 : 1));
  const line = Math.min(LINE * scale, (0.9 * room) / lines.reduce((sum, n) => sum + n, 0));
  const least = lines.map((n) => n * line);
  const across = (side: 'old' | 'fresh', share: number) =>
    (width * share - 3 * BETWEEN) / Math.max(1, ...stages.map((stage) => widthOf(stage[side])));
  const unit = Math.min(across('old', 0.23), across('fresh', 0.23), unitFor(rows, least, room));
  const tall = rows.map((row, i) => Math.max(row * unit, least[i]));
  const spare = room - tall.reduce((sum, one) => sum + one, 0);
  const gap = Math.min(WIDEST_GAP * scale, narrowest + spare / (stages.length + 1));
  const narrow = width < 420 * scale;
  const oldWidth = Math.max(0, ...stages.map(({ old }) => widthOf(old))) * unit;
  const [oldX, freshX] = [narrow ? oldWidth / 2 : width * 0.115, width * (narrow ? 0.735 : 0.71)];
  const oldEnd = oldX + oldWidth / 2;
  const oldNumber = Math.max(width * 0.315, oldEnd + NUMBER * scale);
  const namesX = Math.max(width * 0.4, oldNumber + NAME * scale);
  const freshNumber = Math.max(width * 0.545, namesX + (NAME + NUMBER) * scale);
  const place = (shapes: readonly Shape[], x: number, middle: number): Drawn[] => {
    const total = widthOf(shapes) * unit + BETWEEN * Math.max(0, shapes.length - 1);
    let at = x - total / 2;
    return shapes.map((shape) => {
      const size = { width: shape.cols * unit, height: shape.rows * unit };
      const left = at;
      at += size.width + BETWEEN;
      return { ...shape, ...size, x: left, y: middle - size.height / 2 };
    });
  };
  let top = head + gap;
  const placed = stages.map(({ id, old, fresh }, i): StageAt => {
    const middle = top + tall[i] / 2;
    const stage = { id, top, bottom: top + tall[i] };
    top += tall[i] + gap;
    return { ...stage, old: place(old, oldX, middle), fresh: place(fresh, freshX, middle) };
  });
  return {
    unit,
    stages: placed,
    oldX,
    freshX,
    namesX,
    oldNumber,
    freshNumber,
    aroundX: width * (narrow ? 0.855 : 0.845),
    letters: head - 10 * scale,
    begin: head,
    end: top,
    sums: top + 14 * scale,
    bars: { top: top + sums, height: bars > 0 ? Math.max(0, height - top - sums) : 0 },
  };
}

/** The largest unit at which stages, none lower than its text, fit a height. */
function unitFor(rows: readonly number[], least: readonly number[], room: number): number {
  let [low, high] = [0.02, 20];
  for (let i = 0; i < 30; i++) {
    const unit = (low + high) / 2;
    const taken = rows.reduce((sum, row, j) => sum + Math.max(row * unit, least[j]), 0);
    if (taken > room) high = unit;
    else low = unit;
  }
  return low;
}

/** The letters of a text with one of them exchanged for another that the list has. */
export function exchanged(
  letters: readonly string[],
  { at, by }: Exchange,
  labels: readonly string[],
  bos: number,
): string[] {
  const symbols = labels.filter((_, token) => token !== bos);
  const from = symbols.indexOf(letters[at] ?? '');
  if (from < 0) return [...letters];
  const to = symbols[(from + by) % symbols.length];
  return letters.map((letter, i) => (i === at ? to : letter));
}

/** Press a letter: the next symbol takes its place, and after the last it is itself again. */
export function pressed(exchange: Exchange | null, at: number, symbols: number): Exchange | null {
  const by = exchange?.at === at ? exchange.by + 1 : 1;
  return by < symbols ? { at, by } : null;
}

export interface BarsAt {
  readonly x: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
}

/** Bars of a distribution side by side, as a path; a share of `most` is as tall as the room. */
export function barsPath(p: ArrayLike<number>, most: number, at: BarsAt): string {
  const pitch = at.width / Math.max(1, p.length);
  return Array.from(p, (share, i) => {
    const tall = (share / most) * at.height;
    const left = (at.x + i * pitch).toFixed(1);
    return `M${left} ${at.bottom}v${(-tall).toFixed(1)}h${(pitch * 0.74).toFixed(1)}v${tall.toFixed(1)}`;
  }).join('');
}

/** Middles of letters set close about `x`, px apart. */
export const lettersAt = (count: number, x: number, pitch: number): number[] =>
  Array.from({ length: count }, (_, i) => x + (i - (count - 1) / 2) * pitch);
