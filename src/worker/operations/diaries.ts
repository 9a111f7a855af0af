import {
  decay,
  leftOf,
  settingsOf,
  turns,
  type Diary,
  type NetworkSettings,
} from '../../engine/index.ts';
import { trainTo } from '../network-run.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';
import type { DiaryBrief, DiaryDay, Input, Progress, Result, StepSizes } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { diary } from './network.ts';
import { placed } from './tensors.ts';

type Rates = Pick<NetworkSettings, 'rate' | 'schedule'>;

const rateAt = ({ rate, schedule }: Rates, s: number, steps: number): number =>
  rate * decay(schedule, s, steps);

function briefOf(
  { value, gradient, m, v, step }: Diary,
  { from, betas = [] }: Pick<Input<'entries'>, 'from' | 'betas'>,
  rateOf: (s: number) => number,
): DiaryBrief {
  const dayOf = (day: number): DiaryDay => ({
    day,
    value: value[day - 1],
    gradient: gradient[day - 1],
    m: m[day - 1],
    v: v[day - 1],
    step: step[day - 1],
  });
  let [heard, moved, movedUnheard] = [0, 0, 0];
  let longest: DiaryBrief['longest'] = null;
  for (let s = 0; s < step.length; s++) {
    if (gradient[s] !== 0) heard += 1;
    if (step[s] === 0) continue;
    moved += 1;
    if (gradient[s] === 0) movedUnheard += 1;
    const times = Math.abs(step[s]) / rateOf(s);
    if (times > (longest?.times ?? 0)) longest = { ...dayOf(s + 1), times };
  }
  const next = gradient.findIndex((g, s) => s + 1 >= from && g !== 0);
  return {
    next: next < 0 ? null : dayOf(next + 1),
    heard,
    moved,
    movedUnheard,
    turned: turns(gradient),
    left: betas.map((beta) => leftOf(gradient, beta)),
    longest,
  };
}

export function* entries(
  workspace: Workspace,
  input: Input<'entries'>,
): Generator<Progress, Result<'entries'>> {
  const { recipe, parameters } = input;
  const { steps, ended, series } = yield* diary(workspace, { recipe, parameters });
  const settings = settingsOf(recipe)!;
  const rateOf = (s: number) => rateAt(settings, s, recipe.steps);
  return { steps, ended, diaries: series.map((one) => briefOf(one, input, rateOf)) };
}

/** Steps this little longer than the rate are as long: both come out of rounded sums. */
const ROUNDING = 1e-9;

export function* beyond(
  workspace: Workspace,
  { recipe }: Input<'beyond'>,
): Generator<Progress, Result<'beyond'>> {
  const run = networksOf(workspace).run(recipe);
  const { history } = run;
  const last = yield* part(trainTo(run, recipe.steps), 0, 0.5);
  const settings = settingsOf(recipe)!;
  const net = yield* history.seek(0);
  const before = net.p.slice();
  const longest = new Float64Array(before.length);
  let [place, day] = [-1, 0];
  for (let s = 0; s < last; s++) {
    before.set(net.p);
    net.learn(history.tokensAt(s), s);
    const rate = rateAt(settings, s, recipe.steps);
    for (let i = 0; i < before.length; i++) {
      const times = Math.abs(net.p[i] - before[i]) / rate;
      if (!(times > longest[i])) continue;
      longest[i] = times;
      if (place < 0 || times >= longest[place]) [place, day] = [i, s + 1];
    }
    yield { done: 0.5 + (0.5 * (s + 1)) / last, total: 1 };
  }
  const found = placed(history.shapes).findLast(({ from }) => from <= place);
  const at = place - (found?.from ?? 0);
  return {
    parameters: before.length,
    beyond: longest.filter((times) => times > 1 + ROUNDING).length,
    most: found
      ? {
          parameter: { tensor: found.name, row: Math.floor(at / found.cols), col: at % found.cols },
          day,
          times: longest[place],
        }
      : null,
  };
}

/** How far each parameter went, as multiples of the rate, counted by what is nearest. */
function countSteps(day: number, times: Float64Array, width: number): StepSizes {
  const moved = times.filter((time) => time !== 0);
  const bins = [...moved].map((time) => Math.sign(time) * Math.round(Math.abs(time) / width));
  const sizes = moved.map(Math.abs).toSorted();
  const first = bins.reduce((low, bin) => Math.min(low, bin), bins[0] ?? 0);
  const last = bins.reduce((high, bin) => Math.max(high, bin), bins[0] ?? -1);
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (const bin of bins) counts[bin - first] += 1;
  return {
    day,
    first,
    counts,
    still: times.length - moved.length,
    least: sizes[0] ?? null,
    most: sizes.at(-1) ?? null,
  };
}

export function* firstSteps(
  workspace: Workspace,
  { recipe, count, width }: Input<'firstSteps'>,
): Generator<Progress, Result<'firstSteps'>> {
  const { history } = networksOf(workspace).run(recipe);
  const settings = settingsOf(recipe)!;
  const net = yield* history.seek(0);
  const steps: StepSizes[] = [];
  const last = Math.min(count, recipe.steps);
  for (let s = 0; s < last; s++) {
    const before = net.p.slice();
    const loss = net.learn(history.tokensAt(s), s);
    if (!Number.isFinite(loss) || !net.p.every(Number.isFinite)) break;
    const rate = rateAt(settings, s, recipe.steps);
    steps.push(
      countSteps(
        s + 1,
        net.p.map((after, i) => (after - before[i]) / rate),
        width,
      ),
    );
    yield { done: s + 1, total: last };
  }
  return { parameters: net.p.length, steps };
}
