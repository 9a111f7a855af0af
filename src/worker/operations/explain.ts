import { explain as explainNumber } from '../../engine/explain/explain.ts';
import { emptyHistories, noteScalars } from '../../engine/explain/history.ts';
import { levels as levelsOf } from '../../engine/explain/levels.ts';
import { trace, type Trace } from '../../engine/explain/trace.ts';
import { EngineFault } from '../faults.ts';
import { trainTo, type NetworkRun } from '../network-run.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import { networksOf } from '../networks.ts';
import type { Workspace } from '../workspace.ts';

/** A document of a run, traced. */
interface Traced {
  readonly run: NetworkRun;
  readonly step: number;
  readonly text: string | null;
  readonly trace: Trace;
  readonly read: { step: number; text: string; tokens: number[] };
}

/** Traces kept of each workspace, the latest first: who walks around asks for the same. */
const kept = new WeakMap<Workspace, Traced[]>();
const KEPT = 2;

/** @throws EngineFault `symbols-unknown` */
function tokensOf({ data }: NetworkRun, text: string): number[] {
  const { tokens, unknown } = data.tokenizer.tokensOf(text);
  if (unknown.length > 0) throw new EngineFault('symbols-unknown', unknown.join(' '));
  return tokens;
}

function* traced(
  workspace: Workspace,
  input: Pick<Input<'levels'>, 'recipe' | 'step' | 'text'>,
): Generator<Progress, Traced> {
  const run = networksOf(workspace).run(input.recipe);
  const { history, data } = run;
  const { text } = input;
  if (text !== null) tokensOf(run, text);
  const step = yield* part(trainTo(run, input.step), 0, 0.9);
  const known = kept.get(workspace) ?? [];
  const found = known.find((it) => it.run === run && it.step === step && it.text === text);
  const made = found ?? (yield* part(traceOf(), 0.9, 1));
  kept.set(workspace, [made, ...known.filter((it) => it !== made)].slice(0, KEPT));
  return made;

  function* traceOf(): Generator<Progress, Traced> {
    const net = yield* history.seek(step);
    const document = text ?? data.documents[history.documentAt(step)];
    const tokens = tokensOf(run, document);
    // A text of the reader's own is read, not learnt from: nothing piles up for it.
    if (text !== null) net.g.fill(0);
    const learns = text === null && step < history.steps;
    const read = { step, text: document, tokens };
    return { run, step, text, trace: trace(net, tokens, learns ? step : null), read };
  }
}

export function* explain(
  workspace: Workspace,
  input: Input<'explain'>,
): Generator<Progress, Result<'explain'>> {
  const { trace: at, read } = yield* traced(workspace, input);
  return { ...read, explanation: explainNumber(at, input.id, input.limit) };
}

export function* levels(
  workspace: Workspace,
  input: Input<'levels'>,
): Generator<Progress, Result<'levels'>> {
  const { trace: at, read } = yield* traced(workspace, input);
  return { ...read, level: levelsOf(at, input.id) };
}

export function* scalarHistory(
  workspace: Workspace,
  { recipe, text, ids, steps: asked }: Input<'scalarHistory'>,
): Generator<Progress, Result<'scalarHistory'>> {
  const run = networksOf(workspace).run(recipe);
  const tokens = tokensOf(run, text);
  const last = yield* part(trainTo(run, Math.max(0, ...asked)), 0, 0.5);
  const held = asked.map((step) => Math.max(0, Math.min(Math.floor(step), last)));
  const steps = [...new Set(held)].sort((a, b) => a - b);
  const histories = emptyHistories(ids);
  for (const [i, step] of steps.entries()) {
    const share = (n: number) => 0.5 + (0.5 * n) / steps.length;
    const net = yield* part(run.history.seek(step), share(i), share(i + 1));
    net.g.fill(0);
    noteScalars(histories, net, tokens);
    yield { done: share(i + 1), total: 1 };
  }
  return { text, tokens, steps, histories };
}
