/** What the figure “Deeper, and worse” shows at each beat, and which runs it asks for. No DOM. */
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import type { Size } from '../../frame.tsx';
import { DEEP, RATE, RUN, towerQuestion } from './towers.ts';

export const JOINTS = ['plain', 'after', 'before'] as const satisfies readonly Joint[];

/** Beside the ends by depth; where there is room for one picture, in its place. */
export const PANELS = ['ends', 'training', 'slopes'] as const;
export type Panel = (typeof PANELS)[number];

export interface View {
  /** Of the tower that is looked at. */
  readonly blocks: number;
  /** Towers by how their blocks join what came in: the first one, two, or three. */
  readonly joints: 1 | 2 | 3;
  readonly panel: Panel;
  readonly rate: number;
  readonly steps: number;
  /** Depths that are drawn, from the shallowest on. */
  readonly depths: number;
}

export const BLOCKS = [1, 2, 4, 8, 16, 32] as const;
export const RATES = [0.03, 0.1, 0.3] as const;
export const STEPS = [100, 300, 1000] as const;
/** The beat that asks how long the gradient is at the first block, beside the last. */
export const ASKS = 3;

const FIRST: View = {
  blocks: 4,
  joints: 1,
  panel: 'ends',
  rate: RATE,
  steps: RUN,
  depths: 3,
};
const ALL: View = { ...FIRST, blocks: DEEP, depths: BLOCKS.length };
const BOTH: View = { ...ALL, joints: 2 };

export const BEATS: readonly View[] = [
  FIRST,
  ALL,
  BOTH,
  BOTH,
  { ...BOTH, panel: 'slopes' },
  { ...ALL, joints: 3, blocks: 32 },
];

/** Guesses at how many times as long the gradient is at the first block as at the last. */
export const TIMES = [0.001, 0.1, 1, 100] as const;

/** The guess that is nearest to the truth, by their ratio. */
export const nearestTimes = (times: number): number =>
  TIMES.reduce<number>(
    (best, one) =>
      Math.abs(Math.log(one / times)) < Math.abs(Math.log(best / times)) ? one : best,
    1,
  );

export const jointsOf = ({ joints }: Pick<View, 'joints'>): readonly Joint[] =>
  JOINTS.slice(0, joints);

/** One question for each joint and depth that is drawn. */
export function towerQuestions(reader: Recipe, { joints, rate, steps }: View) {
  return jointsOf({ joints }).flatMap((joint) =>
    BLOCKS.map((blocks) => towerQuestion(reader, { joint, blocks, rate, steps })),
  );
}

/** The place of a tower among those questions. */
export const placeOf = (joint: Joint, blocks: number): number =>
  JOINTS.indexOf(joint) * BLOCKS.length + (BLOCKS as readonly number[]).indexOf(blocks);

/** What the axis of losses spans: from under the floor to a part of the way to letters alone. */
export function spanOf(
  floor: number,
  unigram: number,
  ends: readonly (number | null)[],
): [low: number, high: number] {
  const gap = Math.max(0.05, unigram - floor);
  const known = ends.filter((end) => end !== null);
  const high = Math.max(floor + 0.55 * gap, ...known);
  return [floor - 0.06 * gap, Math.min(high, unigram + 0.1 * gap) + 0.03 * gap];
}

/** The stop of the axis of layers that is nearest to a number of them. */
export function nearestBlocks(layers: number): number {
  const far = (blocks: number) => Math.abs(Math.log(layersOf(blocks) / layers));
  return BLOCKS.reduce<number>((best, one) => (far(one) < far(best) ? one : best), BLOCKS[0]);
}

/** Widths of the two pictures: side by side, or the one that is wanted. */
export interface Layout {
  readonly ends: Size | null;
  readonly beside: (Size & { readonly left: number }) | null;
}

const WIDE = 560;
const GAP = 30;
const SHARE = 0.56;

export function layoutOf({ width, height }: Size, scale: number, panel: Panel): Layout {
  if (width < WIDE * scale) {
    const whole = { width, height };
    return panel === 'ends'
      ? { ends: whole, beside: null }
      : { ends: null, beside: { ...whole, left: 0 } };
  }
  const left = Math.round(width * SHARE);
  return {
    ends: { width: left, height },
    beside: { width: width - left - GAP, height, left: left + GAP },
  };
}
