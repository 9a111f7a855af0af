/** The questions at the end of Step 2 and the answers to choose from. No DOM. */
import { Value } from '../../engine/autograd.ts';
import { backwardAssigning } from '../../engine/mistakes.ts';
import type { Result } from '../../worker/protocol.ts';
import { choices } from '../choices.ts';

export interface Expression {
  readonly c: number;
  readonly end: number;
  /** The gradient of c, what `=` would leave of it, and what to choose from. */
  readonly right: number;
  readonly assigned: number;
  readonly options: readonly number[];
}

/** `c.mul(c).add(c)`: c goes in three times. */
export function expressionOf(c: number): Expression {
  const record = () => {
    const given = new Value(c);
    return { given, end: given.mul(given).add(given) };
  };
  const [right, wrong] = [record(), record()];
  right.end.backward();
  backwardAssigning(wrong.end);
  const { data } = right.end;
  const [grad, assigned] = [right.given.grad, wrong.given.grad];
  return {
    c,
    end: data,
    right: grad,
    assigned,
    options: choices(grad, [assigned, 1, 2 * c, data], 5),
  };
}

/** The letter that a name has most often (the first of equals), and how often; or the boundary. */
export function commonest(tokens: readonly number[]): { token: number; times: number } {
  const letters = tokens.slice(1, -1);
  const from = letters.length > 0 ? letters : tokens.slice(0, 1);
  const times = (token: number) => from.filter((other) => other === token).length;
  const token = from.reduce((most, one) => (times(one) > times(most) ? one : most), from[0] ?? 0);
  return { token, times: times(token) };
}

/** The kind of number with the largest gradient, and that gradient. */
export function steepest(largest: Result<'recorded'>['largest']): Result<'recorded'>['largest'][0] {
  return largest.reduce((most, one) =>
    Math.abs(one.gradient) > Math.abs(most.gradient) ? one : most,
  );
}
