import { trace } from '../../engine/explain/trace.ts';
import { rowsOf } from '../../engine/explain/vectors.ts';
import { readout } from '../../engine/fast/readout.ts';
import { lengthOf } from '../../engine/vector.ts';
import { EngineFault } from '../faults.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { reach } from './place.ts';

export function* readouts(
  workspace: Workspace,
  input: Input<'readouts'>,
): Generator<Progress, Result<'readouts'>> {
  const { model } = input.recipe;
  if (model <= 2) throw new EngineFault('recipe-unusable', `model ${model} has no residual stream`);
  const { step, net, reading, labels } = yield* part(reach(workspace, input), 0, 0.9);
  const way = trace(net, reading.tokens);
  const { n: positions, layers, sizes } = way.layout;
  const each = Array.from({ length: layers }, (_, layer) => layer);
  const halves = each.flatMap((layer) => [`layer${layer}.middle`, `layer${layer}.out`]);
  const stages = ['x0', ...halves];
  const p = new Float64Array(stages.length * positions * sizes.vocab);
  const lengths = new Float64Array(stages.length * positions);
  for (const [i, stage] of stages.entries()) {
    const { size, values } = rowsOf(way, stage);
    p.set(readout(net, values), i * positions * sizes.vocab);
    for (let t = 0; t < positions; t++)
      lengths[i * positions + t] = lengthOf(values.subarray(t * size, (t + 1) * size));
    yield { done: 0.9 + (0.1 * (i + 1)) / stages.length, total: 1 };
  }
  return { ...reading, step, labels, positions, stages, p, lengths };
}
