/** Draws the map as it is seen from a camera. */
import { toPicture, type Camera, type Room } from './whole-camera.ts';
import { paintSigns } from './whole-signs.ts';
import { cellText, runBox, type Lit, type Scene } from './whole-scene.ts';
import { boxOf, holds, indexOf, type Box, type Tensor } from './whole-tensor.ts';

/** How strong the ribbons are, and what is not lit while something is. */
const RIBBON = 0.12;
const LINE = 0.24;
const STREAM = 0.15;
const VEIL = 0.76;
/** Cells this large are parted by lines; this wide and high they hold their numbers, px. */
const PARTED = 9;
const WRITTEN = { width: 34, height: 15 };

export interface View {
  camera: Camera;
  room: Room;
  density: number;
}

export function paint(context: CanvasRenderingContext2D, scene: Scene, lit: Lit, view: View): void {
  const { camera, room, density } = view;
  const { plan, palette } = scene;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, room.width, room.height);

  const k = camera.k * density;
  context.setTransform(
    k,
    0,
    0,
    k,
    (room.width / 2 - camera.x * camera.k) * density,
    (room.height / 2 - camera.y * camera.k) * density,
  );
  context.fillStyle = palette.tone.activation;
  context.globalAlpha = STREAM;
  for (const path of scene.streams) context.fill(path);
  for (const { path, flow } of scene.flows) {
    context.fillStyle = palette.tone[flow.tone as keyof typeof palette.tone];
    context.globalAlpha = flow.row === null ? RIBBON : LINE;
    context.fill(path);
  }
  context.globalAlpha = 1;
  const seen = plan.tensors.filter((tensor) => isSeen(tensor, view));
  for (const tensor of seen) tile(context, scene, tensor, view);

  const boxes = lit.runs.flatMap((run) => runBox(plan, run) ?? []);
  const chosen = lit.chosen && plan.byId.get(lit.chosen.tensor);
  const own = chosen && lit.chosen ? boxOf(chosen, lit.chosen.row, lit.chosen.col) : null;
  if (own) boxes.push(own);
  if (boxes.length > 0) {
    context.setTransform(density, 0, 0, density, 0, 0);
    context.globalAlpha = VEIL;
    context.fillStyle = palette.paper;
    context.fillRect(0, 0, room.width, room.height);
    context.globalAlpha = 1;
    context.save();
    context.beginPath();
    for (const box of boxes) context.rect(...onScreen(box, view));
    context.clip();
    const seenLit = new Set([...lit.runs.map(({ tensor }) => tensor), lit.chosen?.tensor]);
    context.setTransform(
      k,
      0,
      0,
      k,
      (room.width / 2 - camera.x * camera.k) * density,
      (room.height / 2 - camera.y * camera.k) * density,
    );
    for (const tensor of seen) if (seenLit.has(tensor.id)) tile(context, scene, tensor, view);
    context.restore();
  }

  context.setTransform(density, 0, 0, density, 0, 0);
  for (const tensor of seen) frame(context, scene, tensor, view, boxes.length > 0);
  if (own && chosen) ties(context, scene, boxes.slice(0, -1), own, view);
  for (const tensor of seen) numbers(context, scene, tensor, view, lit);
  paintSigns(context, scene, view, boxes.length > 0 ? lit : null);
  if (own) {
    const [x, y, width, height] = onScreen(own, view);
    context.strokeStyle = palette.accent;
    context.lineWidth = 2;
    const room_ = Math.max(0, 5 - Math.min(width, height)) / 2;
    context.strokeRect(x - 1 - room_, y - 1 - room_, width + 2 + 2 * room_, height + 2 + 2 * room_);
  }
}

/** A box in pixels of the picture, its edges on whole ones. */
export function onScreen(
  { x, y, width, height }: Box,
  { camera, room }: View,
): [number, number, number, number] {
  const from = toPicture(camera, room, x, y);
  const to = toPicture(camera, room, x + width, y + height);
  return [from.x, from.y, to.x - from.x, to.y - from.y];
}

function isSeen({ x, y, width, height }: Box, { camera, room }: View): boolean {
  const [halfWide, halfTall] = [room.width / 2 / camera.k, room.height / 2 / camera.k];
  return (
    x < camera.x + halfWide &&
    x + width > camera.x - halfWide &&
    y < camera.y + halfTall &&
    y + height > camera.y - halfTall
  );
}

/** Side of a cell, px. */
function cellSize({ width, height, rows, cols }: Tensor, { camera }: View): [number, number] {
  return [(width / cols) * camera.k, (height / rows) * camera.k];
}

function tile(
  context: CanvasRenderingContext2D,
  { tiles, palette }: Scene,
  tensor: Tensor,
  view: View,
): void {
  const picture = tiles.get(tensor.id);
  if (!picture) return;
  const [wide, tall] = cellSize(tensor, view);
  const { x, y, width, height } = tensor;
  if (!tensor.triangle) {
    context.fillStyle = palette.paper;
    context.fillRect(x, y, width, height);
  }
  // Cells smaller than a pixel are averaged; all others keep their edges.
  context.imageSmoothingEnabled = Math.min(wide, tall) * view.density < 1;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, width, height);
}

