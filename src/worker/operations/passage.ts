import { trace, type Trace } from '../../engine/explain/trace.ts';
import { rowsOf, vectorNames } from '../../engine/explain/vectors.ts';
import { log, settingsOf } from '../../engine/index.ts';
import { checkNetwork } from '../network-run.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result, Rows } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { reach } from './place.ts';
import { changedBy, readBy } from './redesigned.ts';

export function* passage(
  workspace: Workspace,
  input: Input<'passage'>,
): Generator<Progress, Result<'passage'>> {
  const { recipe, tensors, design } = input;
  const changed = changedBy(recipe, design);
  checkNetwork(changed);
  const { step, net, reading, labels } = yield* part(reach(workspace, input), 0, 0.9);
  const way = trace(design === null ? net : readBy(net, changed), reading.tokens);
  const { n: positions, targets } = way.layout;
  const vectors = yield* part(vectorsOf(way, tensors), 0.9, 1);
  const { size, values: prob } = rowsOf(way, 'prob');
  return {
    ...reading,
    step,
    labels,
    positions,
    settings: settingsOf(changed)!,
    vectors,
    nats: targets.map((target, t) => surprise(prob[t * size + target])),
    loss: way.loss,
  };
}

/** −ln p. */
const surprise = (p: number): number => (p > 0 ? -log(p) : Infinity);

function* vectorsOf(
  way: Trace,
  wanted: readonly string[] | null,
): Generator<Progress, Record<string, Rows>> {
  const names = wanted ?? vectorNames(way.layout);
  const vectors: Record<string, Rows> = {};
  for (const [i, name] of names.entries()) {
    vectors[name] = rowsOf(way, name);
    yield { done: i + 1, total: names.length };
  }
  return vectors;
}
