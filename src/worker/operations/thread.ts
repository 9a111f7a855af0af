import type { byHand, Shape } from '../../engine/index.ts';
import type { Input, ParameterAt, Progress, Result, Way } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { checkByHand, dialsOf, passOf, piecesOf } from './by-hand.ts';
import { goTo } from './place.ts';
import { placed, placeOf } from './tensors.ts';

type Pass = ReturnType<typeof passOf>;

/** The place of the largest magnitude; the first of equals. */
function largestAt(count: number, value: (i: number) => number): number {
  let found = 0;
  for (let i = 1; i < count; i++) if (Math.abs(value(i)) > Math.abs(value(found))) found = i;
  return found;
}

/** The steepest weight of the first layer. */
function steepest(shapes: readonly Shape[], gradient: Float64Array): ParameterAt {
  const { from, rows, cols } = placed(shapes)[1];
  const i = largestAt(rows * cols, (k) => gradient[from + k]);
  return { tensor: 'mlp_fc1', row: Math.floor(i / cols), col: i % cols };
}

/** Where the passes of a text go through a weight: each matrix is one station of three. */
export function wayThrough(
  { tensor, row, col }: ParameterAt,
  passes: readonly Pass[],
  { mlp_fc1: fc1 }: byHand.Dials,
): Way | null {
  const most = (weigh: (pass: Pass) => number): Pass =>
    passes[largestAt(passes.length, (k) => weigh(passes[k]))];
  const way = ({ pair, token, target }: Pass, input: number, unit: number): Way => ({
    pair,
    token,
    input,
    unit,
    next: target,
  });
  if (tensor === 'mlp_fc1')
    return way(
      most(({ dh, x }) => dh[row] * x[col]),
      col,
      row,
    );
  if (tensor === 'mlp_fc2') {
    const pass = most(({ dlogits, a }) => dlogits[row] * a[col]);
    const input = largestAt(pass.x.length, (i) => fc1[col][i] * pass.x[i]);
    return { ...way(pass, input, col), next: row };
  }
  const reading = passes.filter(({ token }) => token === row);
  if (reading.length === 0) return null;
  const pass = reading[largestAt(reading.length, (k) => reading[k].dx[col])];
  return way(
    pass,
    col,
    largestAt(pass.dh.length, (j) => pass.dh[j] * fc1[j][col]),
  );
}

export function* thread(
  workspace: Workspace,
  input: Input<'thread'>,
): Generator<Progress, Result<'thread'>> {
  const { recipe } = input;
  checkByHand(recipe);
  const { step, net, reading, loss, gradient } = yield* goTo(workspace, input);
  const along = input.along ?? steepest(net.shapes, gradient);
  const i = placeOf(net.shapes, along);
  const dials = dialsOf(net);
  const pieces = piecesOf(recipe, null);
  const passes = reading.tokens
    .slice(1)
    .map((_, pair) => passOf(dials, reading.tokens, pair, pieces));
  const way = wayThrough(along, passes, dials);
  return { ...reading, step, along, value: net.p[i], slope: gradient[i], loss, way };
}
