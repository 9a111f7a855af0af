/** What the figure “The whole record” shows: its beats, and where a view stands. No DOM. */
import { handedAt, exampleOf, type Unrolled } from '../../engine/explain/unroll.ts';
import type { Depth } from './unroll-layout.ts';
import { placeOf } from './unroll-names.ts';
import type { Part, Plan } from './unroll-plan.ts';

export interface View {
  readonly depth: Depth;
  /** Address of the number that is looked at; null for the example. */
  readonly node: string | null;
  /** How many numbers have handed on; `here`: up to the number looked at, and it too. */
  readonly walked: number | 'none' | 'here' | 'all';
  readonly form: 'picture' | 'list';
}

const START: View = { depth: 0, node: null, walked: 'none', form: 'picture' };

export const BEATS: readonly View[] = [
  START,
  { ...START, depth: 3 },
  { ...START, depth: 3, walked: 'here' },
  { ...START, depth: 3, walked: 'all' },
];

/** The number that a view looks at, by place. What this record does not have gives the example. */
export function nodeOf(record: Unrolled, { node }: Pick<View, 'node'>): number {
  const place = node === null ? -1 : placeOf(record, node);
  return place >= 0 ? place : Math.max(0, exampleOf(record));
}

export function walkedOf({ walked }: Pick<View, 'walked'>, size: number, node: number): number {
  if (walked === 'none') return 0;
  if (walked === 'all') return size;
  if (walked === 'here') return size - node;
  return Math.max(0, Math.min(size, walked));
}

/** The same number of another part of the same kind, or else what that part comes to. */
export function counterpart(plan: Plan, node: number, to: Part): number {
  const from = plan.parts[plan.partOf[node]];
  const k = from.nodes.indexOf(node);
  const like = from.layer === to.layer && from.nodes.length === to.nodes.length;
  return like ? to.nodes[k] : to.nodes[to.nodes.length - 1];
}

/** What to look at when another group is opened: the same place in it, if there is one. */
export function inGroup(plan: Plan, node: number, group: number): number {
  const from = plan.parts[plan.partOf[node]];
  const { first, count } = plan.groups[group];
  const parts = plan.parts.slice(first, first + count);
  const same = parts.find(({ layer, row }) => layer === from.layer && row === from.row);
  return counterpart(plan, node, same ?? parts[0]);
}

/** The weight that a number has to do with: itself, or what its sum multiplies; null for none. */
export function weightOf(record: Unrolled, plan: Plan, node: number): number | null {
  const part = plan.parts[plan.partOf[node]];
  if (part.group === 0) return node;
  if (part.layer !== 'hidden' && part.layer !== 'logits') return null;
  const term = part.terms.indexOf(node);
  const sum = part.sums.indexOf(node);
  const product = part.terms[Math.max(0, term, sum)];
  return record.a[product];
}

/** What a weight is handed: at each pair so far, and in all. */
export interface Account {
  weight: number;
  amounts: readonly (number | null)[];
  holds: number;
}

export function accountOf(
  record: Unrolled,
  plan: Plan,
  node: number,
  walked: number,
  grads: ArrayLike<number>,
): Account | null {
  const weight = weightOf(record, plan, node);
  if (weight === null) return null;
  const pairs = plan.groups.length - 2;
  return {
    weight,
    amounts: handedAt(record, weight, pairs, walked),
    holds: grads[weight],
  };
}