function frame(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  tensor: Tensor,
  view: View,
  veiled: boolean,
): void {
  const [x, y, width, height] = onScreen(tensor, view);
  const [wide, tall] = cellSize(tensor, view);
  const { rows, cols, triangle } = tensor;
  if (Math.min(wide, tall) >= PARTED) {
    context.strokeStyle = palette.paper;
    context.lineWidth = 1;
    context.beginPath();
    for (let col = 1; col < cols; col++) {
      const at = Math.round(x + col * wide) + 0.5;
      if (at < 0 || at > view.room.width) continue;
      context.moveTo(at, triangle ? y + col * tall : y);
      context.lineTo(at, y + height);
    }
    for (let row = 1; row < rows; row++) {
      const at = Math.round(y + row * tall) + 0.5;
      if (at < 0 || at > view.room.height) continue;
      context.moveTo(x, at);
      context.lineTo(triangle ? x + (row + 1) * wide : x + width, at);
    }
    context.stroke();
  }
  context.strokeStyle = veiled ? palette.hair : palette.rule;
  context.lineWidth = 0.75;
  context.beginPath();
  if (triangle) {
    context.moveTo(x, y);
    for (let row = 0; row < rows; row++) {
      context.lineTo(x + (row + 1) * wide, y + row * tall);
      context.lineTo(x + (row + 1) * wide, y + (row + 1) * tall);
    }
    context.lineTo(x, y + height);
    context.closePath();
  } else context.rect(x, y, width, height);
  context.stroke();
}

/** From what a number is made of to the number. */
function ties(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  boxes: readonly Box[],
  own: Box,
  view: View,
): void {
  const [x, y, width, height] = onScreen(own, view);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.25;
  for (const box of boxes) {
    const [bx, by, bw, bh] = onScreen(box, view);
    context.strokeRect(bx - 0.5, by - 0.5, bw + 1, bh + 1);
    const overlaps = (a: number, b: number, c: number, d: number) => a < d && c < b;
    const level = !overlaps(bx, bx + bw, x, x + width);
    const end = level
      ? { x: bx < x ? x : x + width, y: y + height / 2 }
      : { x: x + width / 2, y: by < y ? y : y + height };
    const start = level
      ? { x: bx < x ? bx + bw : bx, y: by + bh / 2 }
      : { x: bx + bw / 2, y: by < y ? by + bh : by };
    context.beginPath();
    context.moveTo(start.x, start.y);
    if (level) {
      const middle = (start.x + end.x) / 2;
      context.bezierCurveTo(middle, start.y, middle, end.y, end.x, end.y);
    } else {
      const middle = (start.y + end.y) / 2;
      context.bezierCurveTo(start.x, middle, end.x, middle, end.x, end.y);
    }
    context.stroke();
  }
}

function numbers(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tensor: Tensor,
  view: View,
  lit: Lit,
): void {
  const { inks, values, palette, scale, fonts } = scene;
  const [wide, tall] = cellSize(tensor, view);
  if (wide < WRITTEN.width * scale || tall < WRITTEN.height * scale) return;
  const own = values.get(tensor.id);
  const ink = inks.get(tensor.id);
  if (!own || !ink) return;
  const veiled = lit.runs.length > 0 || lit.chosen !== null;
  const bright = (row: number, col: number): boolean =>
    !veiled ||
    (lit.chosen?.tensor === tensor.id && lit.chosen.row === row && lit.chosen.col === col) ||
    lit.runs.some(
      (run) =>
        run.tensor === tensor.id &&
        row >= run.row &&
        row < run.row + run.rows &&
        col >= run.col &&
        col < run.col + run.cols,
    );
  const [x, y] = onScreen(tensor, view);
  const size = Math.min(11.5 * scale, tall * 0.62);
  context.font = `400 ${size}px ${fonts.mono}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const visible = (from: number, step: number, room: number, count: number): [number, number] => [
    Math.max(0, Math.floor(-from / step)),
    Math.min(count, Math.ceil((room - from) / step)),
  ];
  const [firstRow, lastRow] = visible(y, tall, view.room.height, tensor.rows);
  const [firstCol, lastCol] = visible(x, wide, view.room.width, tensor.cols);
  for (let row = firstRow; row < lastRow; row++)
    for (let col = firstCol; col < lastCol; col++) {
      if (!holds(tensor, row, col)) continue;
      const value = own[indexOf(tensor, row, col)];
      const on = bright(row, col);
      context.fillStyle = !on
        ? palette.ink3
        : ink.depth(value) > 0.62
          ? palette.paper
          : palette.ink;
      context.globalAlpha = on ? 1 : 0.55;
      context.fillText(cellText(value), x + (col + 0.5) * wide, y + (row + 0.5) * tall);
    }
  context.globalAlpha = 1;
}
