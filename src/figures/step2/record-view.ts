/** What the figure “One number and what it remembers” shows. No DOM. */
import { Value } from '../../engine/autograd.ts';

export type Stage = 'plain' | 'record' | 'walked';
export type Operation = 'mul' | 'add' | 'pow' | 'exp';

export interface View {
  readonly a: number;
  readonly b: number;
  readonly op: Operation;
  readonly stage: Stage;
  /** The fields that the text speaks of. */
  readonly about: 'makers' | 'locals' | 'grads' | null;
}

const START: View = { a: 3, b: -2, op: 'mul', stage: 'plain', about: null };

export const BEATS: readonly View[] = [
  START,
  { ...START, stage: 'record', about: 'makers' },
  { ...START, stage: 'record', about: 'locals' },
  { ...START, stage: 'walked', about: 'grads' },
];

export const OPERATIONS: readonly Operation[] = ['mul', 'add', 'pow', 'exp'];
/** Two numbers in, or one. */
export const takesTwo = (op: Operation): boolean => op === 'mul' || op === 'add';
/** The line of code that makes the record. */
export const CODE: Readonly<Record<Operation, string>> = {
  mul: 'a.mul(b)',
  add: 'a.add(b)',
  pow: 'a.pow(2)',
  exp: 'a.exp()',
};

function made(op: Operation, a: Value, b: Value): Value {
  switch (op) {
    case 'mul':
      return a.mul(b);
    case 'add':
      return a.add(b);
    case 'pow':
      return a.pow(2);
    case 'exp':
      return a.exp();
  }
}

/** How far a number is nudged to see what the result does. */
export const NUDGE = 0.001;

export interface Nudged {
  of: 'a' | 'b';
  local: number;
  /** How far the result really moves, and how far the local gradient says. */
  moved: number;
  said: number;
}

export interface Kept {
  a: Value;
  b: Value;
  c: Value;
  nudges: Nudged[];
}

/** Two numbers, what an operation makes of them, and its check by trying. */
export function keep({ a: x, b: y, op, stage }: View): Kept {
  const [a, b] = [new Value(x), new Value(y)];
  const c = made(op, a, b);
  if (stage === 'walked') c.backward();
  const nudge = (of: 'a' | 'b', local: number): Nudged => {
    const [dx, dy] = of === 'a' ? [NUDGE, 0] : [0, NUDGE];
    const moved = made(op, new Value(x + dx), new Value(y + dy)).data - c.data;
    return { of, local, moved, said: local * NUDGE };
  };
  return {
    a,
    b,
    c,
    nudges: [nudge('a', c.da), ...(takesTwo(op) ? [nudge('b', c.db)] : [])],
  };
}
