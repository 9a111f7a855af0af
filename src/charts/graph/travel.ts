/** Where a key leads in a graph. */
import type { GraphLayout, PlacedBox } from './layout.ts';

/** The cursor, and where it came from, so that one key undoes the other. */
export interface GraphPlace {
  id: string;
  from?: string;
}

const KEYS = {
  right: { ArrowLeft: 'in', ArrowRight: 'out', ArrowUp: -1, ArrowDown: 1 },
  down: { ArrowUp: 'in', ArrowDown: 'out', ArrowLeft: -1, ArrowRight: 1 },
} as const;

const isArrow = (key: string): key is keyof typeof KEYS.right => key in KEYS.right;

/** The place a key leads to, or null for a key that does not move. At an end the cursor stays. */
export function graphTravel(at: GraphLayout, place: GraphPlace, key: string): GraphPlace | null {
  if (key === 'Home' || key === 'End') {
    const end = at.boxes[key === 'Home' ? 0 : at.boxes.length - 1];
    return end ? { id: end.id } : null;
  }
  if (!isArrow(key)) return null;
  const move = KEYS[at.direction][key];
  if (typeof move === 'number') {
    const here = at.boxes.find((box) => box.id === place.id);
    const siblings = at.boxes.filter((box) => box.layer === here?.layer);
    const next: PlacedBox | undefined = siblings[(here?.rank ?? 0) + move];
    return next ? { id: next.id } : place;
  }
  const near = neighbours(at, place.id)[move === 'in' ? 'inputs' : 'outputs'];
  if (near.length === 0) return place;
  const back = place.from !== undefined && near.includes(place.from);
  return { id: back && place.from !== undefined ? place.from : near[0], from: place.id };
}

/** Ids a node is joined to, each once, in the order of its edges. */
export function neighbours(at: GraphLayout, id: string): { inputs: string[]; outputs: string[] } {
  const links = at.links.toSorted((a, b) => a.index - b.index);
  const once = (ids: string[]) => [...new Set(ids)];
  return {
    inputs: once(links.filter((link) => link.to === id).map((link) => link.from)),
    outputs: once(links.filter((link) => link.from === id).map((link) => link.to)),
  };
}
