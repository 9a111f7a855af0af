import { pow, settingsOf, type Shape } from '../../engine/index.ts';
import { trainTo } from '../network-run.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';
import type { AllSizes, Input, Progress, Result, TensorSizes } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { felt } from './felt.ts';
import { placed } from './tensors.ts';

/** Bins to a power of ten. */
const BINS = 5;

/** Of sorted numbers the one that has a share of them below it. */
const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** Counts what is above zero and finite by its size; `first` is 0 when nothing is. */
function binsOf(sizes: Float64Array): Pick<TensorSizes, 'first' | 'counts'> {
  const bins = [...sizes].map((size) => Math.floor(BINS * Math.log10(size)));
  const first = bins.reduce((least, bin) => Math.min(least, bin), Infinity);
  if (!Number.isFinite(first)) return { first: 0, counts: [] };
  const counts: number[] = [];
  for (const bin of bins) counts[bin - first] = (counts[bin - first] ?? 0) + 1;
  return { first, counts: Array.from(counts, (count) => count ?? 0) };
}

/** All parameters' sizes, tensor by tensor; 0 and what is not finite are no sizes. */
export function sizesOf(shapes: readonly Shape[], sizes: Float64Array): AllSizes {
  const having = (some: Float64Array) =>
    some.filter((size) => size > 0 && Number.isFinite(size)).toSorted();
  const all = having(sizes);
  const tensors = placed(shapes).map(({ name, from, rows, cols }) => {
    const own = having(sizes.subarray(from, from + rows * cols));
    const median = own.length > 0 ? quantile(own, 0.5) : null;
    return { tensor: name, ...binsOf(own), none: rows * cols - own.length, median };
  });
  const spread: AllSizes['spread'] =
    all.length > 0 ? [quantile(all, 0.05), quantile(all, 0.5), quantile(all, 0.95)] : null;
  return { tensors, none: sizes.length - all.length, spread };
}

export function* gradientSizes(
  workspace: Workspace,
  input: Input<'gradientSizes'>,
): Generator<Progress, Result<'gradientSizes'>> {
  const { rms, from, to } = yield* felt(workspace, input);
  const { shapes } = networksOf(workspace).run(input.recipe).history;
  return { from, to, ...sizesOf(shapes, rms) };
}

export function* rates(
  workspace: Workspace,
  { recipe, step: wanted }: Input<'rates'>,
): Generator<Progress, Result<'rates'>> {
  const run = networksOf(workspace).run(recipe);
  const { history } = run;
  const step = yield* part(trainTo(run, wanted), 0, 0.9);
  const { v } = yield* part(history.seek(step), 0.9, 1);
  const { rate, beta2, eps, corrected } = settingsOf(recipe)!;
  const share = corrected ? 1 - pow(beta2, step) : 1;
  const own = v.map((square) => (square > 0 ? rate / (Math.sqrt(square / share) + eps) : 0));
  return { step, ...sizesOf(history.shapes, own) };
}
