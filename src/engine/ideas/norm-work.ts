/** What a norm takes: the engine's own, run over numbers that count. */
import { Value } from '../autograd.ts';
import { rmsnorm, type Vector } from '../layers.ts';
import { layernorm } from '../variants.ts';

/** Operations on numbers of a vector, of each kind. */
export interface NormWork {
  add: number;
  mul: number;
  pow: number;
}

class Counted extends Value {
  readonly work: NormWork;

  constructor(data: number, work: NormWork) {
    super(data);
    this.work = work;
  }

  override add(other: Value | number): Counted {
    this.work.add += 1;
    return new Counted(this.data + dataOf(other), this.work);
  }

  override mul(other: Value | number): Counted {
    this.work.mul += 1;
    return new Counted(this.data * dataOf(other), this.work);
  }

  override pow(exponent: number): Counted {
    this.work.pow += 1;
    return new Counted(super.pow(exponent).data, this.work);
  }

  /** One of a kind, and counted as an addition: it turns one into a subtraction. */
  override neg(): Counted {
    return new Counted(-this.data, this.work);
  }
}

const dataOf = (x: Value | number): number => (typeof x === 'number' ? x : x.data);

const NORMS = { rms: rmsnorm, layer: layernorm };

export type NormKind = keyof typeof NORMS;

/** What the norm of a vector of so many numbers takes. */
export function normWork(kind: NormKind, size: number): NormWork {
  const work: NormWork = { add: 0, mul: 0, pow: 0 };
  const x: Vector = Array.from({ length: size }, (_, i) => new Counted(i + 1, work));
  NORMS[kind](x);
  return work;
}

/** The norm of plain numbers. */
export const normed = (kind: NormKind, x: readonly number[]): number[] =>
  NORMS[kind](x.map((xi) => new Value(xi))).map(({ data }) => data);
