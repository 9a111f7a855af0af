import { totalVariation } from '../../engine/vector.ts';
import type { Edit, Input, Progress, Result } from '../protocol.ts';
import { part } from '../part.ts';
import type { Workspace } from '../workspace.ts';
import { modelRun, type Reader } from './models.ts';

export function* edits(
  workspace: Workspace,
  { recipe, step: wanted, text: given }: Input<'edits'>,
): Generator<Progress, Result<'edits'>> {
  const model = modelRun(workspace, recipe);
  const { tokenizer } = model.data;
  const step = yield* part(model.reach(wanted), 0, 0.5);
  const reader = yield* part(model.reader(step), 0.5, 0.6);
  const text = given ?? model.documentAt(step);
  const { tokens, unknown } = tokenizer.tokensOf(text);
  const read = tokens.slice(0, model.read(tokens));
  const p = Float64Array.from(expectedAfter(reader, read));
  const moved = yield* part(movedBy(reader, read, p, tokenizer.bos), 0.6, 1);
  return {
    text,
    tokens,
    unknown,
    step,
    labels: tokens.map((token) => tokenizer.label(token)),
    p,
    moved,
    most: mostOf(moved, p.length),
  };
}

export function* exchanged(
  workspace: Workspace,
  { recipe, step: wanted, text: given, exchange }: Input<'exchanged'>,
): Generator<Progress, Result<'exchanged'>> {
  const model = modelRun(workspace, recipe);
  const { tokenizer } = model.data;
  const step = yield* part(model.reach(wanted), 0, 0.8);
  const reader = yield* part(model.reader(step), 0.8, 1);
  const text = given ?? model.documentAt(step);
  const { tokens, unknown } = tokenizer.tokensOf(text);
  const read = tokens.slice(0, model.read(tokens));
  const before = Float64Array.from(expectedAfter(reader, read));
  const { position = 0, token = 0 } = exchange ?? {};
  // The boundary stays where it is, and what is not read cannot be exchanged.
  const held = position > 0 && position < read.length && token !== tokenizer.bos;
  const after = held ? Float64Array.from(expectedAfter(reader, read.with(position, token))) : null;
  return {
    text,
    tokens,
    unknown,
    step,
    labels: tokens.map((one) => tokenizer.label(one)),
    before,
    after,
    moved: after && totalVariation(before, after),
  };
}

/** What a model expects after all of some tokens, [V]. */
function expectedAfter(reader: Reader, tokens: readonly number[]): ArrayLike<number> {
  const predict = reader(1);
  return tokens.map((token, position) => predict(token, position)).at(-1)!;
}

/** Total variation for each letter but the last, exchanged for each other. */
function* movedBy(
  reader: Reader,
  tokens: readonly number[],
  p: Float64Array,
  bos: number,
): Generator<Progress, Float64Array> {
  const size = p.length;
  const rows = Math.max(0, tokens.length - 2);
  const moved = new Float64Array(rows * size);
  for (let i = 0; i < moved.length; i++) {
    const [position, token] = [Math.floor(i / size) + 1, i % size];
    if (token === tokens[position] || token === bos) continue;
    moved[i] = totalVariation(p, expectedAfter(reader, tokens.with(position, token)));
    yield { done: i + 1, total: moved.length };
  }
  return moved;
}

function mostOf(moved: Float64Array, size: number): Edit | null {
  if (moved.length === 0) return null;
  const at = moved.indexOf(moved.reduce((a, b) => Math.max(a, b)));
  return { position: Math.floor(at / size) + 1, token: at % size, moved: moved[at] };
}
