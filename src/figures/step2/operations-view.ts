/** What the figure “An operation and its slope” shows. No DOM. */
import type { Interval, Point } from '../../charts/index.ts';
import { Value } from '../../engine/autograd.ts';
import { parseExpression, type Expression } from '../../engine/expression.ts';
import { recordExpression, type Record as Recording } from '../../engine/expression-record.ts';

export type Operation = 'pow' | 'log' | 'exp' | 'relu' | 'neg' | 'sub' | 'div';

export interface View {
  readonly op: Operation;
  /** The number that is moved. */
  readonly a: number;
  /** The other one, of `sub` and `div`. */
  readonly b: number;
  /** The exponent of `pow`. */
  readonly k: number;
}

const START: View = { op: 'pow', a: 1.5, b: 2, k: 2 };

export const BEATS: readonly View[] = [
  START,
  { ...START, op: 'exp', a: 1 },
  { ...START, op: 'log', a: 0 },
  { ...START, op: 'relu', a: 0 },
  { ...START, op: 'relu', a: 0 },
  { ...START, op: 'sub', a: 3 },
];
/** The beat that asks for the slope at the corner of relu. */
export const ASKING = 3;

export const PLAIN: readonly Operation[] = ['pow', 'log', 'exp', 'relu'];
export const SUGAR: readonly Operation[] = ['neg', 'sub', 'div'];
export const EXPONENTS: readonly number[] = [-1, 0.5, 2, 3];

export const isSugar = (op: Operation): boolean => SUGAR.includes(op);
export const takesTwo = (op: Operation): boolean => op === 'sub' || op === 'div';

/** What is asked of the program: `a.pow(2)`, `a.sub(b)`. */
export const callOf = ({ op, k }: View): string =>
  op === 'pow' ? `a.pow(${k})` : takesTwo(op) ? `a.${op}(b)` : `a.${op}()`;

/** The operation, done by the program. */
export function result({ op, a, b, k }: View): { a: Value; end: Value } {
  const x = new Value(a);
  switch (op) {
    case 'pow':
      return { a: x, end: x.pow(k) };
    case 'sub':
    case 'div':
      return { a: x, end: x[op](new Value(b)) };
    default:
      return { a: x, end: x[op]() };
  }
}

/** ∂end / ∂a: of a plain operation its local gradient, of sugar what the walk back finds. */
export function slopeOf(view: View): number {
  const { a, end } = result(view);
  if (!isSugar(view.op)) return end.da;
  end.backward();
  return a.grad;
}

/** What sugar unfolds into. */
export function unfolded({ op, a, b }: View): Recording {
  const text = op === 'neg' ? '-a' : op === 'sub' ? 'a - b' : 'a / b';
  const { expression } = parseExpression(text);
  return recordExpression(expression as Expression, (name) => (name === 'a' ? a : b));
}

/** The part of the plane that is drawn. */
export function windowOf({ op, k }: View): { x: Interval; y: Interval } {
  switch (op) {
    case 'pow':
      if (k === 2) return { x: [-3, 3], y: [-2, 8] };
      if (k === 3) return { x: [-2, 2], y: [-6, 6] };
      return k < 0 ? { x: [-3, 3], y: [-4, 4] } : { x: [-1, 5], y: [-0.5, 2.5] };
    case 'log':
      return { x: [-1, 6], y: [-4, 3] };
    case 'exp':
      return { x: [-4, 3], y: [-1, 8] };
    case 'relu':
      return { x: [-3, 3], y: [-1, 3] };
    default:
      return { x: [-4, 4], y: [-5, 5] };
  }
}

const STEPS = 160;
/** Halvings by which the place is found where a curve leaves its window. */
const HALVINGS = 24;

/** The curve within its window: a list of points for each unbroken piece. */
export function curveOf(view: View): Point[][] {
  const { x } = windowOf(view);
  const pieces: Point[][] = [];
  let before: Point | null = null;
  for (let i = 0; i <= STEPS; i++) {
    const at = x[0] + ((x[1] - x[0]) * i) / STEPS;
    const now = pointAt(view, at);
    const edge = at - (x[1] - x[0]) / STEPS;
    if (now && !before) pieces.push(i === 0 ? [] : [lastInside(view, at, edge)]);
    if (now) pieces[pieces.length - 1].push(now);
    else if (before) pieces[pieces.length - 1].push(lastInside(view, edge, at));
    before = now;
  }
  return pieces;
}

/** The point of the curve over a number, or null if it is not in the window. */
export function pointAt(view: View, a: number): Point | null {
  const { x, y } = windowOf(view);
  const { data } = result({ ...view, a }).end;
  const inside = a >= x[0] && a <= x[1] && data >= y[0] && data <= y[1];
  return inside ? [a, data] : null;
}

/** The last point in the window on the way from a number over which it is to one over which not. */
function lastInside(view: View, from: number, to: number): Point {
  let [inside, outside] = [from, to];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2;
    if (pointAt(view, middle)) inside = middle;
    else outside = middle;
  }
  return [inside, result({ ...view, a: inside }).end.data];
}

/** Where arithmetic ends, or nearly: each has its own sentence. */
export type Edge =
  | 'log-zero'
  | 'log-negative'
  | 'exp-over'
  | 'exp-under'
  | 'pow-zero'
  | 'root-zero'
  | 'root-negative'
  | 'corner'
  | 'div-zero';

export function edgeOf({ op, a, b, k }: View): Edge | null {
  const { data } = result({ op, a, b, k }).end;
  switch (op) {
    case 'log':
      return a === 0 ? 'log-zero' : a < 0 ? 'log-negative' : null;
    case 'exp':
      return data === Infinity ? 'exp-over' : data === 0 ? 'exp-under' : null;
    case 'pow':
      if (k === 0.5 && a <= 0) return a < 0 ? 'root-negative' : 'root-zero';
      return k < 0 && a === 0 ? 'pow-zero' : null;
    case 'relu':
      return a === 0 ? 'corner' : null;
    case 'div':
      return b === 0 ? 'div-zero' : null;
    default:
      return null;
  }
}

/** Numbers worth trying: where an operation reaches its end. */
export function trials(view: View): Partial<View>[] {
  switch (view.op) {
    case 'log':
      return [{ a: 1 }, { a: 0 }, { a: -1 }];
    case 'exp':
      return [{ a: 0 }, { a: 710 }, { a: -750 }];
    case 'relu':
      return [{ a: -1 }, { a: 0 }, { a: 1 }];
    case 'pow':
      return view.k === 0.5 ? [{ a: 4 }, { a: 0 }, { a: -1 }] : [{ a: 1 }, { a: 0 }, { a: -1 }];
    case 'div':
      return [{ b: 2 }, { b: 0.1 }, { b: 0 }];
    default:
      return [{ a: 1 }, { a: 0 }, { a: -1 }];
  }
}
