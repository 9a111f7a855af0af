import { trainTo } from '../network-run.ts';
import type { LearnFrame, Progress, Streams } from '../protocol.ts';
import { networksOf } from '../networks.ts';
import type { Workspace } from '../workspace.ts';
import type { Framed } from './streams.ts';
import { numbersOf, tensorsNamed } from './tensors.ts';

/** Milliseconds of training for one frame, so that the next comes in time. */
const PER_FRAME = 8;

/** Follow a network as it learns; at its beginning the run has come to step `from`. */
export function* learn(
  workspace: Workspace,
  { recipe, from, to, tensors: names }: Streams['learn']['input'],
): Generator<Progress, { advance(until: number, spent?: () => number): Framed<'learn'> }> {
  const run = networksOf(workspace).run(recipe);
  const { history } = run;
  const tensors = tensorsNamed(history.shapes, names);
  let step = yield* trainTo(run, from);
  let told = step;

  return {
    advance(until, spent = () => 0) {
      const target = Math.max(step, Math.min(until, to));
      while (history.trained < Math.min(target, history.steps) && history.ended === null) {
        history.train(history.trained + 1);
        if (spent() >= PER_FRAME) break;
      }
      const goal = Math.min(to, history.last);
      const end = Math.min(target, history.trained, goal);
      // What has been trained before is only looked at, from the nearest state on.
      step = Math.min(end, Math.max(step, history.nearest(end)));
      let net = history.at(step);
      while (step < end) {
        step += 1;
        net = history.at(step);
        if (spent() >= PER_FRAME) break;
      }
      const last = step >= goal;
      const ended = last && goal < to ? history.ended : null;
      const losses = history.losses.slice(told, ended ? history.trained : step);
      const frame: LearnFrame = { step, from: told, losses, ended, tensors: {} };
      for (const tensor of tensors) frame.tensors[tensor.name] = numbersOf(net.p, tensor);
      told = step;
      const buffers = [losses, ...Object.values(frame.tensors)].map(({ buffer }) => buffer);
      return { frame, last, transfer: buffers };
    },
  };
}
