/** What is drawn on the map, made ready: pictures of all tensors, paths, names. */
import type { Messages } from '../../reader/messages.tsx';
import { fixed } from '../../charts/index.ts';
import type { Whole } from './whole-data.ts';
import { inksOf, tileOf, type Ink, type Palette } from './whole-ink.ts';
import type { Run } from './whole-made.ts';
import type { Plan } from './whole-plan.ts';
import type { Edge, Flow } from './whole-sheet.ts';
import { boxOf, type Box, type Cell, type Tensor } from './whole-tensor.ts';

export interface Scene {
  readonly plan: Plan;
  readonly palette: Palette;
  readonly values: Whole['values'];
  readonly tiles: ReadonlyMap<string, HTMLCanvasElement>;
  readonly inks: ReadonlyMap<string, Ink>;
  readonly flows: readonly { readonly path: Path2D; readonly flow: Flow }[];
  readonly streams: readonly Path2D[];
  /** What is written: a tensor’s name and shape, of groups, heads and tokens theirs. */
  readonly names: ReadonlyMap<string, readonly [name: string, shape: string]>;
  readonly signs: readonly string[];
  readonly groups: readonly (readonly [long: string, short: string])[];
  readonly relu: string;
  readonly scale: number;
  readonly fonts: { readonly mono: string; readonly sans: string };
}

/** What the reader has pointed at. */
export interface Lit {
  readonly chosen: Cell | null;
  readonly runs: readonly Run[];
  /** The position whose rows are lit, if it is one. */
  readonly row: number | null;
}

const two = fixed(2);

/** A number as it fits into a cell. */
export const cellText = (value: number): string => two(value);

/** Where a run of cells is. */
export function runBox(plan: Plan, { tensor: id, row, col, rows, cols }: Run): Box | null {
  const tensor = plan.byId.get(id);
  if (!tensor) return null;
  const first = boxOf(tensor, row, col);
  return { ...first, width: first.width * cols, height: first.height * rows };
}

/** Where a ribbon bends, as a share of its way. */
const BEND = 0.5;
const WAYS: Record<Edge['way'], readonly [number, number]> = {
  right: [1, 0],
  left: [-1, 0],
  down: [0, 1],
  up: [0, -1],
};

function bank(path: Path2D, out: Edge, into: Edge, side: 'from' | 'to', back: boolean): void {
  const [a, b] = [out[side], into[side]];
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]) * BEND;
  const [u, v] = [WAYS[out.way], WAYS[into.way]];
  const near = [a[0] + u[0] * long, a[1] + u[1] * long] as const;
  const far = [b[0] - v[0] * long, b[1] - v[1] * long] as const;
  if (back) path.bezierCurveTo(far[0], far[1], near[0], near[1], a[0], a[1]);
  else path.bezierCurveTo(near[0], near[1], far[0], far[1], b[0], b[1]);
}

function ribbon({ out, into }: Flow): Path2D {
  const path = new Path2D();
  // A ribbon that turns a corner must not cross itself.
  const crossed = isLevel(out.way) !== isLevel(into.way) && turnsBack(out, into);
  const end = crossed ? { ...into, from: into.to, to: into.from } : into;
  path.moveTo(...out.from);
  bank(path, out, end, 'from', false);
  path.lineTo(...end.to);
  bank(path, out, end, 'to', true);
  path.closePath();
  return path;
}

const isLevel = (way: Edge['way']): boolean => way === 'right' || way === 'left';
const turnsBack = (out: Edge, into: Edge): boolean =>
  (out.way === 'right') === (into.way === 'down');

/** From the end of a line of the map down and back to the next. */
function turned(plan: Plan, of: Plan['returns'][number]): Path2D {
  const high = plan.streams[0].height;
  const [[x, y], [toX, toY]] = [of.from, of.to];
  const [thin, reach] = [1.1, 5];
  const [a, b] = [y + high / 2, toY + high / 2];
  const path = new Path2D();
  const right = x + reach;
  const left = toX - reach;
  path.moveTo(x, y);
  path.bezierCurveTo(right + thin, y, right + thin, a, right + thin, a + 4);
  path.lineTo(right + thin, of.turn - 3 + thin);
  path.quadraticCurveTo(right + thin, of.turn + thin, right - 3, of.turn + thin);
  path.lineTo(left + 3, of.turn + thin);
  path.quadraticCurveTo(left + thin, of.turn + thin, left + thin, of.turn + 3 + thin);
  path.lineTo(left + thin, toY - 3);
  path.bezierCurveTo(left + thin, toY, toX - 3, toY, toX, toY);
  path.lineTo(toX, toY + high);
  path.bezierCurveTo(left - thin, toY + high, left - thin, b, left - thin, b - 4);
  path.lineTo(left - thin, of.turn + 3 - thin);
  path.quadraticCurveTo(left - thin, of.turn - thin, left + 3, of.turn - thin);
  path.lineTo(right - 3, of.turn - thin);
  path.quadraticCurveTo(right - thin, of.turn - thin, right - thin, of.turn - 3);
  path.lineTo(right - thin, y + high + 3);
  path.bezierCurveTo(right - thin, y + high, x + 3, y + high, x, y + high);
  path.closePath();
  return path;
}

function streamPath({ x, y, width, height }: Box): Path2D {
  const path = new Path2D();
  path.rect(x, y, width, height);
  return path;
}

export interface Ready {
  plan: Plan;
  known: Whole;
  palette: Palette;
  words: Messages;
  scale: number;
  fonts: Scene['fonts'];
  /** Pictures that can be drawn over. */
  old: Map<string, HTMLCanvasElement>;
}

const shapeOf = ({ rows, cols, turned: t }: Tensor): string =>
  t ? `${cols} × ${rows}` : `${rows} × ${cols}`;

export function sceneOf({ plan, known, palette, words, scale, fonts, old }: Ready): Scene {
  const { values, symbols } = known;
  const inks = inksOf(plan.tensors, values, palette);
  const { layers, tokens, targets } = plan.sizes;
  for (const tensor of plan.tensors) {
    const numbers = values.get(tensor.id);
    if (numbers)
      old.set(tensor.id, tileOf(tensor, numbers, inks.get(tensor.id)!, old.get(tensor.id)));
  }
  return {
    plan,
    palette,
    values,
    tiles: old,
    inks,
    flows: plan.flows.map((flow) => ({ flow, path: ribbon(flow) })),
    streams: [...plan.streams.map(streamPath), ...plan.returns.map((each) => turned(plan, each))],
    names: new Map(
      plan.tensors.map((tensor) => [
        tensor.id,
        [words.text(`names.${nameKey(tensor)}`), shapeOf(tensor)],
      ]),
    ),
    signs: plan.signs.map(({ kind, of }) =>
      kind === 'head'
        ? words.text('head', { head: of + 1 })
        : symbols[(kind === 'token' ? tokens : targets)[of]],
    ),
    groups: plan.groups.map(({ kind, layer }) => [
      words.text(`groups.${kind}`, { layer: layer + 1, layers }),
      words.text(`groupsShort.${kind}`, { layer: layer + 1, layers }),
    ]),
    relu: words.text('relu'),
    scale,
    fonts,
  };
}

/** Dots part keys of messages. */
export const nameKey = ({ part }: Tensor): string => part.replace('.', '-');
