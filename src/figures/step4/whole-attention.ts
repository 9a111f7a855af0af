/** Attention, laid out from where the stream enters: a map of scores and of weights for each head. No DOM. */
import { APART, NAMED, readStream, spaceOf, streamHeight, strip, turned } from './whole-modules.ts';
import { flow, put, sheetOf, side, type Sheet, type Sizes } from './whole-sheet.ts';
import type { Tensor } from './whole-tensor.ts';

/** Maps of all heads side by side are at most so high; a cell of one at most so large. */
const MAPS = 20;
const MAP_CELL = 2.6;

/** How the maps of so many heads stand in a room: the largest cell that fits. */
function mapsOf(heads: number, positions: number, room: number, gap: number) {
  let best = { across: 1, down: heads, cell: 0 };
  for (let across = 1; across <= heads; across++) {
    const down = Math.ceil(heads / across);
    const cell = Math.min(
      MAP_CELL,
      (room - (across - 1) * gap) / (across * positions),
      (MAPS - (down - 1) * gap) / (down * positions),
    );
    if (cell > best.cell + 1e-9) best = { across, down, cell };
  }
  return best;
}

export function attentionSheet(sizes: Sizes, layer: number, group: number): Sheet {
  const { positions, embd, heads, postNorm } = sizes;
  const sheet = sheetOf('attention', layer, group);
  const gap = spaceOf(sizes);
  const high = streamHeight(positions);
  const size = embd / heads;
  if (layer === 0) strip(sheet, sizes, { part: 'x0', layer: -1, x: 0, y: 0, label: 'over' });
  const { norm, reads, left } = readStream(sheet, sizes, postNorm ? 'in1' : 'norm1.out');
  const parts = [
    ['q', 'query', 'attn_wq'],
    ['k', 'key', 'attn_wk'],
    ['v', 'value', 'attn_wv'],
  ] as const;
  const [q, k, v] = parts.map(([part, tone, matrix], i) => {
    const made = strip(sheet, sizes, { part, tone, x: left + i * (embd + 5 * gap), y: reads });
    turned(sheet, matrix, made, embd, embd, 'over');
    return made;
  });
  flow(sheet, side(norm, 'right', 'right'), side(q, 'right', 'left'), 'activation');
  for (const [from, to] of [
    [q, k],
    [k, v],
  ])
    flow(sheet, side(from, 'right', 'right'), side(to, 'right', 'left'), 'activation');

  const room = v.x + embd - left;
  const space = 3 * gap;
  const { across, down, cell } = mapsOf(heads, positions, room, space);
  const wide = cell * positions;
  const start = left + (room - across * wide - (across - 1) * space) / 2;
  const tall = down * wide + (down - 1) * space;
  const scores = reads + high + APART + NAMED + 1;
  const weights = scores + tall + APART;
  const finds = weights + tall + APART + 1;
  const joined = left + (room - embd) / 2;
  const map = (part: 'score' | 'weight', head: number, y: number): Tensor =>
    put(sheet, {
      part,
      head,
      tone: part === 'score' ? 'activation' : 'probability',
      rows: positions,
      cols: positions,
      triangle: true,
      label: head === 0 ? 'before' : 'none',
      x: start + (head % across) * (wide + space),
      y: y + Math.floor(head / across) * (wide + space),
      width: wide,
      height: wide,
    });
  const right = left + room + 9 * gap;
  for (let head = 0; head < heads; head++) {
    const [a, b] = [head / heads, (head + 1) / heads];
    const score = map('score', head, scores);
    const weight = map('weight', head, weights);
    sheet.signs.push({
      x: score.x,
      y: score.y - 1,
      align: 'left',
      kind: 'head',
      of: head,
      room: wide + space,
    });
    const found = strip(sheet, sizes, {
      part: 'found',
      head,
      tone: 'value',
      cols: size,
      x: joined + head * size,
      y: finds,
      width: size,
      label: head === 0 ? 'before' : 'none',
    });
    flow(sheet, side(q, 'down', 'bottom', a, b), side(score, 'down', 'top', 0, 0.5), 'query');
    flow(sheet, side(k, 'down', 'bottom', a, b), side(score, 'down', 'top', 0.5, 1), 'key');
    flow(sheet, side(score, 'down', 'bottom'), side(weight, 'down', 'top'), 'activation');
    flow(sheet, side(weight, 'down', 'bottom'), side(found, 'down', 'top'), 'probability');
  }
  const found = { x: joined, y: finds, width: embd, height: high };
  flow(sheet, side(v, 'down', 'bottom'), side(found, 'down', 'top'), 'value');

  const attn = strip(sheet, sizes, { part: 'attn', x: right, y: high + APART, label: 'over' });
  const wo = turned(sheet, 'attn_wo', attn, embd, embd, 'under');
  flow(sheet, side(found, 'right', 'right'), side(wo, 'up', 'bottom'), 'value');
  const middle = strip(sheet, sizes, { part: 'middle', x: right, y: 0, label: 'over' });
  flow(sheet, side(attn, 'up', 'top'), side(middle, 'up', 'bottom'), 'activation');
  sheet.stream = { from: 0, to: sheet.width };
  return sheet;
}
