/** What the figure “Deeper, and worse” shows at each beat, and which runs it asks for. No DOM. */
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import type { TowerEnd, TowerSettings } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';

export const JOINTS = ['plain', 'after', 'before'] as const satisfies readonly Joint[];

/** Beside the ends by depth; where there is room for one picture, in its place. */
export const PANELS = ['ends', 'training', 'published', 'slopes'] as const;
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
/** Theirs, and enough to settle. */
export const RATE = 0.1;
export const RUN = 300;
/** The depths of their table: 18 and 34 layers. */
export const SHALLOW = 8;
export const DEEP = 16;
/** The beat that asks where the deep plain tower ends. */
export const ASKS = 1;

const FIRST: View = {
  blocks: 4,
  joints: 1,
  panel: 'ends',
  rate: RATE,
  steps: RUN,
  depths: 3,
};
const ALL: View = { ...FIRST, blocks: DEEP, depths: BLOCKS.length };

export const BEATS: readonly View[] = [
  FIRST,
  { ...FIRST, blocks: DEEP },
  ALL,
  { ...ALL, panel: 'published', joints: 2 },
  { ...ALL, joints: 2 },
  { ...ALL, panel: 'slopes', joints: 2 },
  { ...ALL, joints: 3, blocks: 32 },
];

export const jointsOf = ({ joints }: Pick<View, 'joints'>): readonly Joint[] =>
  JOINTS.slice(0, joints);

/** What is asked of the list in hand: its sizes and settings are those of no program. */
export function towerQuestion(
  { version, data, seed, steps, heldOut }: Recipe,
  settings: TowerSettings,
): { recipe: Recipe } & TowerSettings {
  return { recipe: { version, model: 0, data, seed, steps, heldOut }, ...settings };
}

/** One question for each joint and depth that is drawn. */
export function towerQuestions(reader: Recipe, { joints, rate, steps }: View) {
  return jointsOf({ joints }).flatMap((joint) =>
    BLOCKS.map((blocks) => towerQuestion(reader, { joint, blocks, rate, steps })),
  );
}

/** The place of a tower among those questions. */
export const placeOf = (joint: Joint, blocks: number): number =>
  JOINTS.indexOf(joint) * BLOCKS.length + (BLOCKS as readonly number[]).indexOf(blocks);

/** Nats at the end of a run, or null: not known, or there is none. */
export const endOf = (run: TowerEnd | undefined): number | null =>
  run && run.ended === null ? (run.losses.at(-1) ?? null) : null;

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
