/** What the figure “The new loop” shows: its views, the lines that it ties, its numbers. No DOM. */
import type { PiledWeight, Result } from '../../worker/protocol.ts';

export type Stage = 'loops' | 'pile';

/** What a line of a training loop is there for, in the order of the new one. */
export const JOBS = ['forward', 'price', 'back', 'step', 'zero'] as const;
export type Job = (typeof JOBS)[number];

/** The key that each job shares with equation and code. */
export const LINKS: Readonly<Record<Job, string>> = {
  forward: 'logits',
  price: 'loss',
  back: 'gradient',
  step: 'rate',
  zero: 'zero',
};

export interface Line {
  readonly job: Job;
  /** The function or number that does it, and what of the line comes after. */
  readonly head: string;
  readonly rest: string;
  /** The region of the engine that has it. */
  readonly from: string;
}

const line = (job: Job, from: string, head: string, rest = ''): Line => ({ job, from, head, rest });

/** Step 1, line by line, in the order in which it runs. */
export const BY_HAND: readonly Line[] = [
  line('zero', 'by-hand#analytic', 'mapDials', '(dials, () => 0)'),
  line('forward', 'by-hand#pair', 'mlp', '(dials, token, pieces)'),
  line('price', 'by-hand#pair', 'softmax', '(logits)'),
  line('back', 'by-hand#pair', 'logitsBack', '(probs, target, n)'),
  line('back', 'by-hand#pair', 'linearBack', '(a, dials.mlp_fc2,'),
  line('back', 'by-hand#pair', 'activateBack', '(h, da)'),
  line('back', 'by-hand#pair', 'linearBack', '(x, dials.mlp_fc1,'),
  line('back', 'by-hand#pair', 'dx.forEach', '((d, j) =>'),
  line('price', 'by-hand#pair', '-log', '(probs[target])'),
  line('step', 'by-hand#descend', 'row[i] -=', ' rate * grad[name]'),
];

/** Step 2, the same. */
export const RECORDED: readonly Line[] = [
  line('forward', 'train#loss', 'forward', '(token, pos)'),
  line('price', 'train#loss', 'crossEntropy', '(logits, target)'),
  line('back', 'train#step', 'loss.backward', '()'),
  line('step', 'sgd#sgd', 'p.data -=', ' rate * p.grad'),
  line('zero', 'train#zero', 'p.grad', ' = 0'),
];

/** Lines of a program that do a job. */
export const linesOf = (lines: readonly Line[], job: Job): number =>
  lines.filter((one) => one.job === job).length;

export interface View {
  readonly stage: Stage;
  /** The job that is lit in the loops. */
  readonly about: Job | null;
  /** Names read in the run without zeroing; Infinity for as many as there are. */
  readonly k: number;
  /** Which of the three weights is opened. */
  readonly weight: number;
}

/** Names after which the gradient is asked for. */
export const ASKED = 10;
/** Names that are looked at, if the run holds out so long. */
export const NAMES = 40;

const START: View = { stage: 'loops', about: null, k: ASKED, weight: 0 };

export const BEATS: readonly View[] = [
  START,
  { ...START, about: 'back' },
  { ...START, about: 'zero' },
  { ...START, stage: 'pile' },
  { ...START, stage: 'pile', k: Infinity },
];

/** The beat that asks. */
export const ASKING = 3;
/** How many times as long the gradient may be. */
export const GUESSES = [1, 3, 6, 10, 30] as const;

export type Pile = Result<'pile'>;

/** Names that the picture has room for: all that the run without zeroing has read. */
export const shownNames = ({ piled, zeroed }: Pile): number =>
  Math.max(1, Math.min(piled.losses.length, zeroed.losses.length));

/** How many times as long the gradient is without zeroing, at name `k` from 1. */
export function ratioAt({ piled, zeroed }: Pile, k: number): number {
  const i = Math.min(k, shownNames({ piled, zeroed } as Pile)) - 1;
  return piled.norms[i] / zeroed.norms[i];
}

/** The guess that is nearest, as factors go. */
export const nearestGuess = (ratio: number): number =>
  [...GUESSES].sort((p, q) => Math.abs(ratioGap(p, ratio)) - Math.abs(ratioGap(q, ratio)))[0];

/** How far two factors are from each other: 3 and 6 are as far as 5 and 10. */
const ratioGap = (p: number, q: number): number => Math.max(p / q, q / p) - 1;

/** What a pile is made of: up to name k, what each name has added. */
export function amountsOf({ piled }: PiledWeight, k: number): number[] {
  return Array.from(piled.subarray(0, k), (sum, i) => sum - (i === 0 ? 0 : piled[i - 1]));
}

export interface Bar {
  /** From zero up, and from zero down, without what came last. */
  readonly up: number;
  readonly down: number;
  /** What came last. */
  readonly newest: number;
  /** What the step goes by: all of it. */
  readonly sum: number;
  /** Where one amount ends and the next begins. */
  readonly edges: readonly number[];
}

/** The amounts up to name k, piled from zero: those above zero upwards, the others downwards. */
export function barAt(amounts: readonly number[], k: number): Bar {
  let [up, down] = [0, 0];
  const edges: number[] = [];
  for (const amount of amounts.slice(0, k - 1)) {
    if (amount > 0) edges.push((up += amount));
    else if (amount < 0) edges.push((down += amount));
  }
  const newest = amounts[k - 1] ?? 0;
  return { up, down, newest, sum: up + down + newest, edges };
}

/** What bars reach, down and up; zero is always among it. */
export function reach(bars: readonly Bar[]): [low: number, high: number] {
  const low = Math.min(0, ...bars.map(({ down, newest }) => down + Math.min(0, newest)));
  const high = Math.max(0, ...bars.map(({ up, newest }) => up + Math.max(0, newest)));
  return low === high ? [-1, 1] : [low, high];
}

/** Round numbers on a logarithmic axis of losses. */
export const lossTicks = (low: number, high: number): number[] =>
  [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000].filter((tick) => tick >= low && tick <= high);
