import { lengthOf } from '../../engine/vector.ts';
import { trainTo, type NetworkRun } from '../network-run.ts';
import { part } from '../part.ts';
import type { Beginning, Input, ParameterAt, Progress, Result } from '../protocol.ts';
import { networksOf } from '../networks.ts';
import type { Workspace } from '../workspace.ts';
import { placed, placeOf } from './tensors.ts';

/** The first steps of a run taken again: `note` sees the gradient that each went by. */
function beginning(
  { history }: NetworkRun,
  names: number,
  note: (gradient: Float64Array, step: number) => void = () => {},
): Beginning {
  const steps = Math.min(names, history.trained);
  const net = history.at(0);
  const losses = new Float64Array(steps);
  const norms = new Float64Array(steps);
  for (let s = 0; s < steps; s++) {
    losses[s] = net.learn(history.tokensAt(s), s);
    norms[s] = lengthOf(net.g);
    note(net.g, s);
  }
  return { losses, norms };
}

/** Of each tensor, the place of its largest gradient. */
function highest(shapes: ReturnType<typeof placed>, gradient: Float64Array): ParameterAt[] {
  return shapes.map(({ name, rows, cols, from }) => {
    let most = from;
    for (let i = from; i < from + rows * cols; i++)
      if (Math.abs(gradient[i]) > Math.abs(gradient[most])) most = i;
    const [row, col] = [Math.floor((most - from) / cols), (most - from) % cols];
    return { tensor: name, row, col };
  });
}

export function* pile(
  workspace: Workspace,
  { recipe, names, after }: Input<'pile'>,
): Generator<Progress, Result<'pile'>> {
  const [usual, piling] = [true, false].map((zeroing) =>
    networksOf(workspace).run({ ...recipe, zeroing }),
  );
  yield* part(trainTo(usual, names), 0, 0.2);
  // To its end, for it may break down.
  yield* part(trainTo(piling, recipe.steps), 0.2, 0.9);
  const shapes = placed(piling.history.shapes);
  let chosen = highest(shapes, piling.history.at(0).g);
  beginning(piling, Math.max(1, after), (gradient) => (chosen = highest(shapes, gradient)));
  const places = chosen.map((weight) => placeOf(piling.history.shapes, weight));
  const zeroed = beginning(usual, names);
  const sums = places.map(() => new Float64Array(Math.min(names, piling.history.trained)));
  const piled = beginning(piling, names, (gradient, step) =>
    sums.forEach((sum, k) => (sum[step] = gradient[places[k]])),
  );
  const weights = chosen.map((weight, k) => ({ ...weight, piled: sums[k] }));
  const { history, data } = usual;
  const documents = Array.from(zeroed.losses, (_, s) => data.documents[history.documentAt(s)]);
  return { zeroed, piled, weights, documents, ended: piling.history.ended };
}
