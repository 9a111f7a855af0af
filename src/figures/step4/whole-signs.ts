/** The words of the map: as many as have room, and none over another. */
import { toPicture } from './whole-camera.ts';
import type { View } from './whole-paint.ts';
import type { Lit, Scene } from './whole-scene.ts';
import type { Tensor } from './whole-tensor.ts';

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Sizes of names, px; below this many pixels a unit only parts of the network are named. */
const NAME = 11.5;
const GROUP = 13;
const NAMED = 1.45;

export function paintSigns(
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  lit: Lit | null,
): void {
  const { palette, plan, scale, fonts } = scene;
  const { camera, room } = view;
  const taken: Placed[] = [];
  const put = (
    text: string,
    x: number,
    y: number,
    align: 'left' | 'center' | 'right',
    height: number,
  ): boolean => {
    const width = context.measureText(text).width;
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const box = { x: left - 2, y: y - height * 0.8, width: width + 4, height };
    if (left + width < 0 || left > room.width || y < 0 || y - height > room.height) return false;
    if (taken.some((other) => touch(box, other))) return false;
    taken.push(box);
    context.textAlign = 'left';
    context.fillText(text, left, y);
    return true;
  };
  context.textBaseline = 'alphabetic';

  const group = GROUP * scale;
  plan.groups.forEach(({ x, y, width }, i) => {
    const [long, short] = scene.groups[i];
    const at = toPicture(camera, room, x, y);
    context.font = `600 ${group}px ${fonts.sans}`;
    const text = context.measureText(long).width <= width * camera.k ? long : short;
    context.fillStyle = lit ? palette.ink3 : palette.ink;
    put(text, at.x, at.y - 6.6 * Math.min(camera.k, 4) - 2 * scale, 'left', group);
  });

  const name = NAME * scale;
  const near = camera.k >= NAMED * scale;
  const litIds = lit && new Set([...lit.runs.map(({ tensor }) => tensor), lit.chosen?.tensor]);
  const order = litIds
    ? plan.tensors.toSorted((a, b) => Number(litIds.has(b.id)) - Number(litIds.has(a.id)))
    : plan.tensors;
  for (const tensor of order) {
    const bright = !litIds || litIds.has(tensor.id);
    if (tensor.label === 'none') continue;
    if (!near && !(lit?.chosen && litIds?.has(tensor.id))) continue;
    const [text, shape] = scene.names.get(tensor.id)!;
    const { x, y, align } = signPlace(tensor, view, name);
    context.font = `500 ${name}px ${fonts.mono}`;
    context.fillStyle = bright
      ? palette.tone[tensor.tone as keyof typeof palette.tone]
      : palette.ink3;
    if (!put(text, x, y, align, name) || align === 'right') continue;
    const width = context.measureText(text).width;
    context.font = `400 ${name * 0.92}px ${fonts.sans}`;
    if (
      width + 6 + context.measureText(shape).width <= tensor.width * camera.k + 4 &&
      tensor.label !== 'after'
    ) {
      context.fillStyle = palette.ink3;
      put(shape, x + width + 6, y, 'left', name);
    }
  }

  plan.signs.forEach((sign, i) => {
    const at = toPicture(camera, room, sign.x, sign.y);
    const space = sign.room * camera.k;
    if (sign.kind !== 'head') {
      const size = Math.min(15 * scale, Math.max(space * 0.95, 0));
      if (size < 7) return;
      context.font = `500 ${size}px ${fonts.mono}`;
      context.fillStyle =
        lit && lit.row !== null && lit.row !== sign.of ? palette.ink3 : palette.tone.token;
      if (lit?.row === sign.of) context.fillStyle = palette.accent;
      put(scene.signs[i], at.x, at.y + size * 0.34, 'center', size * 0.8);
      return;
    }
    if (!near) return;
    context.font = `400 ${name}px ${fonts.sans}`;
    context.fillStyle = lit ? palette.ink3 : palette.ink2;
    if (context.measureText(scene.signs[i]).width <= space)
      put(scene.signs[i], at.x, at.y - 1, 'left', name);
    else if (space > 8 * scale) put(String(sign.of + 1), at.x, at.y - 1, 'left', name);
  });
}

const touch = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where a tensor’s name stands, px. */
function signPlace(
  { x, y, width, height, label }: Tensor,
  { camera, room }: View,
  size: number,
): { x: number; y: number; align: 'left' | 'right' } {
  const from = toPicture(camera, room, x, y);
  const to = toPicture(camera, room, x + width, y + height);
  const middle = (from.y + to.y) / 2 + size * 0.34;
  switch (label) {
    case 'under':
      return { x: from.x, y: to.y + size + 1, align: 'left' };
    case 'after':
      return { x: to.x + 5, y: middle, align: 'left' };
    case 'before':
      return { x: from.x - 7, y: middle, align: 'right' };
    default:
      return { x: from.x, y: from.y - 3.5, align: 'left' };
  }
}
