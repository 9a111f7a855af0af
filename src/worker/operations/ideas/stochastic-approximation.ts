import { Random } from '../../../engine/random.ts';
import { huntErrors, stepAt } from '../../../engine/ideas/stochastic-approximation.ts';
import { part } from '../../part.ts';
import type { HuntErrors, Input, Progress, RateRun, Result } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';
import { trainDials } from './dial-runs.ts';

function* hunts(_: Workspace, input: Input<'hunts'>): Generator<Progress, Result<'hunts'>> {
  const { trial, first, start, trials, at, seed } = input;
  const errors: HuntErrors[] = [];
  for (const [i, steps] of input.steps.entries()) {
    // Every sequence meets the same noise.
    const random = new Random(seed);
    const work = huntErrors(trial, steps, first, start, trials, input.hunts, at, random);
    const all = input.steps.length;
    errors.push({ steps, error: yield* part(work, i / all, (i + 1) / all) });
  }
  return { errors };
}

function* rateRuns(
  workspace: Workspace,
  input: Input<'rateRuns'>,
): Generator<Progress, Result<'rateRuns'>> {
  const { recipe, rates, measureAt } = input;
  const all = input.steps.flatMap((steps) => rates.map((rate) => ({ steps, rate })));
  const runs: RateRun[] = [];
  for (const [i, { steps, rate }] of all.entries()) {
    const rateAt = (step: number): number => rate * stepAt(steps, step + 1, recipe.steps);
    const run = trainDials(workspace, recipe, { score: 'log', rateAt, measureAt });
    runs.push({ steps, rate, ...(yield* part(run, i / all.length, (i + 1) / all.length)) });
  }
  return { runs };
}

/** Questions about steps that follow noise, as Robbins and Monro put them. */
export const stochasticApproximation = { hunts, rateRuns };
