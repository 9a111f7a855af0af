/** Where one looks at the map from, and how one gets there. No DOM. */
import type { Box } from './whole-tensor.ts';

export interface Camera {
  /** What is in the middle, in units of the map. */
  readonly x: number;
  readonly y: number;
  /** Pixels a unit. */
  readonly k: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A unit is never drawn larger than this, px. */
export const CLOSEST = 96;

/** The whole of a box, as large as it goes, with some room round it. */
export function fitted(
  box: Box,
  { width, height }: Room,
  margin: number,
  closest = CLOSEST,
): Camera {
  const k = Math.min(
    closest,
    Math.max(1, width - 2 * margin) / Math.max(1e-6, box.width),
    Math.max(1, height - 2 * margin) / Math.max(1e-6, box.height),
  );
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, k };
}

/** The point of the map under a point of the picture, px from its corner. */
export const toMap = ({ x, y, k }: Camera, { width, height }: Room, px: number, py: number) => ({
  x: x + (px - width / 2) / k,
  y: y + (py - height / 2) / k,
});

/** The point of the picture over a point of the map. */
export const toPicture = (camera: Camera, { width, height }: Room, x: number, y: number) => ({
  x: (x - camera.x) * camera.k + width / 2,
  y: (y - camera.y) * camera.k + height / 2,
});

/** Nearer by a factor, while the point of the map under (px, py) stays where it is. */
export function nearer(camera: Camera, room: Room, factor: number, px: number, py: number): Camera {
  const under = toMap(camera, room, px, py);
  const k = camera.k * factor;
  return { x: under.x - (px - room.width / 2) / k, y: under.y - (py - room.height / 2) / k, k };
}

/** No farther than the whole map, no nearer than the closest, and never beside the map. */
export function held(camera: Camera, map: Box, room: Room): Camera {
  const least = fitted(map, room, 0).k * 0.9;
  const k = Math.max(least, Math.min(CLOSEST, camera.k));
  const within = (at: number, from: number, long: number, seen: number) => {
    const half = Math.min(seen / k / 2, long / 2);
    return Math.max(from + half, Math.min(from + long - half, at));
  };
  return {
    x: within(camera.x, map.x, map.width, room.width),
    y: within(camera.y, map.y, map.height, room.height),
    k,
  };
}

/** Moved as little as it takes for a box to be seen, `margin` px from the edge. */
export function showing(camera: Camera, room: Room, box: Box, margin: number): Camera {
  const along = (at: number, from: number, long: number, seen: number) => {
    const half = Math.max(0, seen / 2 - margin) / camera.k;
    if (long > 2 * half) return from + long / 2;
    return Math.max(from + long - half, Math.min(from + half, at));
  };
  return {
    ...camera,
    x: along(camera.x, box.x, box.width, room.width),
    y: along(camera.y, box.y, box.height, room.height),
  };
}

/** How much a flight goes out before it goes in. */
const RHO = 1.2;

/**
 * The way between two views along which the map seems to move evenly: far ways go up first and come
 * down again. (van Wijk and Nuij, Smooth and efficient zooming and panning, 2003.)
 */
export function flight(from: Camera, to: Camera, { width }: Room): (share: number) => Camera {
  const [w0, w1] = [width / from.k, width / to.k];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy);
  if (far < 1e-6 * w0) {
    const change = Math.log(w1 / w0);
    return (share) => ({ x: to.x, y: to.y, k: width / (w0 * Math.exp(share * change)) });
  }
  const rho2 = RHO * RHO;
  const slope = (w: number, sign: number) =>
    (w1 * w1 - w0 * w0 + sign * rho2 * rho2 * far * far) / (2 * w * rho2 * far);
  const [b0, b1] = [slope(w0, 1), slope(w1, -1)];
  const r = (b: number) => Math.log(Math.sqrt(b * b + 1) - b);
  const [r0, r1] = [r(b0), r(b1)];
  const long = (r1 - r0) / RHO;
  return (share) => {
    if (share >= 1) return to;
    const s = RHO * share * long + r0;
    const gone = (w0 / rho2) * (Math.cosh(r0) * Math.tanh(s) - Math.sinh(r0));
    return {
      x: from.x + (gone / far) * dx,
      y: from.y + (gone / far) * dy,
      k: (width * Math.cosh(s)) / (w0 * Math.cosh(r0)),
    };
  };
}
