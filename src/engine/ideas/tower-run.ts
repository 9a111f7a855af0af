/** A tower trained on all pairs at once, and read with blocks taken out. */
import { optimize } from '../fast/optimize.ts';
import type { Progress } from '../progress.ts';
import { decay } from '../schedule.ts';
import type { Tower } from './tower.ts';

/** Momentum as they had it; their rate was 0.1, too. */
const OPTIMIZER = { kind: 'momentum', beta1: 0.9 } as const;

export interface TowerRun {
  /** Nats before each step, and after the last: [steps + 1], shorter if it has ended early. */
  readonly losses: number[];
  /** Length of each block's gradient before the first step, [blocks]. */
  readonly slopes: number[];
  /** The step, from 1, that left numbers which are not finite; null if none did. */
  readonly ended: number | null;
}

/** So many steps, at a rate that falls to zero in a straight line. */
export function* trainTower(
  tower: Tower,
  rate: number,
  steps: number,
): Generator<Progress, TowerRun> {
  const { p, g } = tower;
  const [m, v] = [new Float64Array(p.length), new Float64Array(p.length)];
  const losses: number[] = [];
  let slopes: number[] = [];
  for (let step = 0; step < steps; step++) {
    const loss = tower.gradient();
    if (!Number.isFinite(loss)) return { losses, slopes, ended: step };
    if (step === 0) slopes = tower.slopeSizes();
    losses.push(loss);
    optimize(OPTIMIZER, rate * decay('linear', step, steps), step + 1, p, g, m, v);
    yield { done: step + 1, total: steps };
  }
  const loss = tower.loss();
  if (!Number.isFinite(loss)) return { losses, slopes, ended: steps };
  return { losses: [...losses, loss], slopes, ended: null };
}
