/** What the map shows at each beat, and how a cursor goes over it. No DOM. */
import type { Whole } from './whole-data.ts';
import { around, type Plan } from './whole-plan.ts';
import { holds, type Box, type Cell, type Tensor } from './whole-tensor.ts';

/** What is looked at: the whole, the maps of a layer’s heads, an MLP, the answer, a tensor. */
export type Focus = 'whole' | 'maps' | 'mlp' | 'answer' | { readonly tensor: string };

export interface View {
  readonly focus: Focus;
  /** The number in hand: a cell, or one that the reading itself picks out. */
  readonly chosen: Cell | 'weight' | 'unit' | 'answer' | null;
  /** Numbers that were in hand before, the last last. */
  readonly walked: readonly Cell[];
  /** The position whose rows are lit while no number is in hand. */
  readonly row: number | 'last' | null;
  readonly step: number | 'end';
}

const WHOLE: View = { focus: 'whole', chosen: null, walked: [], row: null, step: 'end' };

export const BEATS: readonly View[] = [
  WHOLE,
  { ...WHOLE, row: 'last' },
  { ...WHOLE, focus: 'maps', chosen: 'weight' },
  { ...WHOLE, focus: 'mlp', chosen: 'unit' },
  { ...WHOLE, focus: 'answer', chosen: 'answer' },
];

/** The largest of a row of a tensor, as a cell. */
function most(known: Whole, tensor: string, row: number, cols: number, count = cols): Cell {
  const values = known.values.get(tensor) ?? [];
  let col = 0;
  for (let j = 1; j < count; j++) if (values[row * cols + j] > values[row * cols + col]) col = j;
  return { tensor, row, col };
}

/** Of the heads of the first layer, the largest weight that the last letter gives. */
export function mostWeighed(known: Whole): Cell {
  const { heads, positions } = known.sizes;
  const row = positions - 1;
  const best = Array.from({ length: heads }, (_, head) =>
    most(known, `layer0.head${head}.weight`, row, positions),
  );
  const weight = ({ tensor, col }: Cell) => known.values.get(tensor)?.[row * positions + col] ?? 0;
  return best.reduce((top, each) => (weight(each) > weight(top) ? each : top));
}

/** The hidden unit of the first layer that the last letter wakes most. */
export const mostAwake = (known: Whole): Cell =>
  most(known, 'layer0.mlp.a', known.sizes.positions - 1, 4 * known.sizes.embd);

/** What the network gives to what comes after the last letter. */
export function lastAnswer({ sizes: { positions, targets } }: Whole): Cell {
  return { tensor: 'prob', row: positions - 1, col: targets[positions - 1] };
}

/** The number in hand; null if there is none, or none such on this map. */
export function chosenOf(chosen: View['chosen'], plan: Plan, known: Whole): Cell | null {
  if (chosen === null) return null;
  if (chosen === 'weight') return mostWeighed(known);
  if (chosen === 'unit') return mostAwake(known);
  if (chosen === 'answer') return lastAnswer(known);
  const tensor = plan.byId.get(chosen.tensor);
  return tensor && holds(tensor, chosen.row, chosen.col) ? chosen : null;
}

/** What a focus takes in. */
export function focusBox(focus: Focus, plan: Plan): Box {
  const parts = (test: (tensor: Tensor) => boolean): Box => {
    const found = plan.tensors.filter(test);
    return found.length > 0 ? around(found) : plan;
  };
  if (typeof focus === 'object') return plan.byId.get(focus.tensor) ?? plan;
  switch (focus) {
    case 'maps':
      return parts(
        ({ layer, part }) =>
          layer === 0 &&
          (part === 'q' ||
            part === 'k' ||
            part === 'v' ||
            part === 'weight' ||
            part === 'score' ||
            part === 'found'),
      );
    case 'mlp':
      return parts(
        ({ layer, part }) => layer === 0 && (part.startsWith('mlp') || part === 'norm2.out'),
      );
    case 'answer':
      return parts(
        ({ part }) => part === 'logits' || part === 'prob' || part === 'loss' || part === 'lm_head',
      );
    default:
      return plan;
  }
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const MOVES: Record<Direction, readonly [row: number, col: number]> = {
  left: [0, -1],
  right: [0, 1],
  up: [-1, 0],
  down: [1, 0],
};

/** A move across the way counts more than one along it. */
const ASIDE = 2.5;

/** The next cell in a direction: in the same tensor, or at its edge in the nearest one beyond. */
export function stepped(plan: Plan, cell: Cell, direction: Direction): Cell {
  const tensor = plan.byId.get(cell.tensor)!;
  const [dRow, dCol] = MOVES[direction];
  const [row, col] = [cell.row + dRow, cell.col + dCol];
  if (holds(tensor, row, col)) return { tensor: cell.tensor, row, col };
  const x = tensor.x + ((cell.col + 0.5) * tensor.width) / tensor.cols;
  const y = tensor.y + ((cell.row + 0.5) * tensor.height) / tensor.rows;
  let best: Cell = cell;
  let least = Infinity;
  for (const other of plan.tensors) {
    if (other === tensor) continue;
    const near = nearest(other, x, y);
    const [dx, dy] = [near.x - x, near.y - y];
    const along = dx * dCol + dy * dRow;
    if (along <= 1e-6) continue;
    const far = along + ASIDE * Math.abs(dx * dRow + dy * dCol);
    if (far < least) {
      least = far;
      best = near.cell;
    }
  }
  return best;
}

/** The cell of a tensor that is nearest to a point, and where its middle is. */
function nearest(tensor: Tensor, x: number, y: number): { cell: Cell; x: number; y: number } {
  const { id, rows, cols, width, height, triangle } = tensor;
  const hold = (at: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(at)));
  const row = hold(((y - tensor.y) / height) * rows, rows);
  const col = hold(((x - tensor.x) / width) * cols, triangle ? row + 1 : cols);
  return {
    cell: { tensor: id, row, col },
    x: tensor.x + ((col + 0.5) * width) / cols,
    y: tensor.y + ((row + 0.5) * height) / rows,
  };
}
