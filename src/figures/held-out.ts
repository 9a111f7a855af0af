/** The axis that all six programs are measured on: held-out loss between floors, over names read. */
import type { Floor, LineChartProps, LineGuess } from '../charts/index.ts';
import { fixed } from '../charts/index.ts';
import { monoWidth } from '../charts/text.ts';
import type { Floors } from '../engine/floors.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Messages } from '../reader/messages.tsx';
import type { Size } from './frame.tsx';
import { axisSteps, axisTicks, fromAxis, toAxis } from './step0/feed-view.ts';

/** Another of the six programs on the same names: none of this page's settings are its own. */
export const programOf = (recipe: Recipe, model: Recipe['model']): Recipe => {
  const { version, data, seed, steps, heldOut } = recipe;
  return { version, model, data, seed, steps, heldOut };
};

/** Where the held-out loss of a run is measured: at its start, then evenly on the axis. */
export function measuredAt(steps: number): number[] {
  return [...new Set([0, ...axisSteps(Math.max(1, Math.floor(steps / 100)), steps, 9)])];
}

export interface HeldOutAxes {
  size: Size;
  /** Of `held-out`: the names of floors and axes. */
  words: Messages;
  scale: number;
  floors: Floors;
  /** Names that the runs read. */
  steps: number;
  /** Losses at the foot and the top, nats. */
  interval: [low: number, high: number];
}

const three = fixed(3);
const one = fixed(1);
/** Below this width short words are used, px. */
const NARROW = 430;
/** Below this height not all labels fit beside each other, px. */
const LOW = 150;
/** Room for values and names at the right, px. */
const LADDERS = { narrow: 150, usual: 206, wide: 226 };

/** Are there only short words for this width? */
export const isNarrow = ({ width }: Size, scale: number): boolean => width < NARROW * scale;

/** Everything of the chart but its curves: floors with their names, both axes, the ladder's room. */
export function heldOutAxes({
  size,
  words,
  scale,
  floors,
  steps,
  interval,
}: HeldOutAxes): Pick<
  LineChartProps,
  | 'width'
  | 'height'
  | 'textScale'
  | 'floors'
  | 'words'
  | 'xDomain'
  | 'yDomain'
  | 'xTicks'
  | 'formatX'
  | 'ladderWidth'
  | 'formatY'
  | 'formatTick'
> {
  const narrow = isNarrow(size, scale);
  const names = narrow ? 'floorShort' : 'floor';
  const few = size.height < LOW * scale;
  const lines = (['uniform', 'unigram', 'bigram', 'trigram'] as const).map((id): Floor => ({
    id,
    y: floors[id],
    // A low picture has room for the two that matter most.
    label: few && id !== 'uniform' && id !== 'bigram' ? undefined : words.text(`${names}.${id}`),
  }));
  const ladder = LADDERS[narrow ? 'narrow' : size.width < 480 ? 'usual' : 'wide'] * scale;
  const axis = (n: number) => words.text(n === 0 ? 'axisStart' : 'number', { value: n });
  const ticks = axisTicks(steps, size.width - ladder - 32, (n) => monoWidth(axis(n)) * scale);
  return {
    ...size,
    textScale: scale,
    floors: lines,
    words: { y: words.text('nats') },
    xDomain: [0, toAxis(steps)],
    yDomain: interval,
    xTicks: ticks.map(toAxis),
    formatX: (x) => axis(fromAxis(x)),
    ladderWidth: ladder,
    formatY: three,
    formatTick: one,
  };
}

/** The reader's guess at where a run ends, nats, and that end once it is told. */
export interface EndGuess {
  readonly value: number | null;
  readonly truth: number | null;
}

/** That guess as a ring at the end of the axis. `words`: a figure's own; `start`: where it waits. */
export function ringOf(
  { value, truth }: EndGuess,
  steps: number,
  words: Messages,
  start: number,
): LineGuess {
  return {
    x: toAxis(steps),
    y: value,
    start,
    step: 0.01,
    ...(truth === null ? {} : { truth }),
    text: value === null ? words.text('ring') : words.text('guess', { nats: value.toFixed(2) }),
  };
}
