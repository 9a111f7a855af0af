import {
  columnTotals,
  log,
  probability,
  rowProbabilities,
  type CountTable,
} from '../../engine/index.ts';
import { sum } from '../../engine/vector.ts';
import type { Input, Result, Surprise, TableState } from '../protocol.ts';
import { historyFor, lastStep, type Run, type Workspace } from '../workspace.ts';

/** The table after `step` documents as the page draws it. */
export function tableState(run: Run, step: number, table: CountTable): TableState {
  const { tokenizer, documents } = run.data;
  const history = historyFor(run, step);
  return {
    step,
    size: table.size,
    counts: table.counts,
    rowTotals: [...table.rowTotals],
    columnTotals: [...columnTotals(table)],
    labels: Array.from({ length: table.size }, (_, token) => tokenizer.label(token)),
    bos: tokenizer.bos,
    document: step > 0 ? documents[history.documentAt(step - 1)] : null,
    loss: step > 0 ? history.losses[step - 1] : null,
    seen: sum([...table.rowTotals]),
  };
}

/** A step that the run, or the whole list, reaches. */
function tableAt(workspace: Workspace, { recipe, step }: Pick<Input<'state'>, 'recipe' | 'step'>) {
  const run = workspace.run(recipe);
  const at = Math.max(0, Math.min(step, lastStep(run)));
  return { run, at, table: historyFor(run, at).at(at) };
}

export function state(workspace: Workspace, input: Input<'state'>): Result<'state'> {
  const { run, at, table } = tableAt(workspace, input);
  return tableState(run, at, table);
}

export function contributors(
  workspace: Workspace,
  input: Input<'contributors'>,
): Result<'contributors'> {
  const { run, at } = tableAt(workspace, input);
  const found = historyFor(run, at).contributors(at, input.prev, input.next);
  return {
    total: found.length,
    items: found.slice(0, input.limit).map(({ document, times }) => ({
      text: run.data.documents[document],
      index: document,
      times,
    })),
  };
}

export function row(workspace: Workspace, input: Input<'row'>): Result<'row'> {
  const { table } = tableAt(workspace, input);
  const from = input.prev * table.size;
  return {
    p: [...rowProbabilities(table, input.prev, input.alpha)],
    counts: [...table.counts.subarray(from, from + table.size)],
    total: table.rowTotals[input.prev],
  };
}

export function surprise(workspace: Workspace, input: Input<'surprise'>): Surprise {
  const { run, table } = tableAt(workspace, input);
  const { tokenizer } = run.data;
  const { tokens, unknown } = tokenizer.tokensOf(input.text);
  const pairs = tokens.slice(1).map((next, i) => ({ prev: tokens[i], next }));
  const p = pairs.map(({ prev, next }) => probability(table, prev, next, input.alpha));
  // An unseen row without smoothing is 0 / 0: nothing is possible after it.
  const possible = p.map((x) => (Number.isNaN(x) ? 0 : x));
  const nats = possible.map((x) => (x > 0 ? -log(x) : Infinity));
  return {
    tokens,
    labels: tokens.map((token) => tokenizer.label(token)),
    counts: pairs.map(({ prev, next }) => table.counts[prev * table.size + next]),
    totals: pairs.map(({ prev }) => table.rowTotals[prev]),
    p: possible,
    nats,
    products: possible.map((_, i) => possible.slice(0, i + 1).reduce((a, b) => a * b)),
    total: sum(nats),
    mean: (1 / nats.length) * sum(nats),
    unknown,
  };
}
