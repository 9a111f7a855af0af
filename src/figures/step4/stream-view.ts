/** What the figure “A draft, revised” shows, and where its parts stand. No DOM, no engine run. */
import type { Size } from '../frame.tsx';

export interface View {
  readonly step: number | 'end';
  /** Null: as many as the recipe has. */
  readonly layers: number | null;
  readonly adam: boolean;
  /** The position that answers; null is the one whose answer the layers change most. */
  readonly at: number | null;
  /** The token whose share is followed; null is the one that comes. */
  readonly token: number | null;
}

/** The beat that asks which half of the layer lowers the loss more. */
export const ASKS = 1;

const ONE: View = { step: 'end', layers: null, adam: false, at: null, token: null };

/** One view a beat: one layer, the question, the answer, four layers, what they buy, Adam. */
export const BEATS: readonly View[] = [
  ONE,
  ONE,
  ONE,
  { ...ONE, layers: 4 },
  { ...ONE, layers: 4 },
  { ...ONE, layers: 4, adam: true },
];

/** How high the reader can build. */
export const FLOORS = [1, 2, 3, 4] as const;

/** What each stage says, [stages, T, V], and what comes. */
export interface Answers {
  readonly stages: readonly string[];
  readonly positions: number;
  readonly vocab: number;
  /** [stages, T, V] */
  readonly p: ArrayLike<number>;
  /** [T + 1] */
  readonly tokens: readonly number[];
}

/** A stage's share for a token at a position. */
export const shareOf = (answers: Answers, stage: number, at: number, token: number): number =>
  answers.p[(stage * answers.positions + at) * answers.vocab + token];

/** Of each stage, nats a pair of the whole name, if the answer were given there. */
export function natsOf(answers: Answers, log: (x: number) => number): number[] {
  const { stages, positions, tokens } = answers;
  return stages.map((_, stage) => {
    let total = 0;
    for (let t = 0; t < positions; t++) {
      const share = shareOf(answers, stage, t, tokens[t + 1]);
      total += share > 0 ? -log(share) : Infinity;
    }
    return total / positions;
  });
}

/** The position whose answer moves the most from the first stage to the last: total variation. */
export function mostRevised(answers: Answers): number {
  const { stages, positions, vocab } = answers;
  let [best, most] = [0, -1];
  for (let t = 0; t < positions; t++) {
    let moved = 0;
    for (let token = 0; token < vocab; token++)
      moved += Math.abs(
        shareOf(answers, stages.length - 1, t, token) - shareOf(answers, 0, t, token),
      );
    if (moved > most) [best, most] = [t, moved];
  }
  return best;
}

/** The stage whose half lowers the loss most, by its place among the stages: 1, 2 … */
export function strongest(nats: readonly number[]): number {
  let best = 1;
  for (let stage = 2; stage < nats.length; stage++)
    if (nats[stage - 1] - nats[stage] > nats[best - 1] - nats[best]) best = stage;
  return best;
}

export interface Ribbon {
  /** Null: all that never become likely, together. */
  readonly token: number | null;
  /** Of each stage, where its share begins and ends, from 0 at the top to 1. */
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** What never has so large a share is not told apart. */
const LEAST = 0.025;

/** The shares of one position as ribbons, the likeliest at the end on top, the rest below. */
export function ribbonsOf(answers: Answers, at: number, kept: readonly number[]): Ribbon[] {
  const { stages, vocab } = answers;
  const most = (token: number) =>
    Math.max(...stages.map((_, stage) => shareOf(answers, stage, at, token)));
  const last = stages.length - 1;
  const tokens = Array.from({ length: vocab }, (_, token) => token)
    .filter((token) => kept.includes(token) || most(token) >= LEAST)
    .toSorted((a, b) => shareOf(answers, last, at, b) - shareOf(answers, last, at, a));
  const filled = stages.map(() => 0);
  const ribbons = tokens.map((token): Ribbon => ({
    token,
    spans: stages.map((_, stage) => {
      const from = filled[stage];
      filled[stage] = Math.min(1, from + shareOf(answers, stage, at, token));
      return [from, filled[stage]];
    }),
  }));
  if (tokens.length === vocab) return ribbons;
  return [...ribbons, { token: null, spans: filled.map((from) => [from, 1] as const) }];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a stage stands in the river, px. */
export const stageX = (box: Box, stages: number, stage: number): number =>
  stages > 1 ? box.x + (stage * box.width) / (stages - 1) : box.x;

/** A ribbon's outline: along its upper bank, and back along the lower. */
export function ribbonPath({ spans }: Ribbon, box: Box): string {
  const x = (stage: number) => stageX(box, spans.length, stage);
  const y = (share: number) => (box.y + share * box.height).toFixed(1);
  const bank = (side: 0 | 1, order: readonly number[]) =>
    order
      .map((stage, i) => {
        const end = `${x(stage).toFixed(1)} ${y(spans[stage][side])}`;
        if (i === 0) return end;
        const before = order[i - 1];
        const middle = ((x(before) + x(stage)) / 2).toFixed(1);
        return `C${middle} ${y(spans[before][side])} ${middle} ${y(spans[stage][side])} ${end}`;
      })
      .join('');
  const down = [...spans.keys()];
  return `M${bank(0, down)}L${bank(1, down.toReversed())}z`;
}

export interface StreamLayout {
  /** The name, the river, and the floors below it; px. */
  readonly letters: { readonly y: number; readonly pitch: number; readonly x: number };
  readonly river: Box;
  readonly foot: number;
  readonly floors: { readonly top: number; readonly row: number };
}

const LETTERS = 34;
const FOOT = 40;
const ROW = 23;
const SIDE = 46;
const PITCH = 26;
/** Below this height the floors stand in one line, px. */
const LOW = 320;

export function streamLayout(
  { width, height }: Size,
  scale: number,
  letters: number,
): StreamLayout & { readonly low: boolean } {
  const low = height < LOW * scale;
  const row = ROW * scale;
  const floors = low ? row + 4 : FLOORS.length * row + 20 * scale;
  const top = LETTERS * scale;
  const side = SIDE * scale;
  const foot = FOOT * scale;
  const pitch = Math.min(PITCH * scale, width / Math.max(1, letters));
  return {
    low,
    letters: { y: 18 * scale, pitch, x: (width - pitch * letters) / 2 },
    river: {
      x: side,
      y: top,
      width: width - 2 * side,
      height: Math.max(40, height - top - foot - floors),
    },
    foot,
    floors: { top: height - floors, row },
  };
}

/** Stage names as the engine has them: `x0`, `layer0.middle`, `layer0.out`. */
export function stageOf(name: string): { half: 'start' | 'attention' | 'mlp'; layer: number } {
  const found = /^layer(\d+)\.(middle|out)$/.exec(name);
  if (!found) return { half: 'start', layer: 0 };
  return { half: found[2] === 'middle' ? 'attention' : 'mlp', layer: Number(found[1]) };
}
