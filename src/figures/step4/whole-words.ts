import type { ReactNode } from 'react';
import { fixed, integer, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { short } from '../step2/unroll-names.ts';
import type { Whole } from './whole-data.ts';
import type { Plan } from './whole-plan.ts';
import { nameKey } from './whole-scene.ts';
import { holds, indexOf, type Cell, type Tensor } from './whole-tensor.ts';

const three = fixed(3);
const grouped = integer();

/** What names are made of. */
export interface Naming {
  readonly words: Messages;
  readonly plan: Plan;
  readonly known: Whole;
}

const nameOf = (words: Messages, tensor: Tensor): string => words.text(`names.${nameKey(tensor)}`);

/** A position’s letter; with its place where the text has the letter twice. */
export function letterAt(
  { plan, known }: Pick<Naming, 'plan' | 'known'>,
  position: number,
): string {
  const { tokens } = plan.sizes;
  const token = tokens[position];
  const letter = known.symbols[token] ?? '';
  return tokens.filter((other) => other === token).length > 1
    ? `${letter} (${position + 1})`
    : letter;
}

/** `q[3] of a`, `wte[m][5]`, `weight of head 2, a at m`. */
export function cellName(naming: Naming, { tensor: id, row, col }: Cell): string {
  const { words, plan, known } = naming;
  const tensor = plan.byId.get(id);
  if (!tensor) return '';
  const name = nameOf(words, tensor);
  const { part, layer, head, parameters, turned, triangle } = tensor;
  const letter = () => letterAt(naming, row);
  const inLayer =
    plan.sizes.layers > 1 && layer >= 0 ? words.text('inLayer', { layer: layer + 1 }) : '';
  const said = (() => {
    if (parameters) {
      const [i, j] = turned ? [col, row] : [row, col];
      const first = part === 'wte' || part === 'lm_head' ? known.symbols[i] : String(i);
      return `${name}[${first}][${j}]`;
    }
    if (part === 'loss') return words.text('cell.loss', { letter: letter() });
    if (part === 'logits' || part === 'prob')
      return words.text('cell.token', { name, next: known.symbols[col], letter: letter() });
    if (triangle)
      return words.text('cell.map', {
        name,
        head: head + 1,
        asks: letter(),
        seen: letterAt(naming, col),
      });
    const at = head < 0 ? col : head * (plan.sizes.embd / plan.sizes.heads) + col;
    return words.text('cell.vector', { name: `${name}[${at}]`, letter: letter() });
  })();
  return said + inLayer;
}

/** The number of a cell; NaN where there is none. */
export function valueAt(
  { plan, known }: Pick<Naming, 'plan' | 'known'>,
  { tensor: id, row, col }: Cell,
): number {
  const tensor = plan.byId.get(id);
  if (!tensor || !holds(tensor, row, col)) return NaN;
  return known.values.get(id)?.[indexOf(tensor, row, col)] ?? NaN;
}

/** A tensor among all, as a list has it. */
export function tensorName(
  { words, plan }: Pick<Naming, 'words' | 'plan'>,
  tensor: Tensor,
): string {
  const { head, rows, cols, turned } = tensor;
  const shape = turned ? `${cols} × ${rows}` : `${rows} × ${cols}`;
  const own = nameOf(words, tensor);
  return words.text('listed', {
    name:
      head < 0 || plan.sizes.heads === 1
        ? own
        : words.text('ofHead', { name: own, head: head + 1 }),
    about: words.text(`about.${nameKey(tensor)}`),
    shape,
  });
}

export const groupName = (
  { words, plan }: Pick<Naming, 'words' | 'plan'>,
  group: number,
): string => {
  const { kind, layer } = plan.groups[group];
  return words.text(`groups.${kind}`, { layer: layer + 1, layers: plan.sizes.layers });
};

export interface Saying extends Naming {
  readonly name: string;
  readonly step: number;
  readonly steps: number;
  readonly chosen: Cell | null;
  readonly row: number | null;
}

/** What is on the map, in one sentence. */
export function wholeSentence(saying: Saying): ReactNode {
  const { words, plan, known, name, step, steps, chosen, row } = saying;
  if (chosen) {
    const tensor = plan.byId.get(chosen.tensor)!;
    return words.say('said.cell', {
      name: cellName(saying, chosen),
      value: short(valueAt(saying, chosen)),
      about: words.text(`about.${nameKey(tensor)}`),
    });
  }
  if (row !== null) return words.say('said.row', { letter: letterAt(saying, row), seen: row + 1 });
  return words.say(step < steps ? 'said.step' : 'said.whole', {
    name,
    step,
    made: grouped(known.made),
    parameters: grouped(known.parameters),
    nats: three(known.loss),
  });
}

/** The tensor in hand, number by number; or all tensors. */
export function wholeTable(saying: Saying): Omit<DataTableProps, 'height'> {
  const { words, plan, known, chosen } = saying;
  const tensor = chosen && plan.byId.get(chosen.tensor);
  if (!tensor) {
    return {
      caption: words.text('tableAll'),
      limit: 400,
      columns: (['tensor', 'part', 'least', 'most'] as const).map((key) => ({
        key,
        label: words.text(`columns.${key}`),
        numeric: key === 'least' || key === 'most',
      })),
      rows: plan.tensors.map((each) => {
        const values = Array.from(known.values.get(each.id) ?? []);
        return [
          tensorName(saying, each),
          groupName(saying, each.group),
          short(Math.min(...values)),
          short(Math.max(...values)),
        ];
      }),
    };
  }
  const { rows, cols } = tensor;
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  return {
    caption: tensorName(saying, tensor),
    columns: [
      { key: 'row', label: '' },
      ...range(cols).map((col) => ({
        key: String(col),
        label: headOf(saying, tensor, col, 'col'),
        numeric: true,
      })),
    ],
    rows: range(rows).map((row) => [
      headOf(saying, tensor, row, 'row'),
      ...range(cols).map((col) =>
        holds(tensor, row, col) ? short(valueAt(saying, { tensor: tensor.id, row, col })) : '',
      ),
    ]),
    selected: chosen.row,
  };
}

/** What a row or a column of a tensor is of. */
function headOf(naming: Naming, tensor: Tensor, at: number, side: 'row' | 'col'): string {
  const { known } = naming;
  const { part, parameters, triangle } = tensor;
  const tokens =
    part === 'wte'
      ? 'row'
      : part === 'lm_head' || part === 'logits' || part === 'prob'
        ? 'col'
        : null;
  if (tokens === side) return known.symbols[at] ?? '';
  if (!parameters && (side === 'row' || triangle)) return letterAt(naming, at);
  return String(at);
}
