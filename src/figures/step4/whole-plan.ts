/** The whole network on one sheet: its parts in lines, as words of a text are. No DOM. */
import { attentionSheet } from './whole-attention.ts';
import { answerSheet, embeddingSheet, mlpSheet, streamHeight } from './whole-modules.ts';
import type { Edge, Flow, Sheet, Sign, Sizes } from './whole-sheet.ts';
import type { Box, Cell, Tensor } from './whole-tensor.ts';

/** A part of the network, with its name over it. */
export interface Group extends Box {
  readonly kind: Sheet['kind'];
  readonly layer: number;
  readonly line: number;
}

export interface Plan extends Box {
  readonly sizes: Sizes;
  readonly tensors: readonly Tensor[];
  readonly byId: ReadonlyMap<string, Tensor>;
  readonly groups: readonly Group[];
  readonly flows: readonly Flow[];
  readonly signs: readonly Sign[];
  /** The residual stream, line by line. */
  readonly streams: readonly Box[];
  /** From the end of a line to the beginning of the next. */
  readonly returns: readonly {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly turn: number;
  }[];
}

/** Between parts, over each line, under it, and at both ends, units. */
const BETWEEN = 7;
const OVER = 15;
const UNDER = 11;
const END = 7;
/** A layer that is cut in two is worth so much less. */
const CUT = 0.94;

interface Line {
  readonly sheets: readonly Sheet[];
  readonly width: number;
  readonly height: number;
}

const widthOf = (sheets: readonly Sheet[]): number =>
  sheets.reduce((sum, { width }) => sum + width, (sheets.length - 1) * BETWEEN);

const lineOf = (sheets: readonly Sheet[]): Line => ({
  sheets,
  width: widthOf(sheets),
  height: Math.max(...sheets.map(({ height }) => height)),
});

/** Lines not wider than a measure, filled from the first. */
function filled(sheets: readonly Sheet[], measure: number): Line[] {
  const lines: Line[] = [];
  let open: Sheet[] = [];
  for (const sheet of sheets) {
    if (open.length > 0 && widthOf([...open, sheet]) > measure) {
      lines.push(lineOf(open));
      open = [];
    }
    open.push(sheet);
  }
  return [...lines, lineOf(open)];
}

const total = (lines: readonly Line[]): { width: number; height: number } => ({
  width: Math.max(...lines.map(({ width }) => width)) + 2 * END,
  height: lines.reduce((sum, { height }) => sum + height + OVER + UNDER, 0),
});

/** How large the map can be drawn in a room; less if lines part what belongs together. */
function worth(lines: readonly Line[], room: { width: number; height: number }): number {
  const { width, height } = total(lines);
  const cuts = lines.slice(0, -1).filter(({ sheets }) => sheets.at(-1)!.kind === 'attention');
  return Math.min(room.width / width, room.height / height) * CUT ** Math.min(2, cuts.length);
}

/** The parts of a network, in the order in which the stream passes them. */
function sheetsOf(sizes: Sizes): Sheet[] {
  const sheets = [embeddingSheet(sizes, 0)];
  for (let layer = 0; layer < sizes.layers; layer++) {
    sheets.push(attentionSheet(sizes, layer, sheets.length));
    sheets.push(mlpSheet(sizes, layer, sheets.length));
  }
  return [...sheets, answerSheet(sizes, sheets.length)];
}

/** Lays a network out for a room, px. */
export function planOf(sizes: Sizes, room: { width: number; height: number }): Plan {
  const sheets = sheetsOf(sizes);
  const measures = sheets.flatMap((_, i) =>
    sheets.slice(i).map((__, n) => widthOf(sheets.slice(i, i + n + 1))),
  );
  const lines = measures
    .map((measure) => filled(sheets, measure))
    .reduce((best, each) => (worth(each, room) > worth(best, room) + 1e-9 ? each : best));
  return placed(sizes, lines);
}

function placed(sizes: Sizes, lines: readonly Line[]): Plan {
  const high = streamHeight(sizes.positions);
  const { width, height } = total(lines);
  const tensors: Tensor[] = [];
  const groups: Group[] = [];
  const flows: Flow[] = [];
  const signs: Sign[] = [];
  const streams: Box[] = [];
  const returns: Plan['returns'][number][] = [];
  let y = OVER;
  lines.forEach((line, n) => {
    let x = END;
    let [from, to] = [Infinity, 0];
    for (const sheet of line.sheets) {
      tensors.push(
        ...sheet.tensors.map((tensor) => ({ ...tensor, x: tensor.x + x, y: tensor.y + y })),
      );
      flows.push(...sheet.flows.map((flow) => moved(flow, x, y)));
      signs.push(...sheet.signs.map((sign) => ({ ...sign, x: sign.x + x, y: sign.y + y })));
      groups.push({
        kind: sheet.kind,
        layer: sheet.layer,
        line: n,
        x,
        y,
        width: sheet.width,
        height: sheet.height,
      });
      from = Math.min(from, x + sheet.stream.from);
      to = Math.max(to, x + sheet.stream.to);
      x += sheet.width + BETWEEN;
    }
    streams.push({ x: from, y, width: to - from, height: high });
    const turn = y + line.height + UNDER * 0.62;
    y += line.height + OVER + UNDER;
    if (n < lines.length - 1)
      returns.push({ from: [to, y - line.height - OVER - UNDER], to: [END, y], turn });
  });
  return {
    x: 0,
    y: 0,
    width,
    height,
    sizes,
    tensors,
    byId: new Map(tensors.map((tensor) => [tensor.id, tensor])),
    groups,
    flows,
    signs,
    streams,
    returns,
  };
}

const moved = ({ out, into, ...rest }: Flow, dx: number, dy: number): Flow => {
  const edge = ({ from, to, way }: Edge): Edge => ({
    from: [from[0] + dx, from[1] + dy],
    to: [to[0] + dx, to[1] + dy],
    way,
  });
  return { ...rest, out: edge(out), into: edge(into) };
};

/** What of the map is under a point; null between the tensors. */
export function cellUnder({ tensors }: Plan, x: number, y: number): Cell | null {
  for (const tensor of tensors) {
    if (x < tensor.x || y < tensor.y) continue;
    if (x >= tensor.x + tensor.width || y >= tensor.y + tensor.height) continue;
    const row = Math.floor(((y - tensor.y) / tensor.height) * tensor.rows);
    const col = Math.floor(((x - tensor.x) / tensor.width) * tensor.cols);
    if (tensor.triangle && col > row) return null;
    return { tensor: tensor.id, row, col };
  }
  return null;
}

/** The smallest box round some boxes. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
