/** What there is to say of one number of a record. No DOM. */
import type { Code } from '../../engine/explain/code.ts';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import type { Quantity } from '../../charts/index.ts';
import { nodeName, type Naming } from './unroll-names.ts';
import type { Plan } from './unroll-plan.ts';
import { usesOf } from './unroll-wave.ts';

/** A number that another was made from. */
export interface Maker {
  node: number;
  letter: string;
  tone: Quantity;
  data: number;
  /** What it holds so far; `arrived` tells a zero that was handed from none. */
  grad: number;
  arrived: boolean;
  local: number;
}

export interface Card {
  name: string;
  data: number;
  grad: number;
  arrived: boolean;
  /** One maker times another: each is how fast the product moves with the other. */
  product: boolean;
  /** It has handed its gradient on. */
  handed: boolean;
  /** It is the loss: its gradient is 1 before anyone walks. */
  end: boolean;
  makers: readonly Maker[];
  /** In the order of the walk: `amount` is what each hands back. */
  uses: readonly { by: number; amount: number; handed: boolean }[];
  code: Code;
}

export interface CardInput {
  naming: Naming;
  record: Unrolled;
  plan: Plan;
  node: number;
  walked: number;
  grads: ArrayLike<number>;
}

export function cardOf({ naming, record, plan, node, walked, grads }: CardInput): Card {
  const size = record.kind.length;
  const passed = (i: number): boolean => i >= size - walked;
  const kind = record.kinds[record.kind[node]];
  const uses = usesOf(record, node);
  const arrived = (i: number): boolean =>
    i === size - 1 || usesOf(record, i).some(({ by }) => passed(by));
  const product = kind.op === 'mul' && record.b[node] >= 0;
  const weighted = product && record.kinds[record.kind[record.a[node]]].op === 'leaf';
  const maker = (from: number, local: number, k: 0 | 1): Maker => ({
    node: from,
    letter: weighted ? 'wx'[k] : 'ab'[k],
    tone: record.kinds[record.kind[from]].op === 'leaf' ? 'parameter' : 'activation',
    data: record.data[from],
    grad: grads[from],
    arrived: arrived(from),
    local,
  });
  return {
    name: nodeName(naming, record, plan, node),
    data: record.data[node],
    grad: grads[node],
    arrived: arrived(node),
    product,
    handed: passed(node),
    end: node === size - 1,
    makers: [
      ...(record.a[node] >= 0 ? [maker(record.a[node], record.da[node], 0)] : []),
      ...(record.b[node] >= 0 ? [maker(record.b[node], record.db[node], 1)] : []),
    ],
    uses: uses.map(({ by, local }) => ({ by, amount: local * grads[by], handed: passed(by) })),
    code: kind.code,
  };
}
