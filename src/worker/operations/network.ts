import { settingsOf } from '../../engine/index.ts';
import { trainTo } from '../network-run.ts';
import type { Input, Progress, Result, TensorState } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';
import { numbersOf, placed, placeOf, tensorsNamed } from './tensors.ts';

export function network(workspace: Workspace, { recipe }: Input<'network'>): Result<'network'> {
  const { history, data } = networksOf(workspace).run(recipe);
  const shapes = placed(history.shapes);
  const last = shapes[shapes.length - 1];
  const { tokenizer } = data;
  return {
    settings: settingsOf(recipe)!,
    shapes,
    parameters: last.from + last.rows * last.cols,
    labels: Array.from({ length: tokenizer.size }, (_, token) => tokenizer.label(token)),
    bos: tokenizer.bos,
  };
}

export function* weights(
  workspace: Workspace,
  input: Input<'weights'>,
): Generator<Progress, Result<'weights'>> {
  const run = networksOf(workspace).run(input.recipe);
  const { history, data } = run;
  const wanted = tensorsNamed(history.shapes, input.tensors);
  const step = yield* part(trainTo(run, input.step), 0, 0.9);
  const net = yield* part(history.seek(step), 0.9, 1);
  const tensors: Record<string, TensorState> = {};
  for (const tensor of wanted) {
    tensors[tensor.name] = {
      value: numbersOf(net.p, tensor),
      gradient: null,
      m: input.memories ? numbersOf(net.m, tensor) : null,
      v: input.memories ? numbersOf(net.v, tensor) : null,
    };
  }
  const tokens = history.tokensAt(step);
  // The next step itself, taken on what the history lends, shows what it goes by.
  const loss = input.gradients ? net.learn(tokens, step) : net.measure(tokens);
  if (input.gradients)
    for (const tensor of wanted) tensors[tensor.name].gradient = numbersOf(net.g, tensor);
  return {
    step,
    tensors,
    document: data.documents[history.documentAt(step)],
    tokens: [...tokens],
    loss,
  };
}

export function* diary(
  workspace: Workspace,
  { recipe, parameters }: Input<'diary'>,
): Generator<Progress, Result<'diary'>> {
  const run = networksOf(workspace).run(recipe);
  const { history } = run;
  const places = parameters.map((parameter) => placeOf(history.shapes, parameter));
  yield* part(trainTo(run, recipe.steps), 0, 0.5);
  const series = yield* part(history.diary(places), 0.5, 1);
  return { steps: history.trained, ended: history.ended, series };
}
