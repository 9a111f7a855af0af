/** What the numbers of a record are called. No DOM. */
import { MINUS } from '../../charts/index.ts';
import { parse } from '../../engine/explain/address.ts';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import type { Group, Part, Plan } from './unroll-plan.ts';

/** Three significant figures, in eight characters or so. */
export function short(value: number): string {
  const size = Math.abs(value);
  const exact = size >= 1e4 || size < 1e-3 || !Number.isFinite(value);
  return amount(exact ? Number(value.toPrecision(2)) : Number(value.toPrecision(3)));
}

/** What names are made of. */
export interface Naming {
  words: Messages;
  /** What is written for each token of the text, boundaries included. */
  labels: readonly string[];
  /** What is written for each token of the vocabulary. */
  vocabulary: readonly string[];
}

/** `l i`: the two tokens of a pair. */
export const pairOf = ({ labels }: Naming, position: number): [string, string] => [
  labels[position] ?? '',
  labels[position + 1] ?? '',
];

export function groupName(naming: Naming, { kind, position }: Group): string {
  if (kind !== 'pair') return naming.words.text(`group.${kind}`);
  const [from, to] = pairOf(naming, position);
  return naming.words.text('group.pair', { from, to });
}

export const partName = ({ words, vocabulary }: Naming, { layer, row }: Part): string =>
  words.text(`part.${layer}`, { row, token: vocabulary[row] ?? String(row) });

/** A number's operation in one sign, for its box. */
export function signOf({ kinds, kind, b, da }: Unrolled, i: number): string {
  const { op } = kinds[kind[i]];
  switch (op) {
    case 'mul':
      if (b[i] >= 0) return '×';
      return da[i] === -1 ? MINUS : '×';
    case 'add':
      return b[i] >= 0 ? '+' : MINUS;
    case 'pow':
      return '1/x';
    case 'log':
      return 'ln';
    case 'exp':
      return 'e';
    case 'leaf':
      return '';
    default:
      return op;
  }
}

/** A number's name among its like: `multiply 12`, `relu`, `fc1[29][12]`. */
export function nodeName({ words, vocabulary }: Naming, record: Unrolled, plan: Plan, i: number) {
  const part = plan.parts[plan.partOf[i]];
  const { part: name, op } = record.kinds[record.kind[i]];
  const [row, term] = [record.row[i], record.term[i]];
  const token = vocabulary[row] ?? String(row);
  if (op === 'leaf') return `${name.replace('mlp_', '')}[${row}][${term}]`;
  const last = part.sums[part.sums.length - 1] === i;
  if (part.layer === 'hidden' || part.layer === 'logits') {
    const at = part.tail.includes(i) ? 'tail' : op === 'mul' ? 'term' : last ? 'whole' : 'sum';
    return words.text(`node.${part.layer}.${at}`, { row, token, op, term: Math.max(0, term) });
  }
  const key = name === 'loss' && record.position[i] < 0 ? 'mean' : name.replace('.', '-');
  return words.text(`node.other.${key}`, { row, token });
}

/** A number's address, as links and questions name it: `pos2.mlp.h[12].product[5]`. */
export function idOf({ kinds, kind, position, row, term }: Unrolled, i: number): string {
  const { part, step } = kinds[kind[i]];
  const at = position[i] < 0 ? '' : `pos${position[i]}.`;
  const within = row[i] < 0 ? '' : `[${row[i]}]`;
  const which = step ? `.${step}[${term[i]}]` : term[i] < 0 ? '' : `[${term[i]}]`;
  return `${at}${part}${within}${which}`;
}

/** The place of a number by its address; −1 if the record has none of that name. */
export function placeOf({ kinds, kind, position, row, term }: Unrolled, id: string): number {
  const asked = parse(id);
  const wanted = Math.max(asked.col, asked.term);
  for (let i = kind.length - 1; i >= 0; i--) {
    if (position[i] !== asked.position || row[i] !== asked.row || term[i] !== wanted) continue;
    const { part, step } = kinds[kind[i]];
    if (part === asked.part && step === asked.step) return i;
  }
  return -1;
}
