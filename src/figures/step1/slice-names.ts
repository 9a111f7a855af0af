/** Where the names of slopes stand in a loss slice. No DOM. */
import type { SliceShape } from './slice-shape.ts';
import type { Spot } from './weights-view.ts';

/** A line with a name of so many px. */
export interface Named {
  readonly ends: readonly [Spot, Spot];
  readonly wide: number;
}

/** Height of a name over its baseline and under it, px. */
const [RISE, FALL] = [10, 3];
/** Paper between a name and what is drawn, px. */
const CLEAR = 4;
/** Distance of the places that are tried, px. */
const GRAIN = 3;
/** How much nearer to its own line a far end of it seems than a place at the grip. */
const OUTWARD = 0.05;

/** What a px costs by which a name is too near to what is drawn, or nearer to another line. */
const [CROWDED, STRAYED] = [8, 1];

const missing = (have: number, want: number): number => Math.max(0, want - have);

/** Points so close along a line that no name fits between two. */
const sampled = ([[ax, ay], [bx, by]]: readonly [Spot, Spot]): Spot[] =>
  Array.from({ length: 25 }, (_, i) => [ax + ((bx - ax) * i) / 24, ay + ((by - ay) * i) / 24]);

/** Distance of the nearest point from a name that begins at `spot`, px; 0 within it. */
function clearance([x, y]: Spot, wide: number, points: readonly Spot[]): number {
  let least = Infinity;
  for (const [px, py] of points) {
    const across = Math.max(x - px, px - x - wide, 0);
    const down = Math.max(y - RISE - py, py - y - FALL, 0);
    least = Math.min(least, across * across + down * down);
  }
  return Math.sqrt(least);
}

/** Every place of a name in the box, a few px apart; one at least. */
function places({ box }: SliceShape, wide: number): Spot[] {
  const found: Spot[] = [];
  const right = box.x + Math.max(0, box.width - wide);
  const foot = box.y + Math.max(RISE, box.height - FALL);
  for (let y = foot; y >= box.y + RISE; y -= GRAIN)
    for (let x = box.x; x <= right; x += GRAIN) found.push([x, y]);
  return found;
}

/**
 * Where the names of lines through the grip begin: clear of the curve, the lines, the grip, what
 * leads from it to the right and each other; near their own line, nearer than to another, and
 * rather at an end of it. Null for a name that would lie on something wherever it stood.
 */
export function nameSpots(shape: SliceShape, grip: Spot, lines: readonly Named[]): (Spot | null)[] {
  const ways = lines.map(({ ends }) => sampled(ends));
  const tie = sampled([grip, [shape.box.x + shape.box.width, grip[1]]]);
  const taken: Spot[] = [...shape.points, ...tie];
  return lines.map(({ wide }, k) => {
    const others = ways.flatMap((way, i) => (i === k ? [] : way));
    let chosen: { spot: Spot; cost: number } | null = null;
    for (const spot of places(shape, wide)) {
      const own = clearance(spot, wide, ways[k]);
      const out = Math.hypot(spot[0] + wide / 2 - grip[0], spot[1] - grip[1]);
      const near = own - OUTWARD * out;
      if (chosen !== null && near >= chosen.cost) continue;
      const other = clearance(spot, wide, others);
      const free = Math.min(own, other, clearance(spot, wide, taken));
      if (free === 0) continue;
      const cost = near + CROWDED * missing(free, CLEAR) + STRAYED * missing(other, own + CLEAR);
      if (chosen === null || cost < chosen.cost) chosen = { spot, cost };
    }
    if (chosen === null) return null;
    const { spot } = chosen;
    for (const y of [spot[1] - RISE, spot[1] + FALL])
      taken.push(
        ...sampled([
          [spot[0], y],
          [spot[0] + wide, y],
        ]),
      );
    return spot;
  });
}
