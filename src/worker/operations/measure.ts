import {
  countDocument,
  floors as floorsOf,
  heldOutLoss,
  rowProbabilities,
} from '../../engine/index.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import { historyFor, lastStep, type Run, type Workspace } from '../workspace.ts';

/** Steps at which the held-out loss is measured: close together early, where it falls fast. */
export function heldOutSteps(steps: number): number[] {
  const wanted = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100];
  const spread = Array.from({ length: 37 }, (_, i) => Math.round(100 + ((steps - 100) * i) / 36));
  return [...new Set([...wanted, ...spread, steps])]
    .filter((s) => s >= 0 && s <= steps)
    .toSorted((a, b) => a - b);
}

/** Held-out nats of the table at each of `steps`, in order of size, in one pass over the run. */
function* heldOutCurve(
  run: Run,
  steps: readonly number[],
  alpha = 1,
): Generator<Progress, number[]> {
  const { corpus } = run.data;
  const history = historyFor(run, steps.at(-1) ?? 0);
  let counted = steps[0] ?? 0;
  const table = history.at(counted);
  const nats: number[] = [];
  for (const step of steps) {
    for (; counted < step; counted++) countDocument(table, corpus, history.documentAt(counted));
    const loss = heldOutLoss(table, corpus, run.order, run.heldOut, alpha);
    // Without smoothing a row that was never seen gives 0 / 0: nothing is possible after it.
    nats.push(Number.isNaN(loss) ? Infinity : loss);
    yield { done: nats.length, total: steps.length };
  }
  return nats;
}

export function* losses(
  workspace: Workspace,
  { recipe }: Input<'losses'>,
): Generator<Progress, Result<'losses'>> {
  const run = workspace.run(recipe);
  const heldOutDocuments = run.heldOut.to - run.heldOut.from;
  const steps = heldOutDocuments > 0 ? heldOutSteps(recipe.steps) : [];
  const nats = yield* heldOutCurve(run, steps);
  return { losses: run.history.losses.slice(), heldOut: { steps, nats }, heldOutDocuments };
}

/** Steps beyond what there is to count are held to its end. */
export function* heldOut(
  workspace: Workspace,
  { recipe, steps, alpha }: Input<'heldOut'>,
): Generator<Progress, Result<'heldOut'>> {
  const run = workspace.run(recipe);
  const documents = run.heldOut.to - run.heldOut.from;
  const end = lastStep(run);
  const held = steps.map((step) => Math.max(0, Math.min(step, end)));
  const nats = documents > 0 ? yield* heldOutCurve(run, held, alpha) : [];
  return { nats, documents };
}

export function floors(workspace: Workspace, { recipe }: Input<'floors'>): Result<'floors'> {
  return floorsOf(workspace.dataSet(recipe.data).corpus);
}

export function heldOutUnseen(
  workspace: Workspace,
  { recipe, step }: Input<'unseen'>,
): Result<'unseen'> {
  const run = workspace.run(recipe);
  const { corpus, documents } = run.data;
  const { counts, size } = historyFor(run, step).at(step);
  let first: Result<'unseen'>['first'] = null;
  let found = 0;
  for (let place = run.heldOut.from; place < run.heldOut.to; place++) {
    const d = run.order[place];
    for (let i = corpus.starts[d]; i < corpus.starts[d + 1] - 1; i++) {
      const [prev, next] = [corpus.tokens[i], corpus.tokens[i + 1]];
      if (counts[prev * size + next] > 0) continue;
      first ??= { text: documents[d], prev, next };
      found += 1;
      break;
    }
  }
  return { first, documents: found, heldOut: run.heldOut.to - run.heldOut.from };
}

/** Sampled documents are followed to this length; what is longer is left out. */
const LONGEST = 40;

export function lengths(workspace: Workspace, input: Input<'lengths'>): Result<'lengths'> {
  const run = workspace.run(input.recipe);
  const { corpus } = run.data;
  const table = historyFor(run, input.step).at(input.step);
  const rows = Array.from({ length: table.size }, (_, prev) =>
    rowProbabilities(table, prev, input.alpha),
  );
  // Walk the chain: where a sampled document may be after each letter, and how likely it ends.
  let here = Float64Array.from({ length: table.size }, (_, token) =>
    token === corpus.bos ? 1 : 0,
  );
  const model: number[] = [];
  for (let length = 0; length <= LONGEST; length++) {
    const next = new Float64Array(table.size);
    rows.forEach((p, prev) => p.forEach((x, token) => (next[token] += here[prev] * x)));
    model.push(next[corpus.bos]);
    next[corpus.bos] = 0;
    here = next;
  }
  const data = new Array<number>(LONGEST + 1).fill(0);
  for (let d = 0; d < corpus.documents; d++) {
    const length = corpus.starts[d + 1] - corpus.starts[d] - 2;
    if (length <= LONGEST) data[length] += 1 / corpus.documents;
  }
  return { data, model };
}
