import { pow } from '../math.ts';
import type { Training } from '../network.ts';
import { decay } from '../schedule.ts';

/** One parameter in one step: what the optimizer knows, and what it does. */
export interface OptimizerState {
  /** The learning rate of the step. */
  readonly rate: number;
  readonly gradient: number;
  /** Both memories once they have seen the gradient; 0 where there is none. */
  readonly m: number;
  readonly v: number;
  /** The same, corrected for having begun at zero; null if they are taken as they are. */
  readonly mHat: number | null;
  readonly vHat: number | null;
  readonly before: number;
  readonly after: number;
  /** What is taken from the parameter. */
  readonly step: number;
}

/**
 * What a step does to one parameter, in the arithmetic of `adam.ts` and `sgd.ts`.
 * @param step steps taken before, from 0
 * @param memory the optimizer's two memories before the step
 */
export function optimizerState(
  training: Training,
  step: number,
  before: number,
  gradient: number,
  memory: { readonly m: number; readonly v: number },
): OptimizerState {
  const { optimizer, schedule, steps } = training;
  const rate = training.rate * decay(schedule, step, steps);
  const state = (m: number, v: number, taken: number, hats?: [number, number]) => ({
    rate,
    gradient,
    m,
    v,
    mHat: hats ? hats[0] : null,
    vHat: hats ? hats[1] : null,
    before,
    after: before - taken,
    step: taken,
  });
  switch (optimizer.kind) {
    case 'sgd':
      return state(0, 0, rate * gradient);
    case 'momentum': {
      const m = optimizer.beta1 * memory.m + gradient;
      return state(m, 0, rate * m);
    }
    case 'rmsprop': {
      const { beta2, eps } = optimizer;
      const v = beta2 * memory.v + (1 - beta2) * (gradient * gradient);
      return state(0, v, (rate * gradient) / (Math.sqrt(v) + eps));
    }
    case 'adam': {
      const { beta1, beta2, eps, corrected = true } = optimizer;
      const m = beta1 * memory.m + (1 - beta1) * gradient;
      const v = beta2 * memory.v + (1 - beta2) * (gradient * gradient);
      if (!corrected) return state(m, v, (rate * m) / (Math.sqrt(v) + eps));
      const mHat = m / (1 - pow(beta1, step + 1));
      const vHat = v / (1 - pow(beta2, step + 1));
      const taken = (rate * mHat) / (Math.sqrt(vHat) + eps);
      return state(m, v, taken, [mHat, vHat]);
    }
  }
}
