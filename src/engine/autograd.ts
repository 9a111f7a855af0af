/**
 * Step 2: a number that remembers where it came from. Ordinary arithmetic on `Value`s
 * records a graph; `backward` walks it from the end to the beginning and finds how much
 * the end would move if each number in it moved.
 *
 * That is reverse-mode differentiation (S. Linnainmaa, 1970), which trains networks as
 * backpropagation (D. E. Rumelhart, G. E. Hinton and R. J. Williams, 1986). The form,
 * one object a number, is that of A. Karpathy's micrograd (2020).
 */
import { exp, log } from './math.ts';
import { power } from './power.ts';

/** Each walk over a graph has a number, so that a node knows whether it was seen. */
let walks = 0;

export class Value {
  // #region fields
  /** The number itself. */
  data: number;
  /** How fast the end moves when this one does: ∂end / ∂this. */
  grad = 0;
  /** The numbers this one was computed from, at most two. */
  readonly a: Value | null;
  readonly b: Value | null;
  /** Local gradients: how fast it moves with `a`, and with `b`. */
  readonly da: number;
  readonly db: number;
  // #endregion fields
  /** The last walk that came by. */
  seen = 0;

  constructor(
    data: number,
    a: Value | null = null,
    da = 0,
    b: Value | null = null,
    db = 0,
  ) {
    this.data = data;
    this.a = a;
    this.da = da;
    this.b = b;
    this.db = db;
  }

  // #region add
  add(other: Value | number) {
    if (typeof other === 'number') {
      return new Value(this.data + other, this, 1);
    }
    return new Value(this.data + other.data, this, 1, other, 1);
  }
  // #endregion add

  // #region multiply
  mul(other: Value | number) {
    if (typeof other === 'number') {
      return new Value(this.data * other, this, other);
    }
    const { data } = other;
    return new Value(
      this.data * data,
      this,
      data,
      other,
      this.data,
    );
  }
  // #endregion multiply

  /** To the power of a constant: the slope of xᵏ is k·xᵏ⁻¹. */
  // #region pow
  pow(k: number) {
    const slope = k * power(this.data, k - 1);
    return new Value(power(this.data, k), this, slope);
  }
  // #endregion pow

  // #region log-exp
  // The natural logarithm: the slope of ln x is 1 / x.
  log() {
    return new Value(log(this.data), this, 1 / this.data);
  }

  // e to the power of this number: that is also its slope.
  exp() {
    const y = exp(this.data);
    return new Value(y, this, y);
  }
  // #endregion log-exp

  // #region relu
  // What is positive passes, what is not becomes zero.
  relu() {
    const passes = this.data > 0;
    return new Value(
      passes ? this.data : 0,
      this,
      passes ? 1 : 0,
    );
  }
  // #endregion relu

  // #region sugar
  neg() {
    return this.mul(-1);
  }

  sub(other: Value) {
    return this.add(other.neg());
  }

  div(other: Value) {
    return this.mul(other.pow(-1));
  }
  // #endregion sugar

  /** Finds `grad` for every number that this one was computed from. */
  // #region backward
  backward() {
    const order = topological(this);
    this.grad = 1;
    for (let i = order.length - 1; i >= 0; i--) {
      const { a, b, da, db, grad } = order[i];
      // Add, don't assign: a number may be used more than once.
      if (a) a.grad += da * grad;
      if (b) b.grad += db * grad;
    }
  }
  // #endregion backward
}

/**
 * Everything a number was computed from, each after its inputs; the number itself comes
 * last. The path is a list and no recursion, so that a long chain is no danger.
 */
// #region topological
export function topological(end: Value) {
  const walk = ++walks;
  const order: Value[] = [];
  const path = [end];
  while (path.length > 0) {
    const v = path[path.length - 1];
    v.seen = walk;
    if (v.a && v.a.seen !== walk) path.push(v.a);
    else if (v.b && v.b.seen !== walk) path.push(v.b);
    else {
      order.push(v); // both inputs are in the order already
      path.pop();
    }
  }
  return order;
}
// #endregion topological

/** A sum, taken from left to right. */
// #region sum
export function total(values: Value[]) {
  let sum = values[0];
  for (let i = 1; i < values.length; i++)
    sum = sum.add(values[i]);
  return sum;
}
// #endregion sum
