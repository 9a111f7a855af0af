/** Where the items of layers stand across the direction of a graph. */
import { inOrder } from '../lines/ladder.ts';
import type { Item } from './layers.ts';

const PASSES = 24;

/** How straight an edge wants to be: between boxes, at its ends, where it passes others. */
const STRAIGHT = [1, 2, 8];
/** The same of the edge from a node's deepest input: a running sum goes on in one line. */
const SPINE = 60;

/** Middles across the direction: edges as straight as order and room allow (least squares). */
export function settle(layers: readonly Item[][], room: (item: Item) => number): Map<Item, number> {
  const middles = new Map<Item, number>();
  for (const layer of layers) {
    let at = -layer.reduce((sum, item) => sum + room(item), 0) / 2;
    for (const item of layer) {
      middles.set(item, at + room(item) / 2);
      at += room(item);
    }
  }
  const passing = (item: Item) => (item.node < 0 ? 1 : 0);
  const spine = spineOf(layers);
  const pullOf = (a: Item, b: Item) =>
    spine.get(a) === b || spine.get(b) === a ? SPINE : STRAIGHT[passing(a) + passing(b)];
  const relax = (layer: readonly Item[], near: (item: Item) => readonly Item[]) => {
    const rungs = layer.map((item) => {
      let [sum, weight] = [0, 0];
      for (const other of near(item)) {
        const pull = pullOf(item, other);
        sum += pull * (middles.get(other) ?? 0);
        weight += pull;
      }
      const alone = weight === 0;
      const target = alone ? (middles.get(item) ?? 0) : sum / weight;
      return { target, height: room(item), weight: alone ? 0.1 : weight };
    });
    inOrder(rungs).forEach((middle, k) => middles.set(layer[k], middle));
  };
  for (let pass = 0; pass < PASSES; pass++) {
    const forward = pass % 2 === 0;
    const early = pass < PASSES / 3;
    for (const layer of forward ? layers : layers.toReversed()) {
      relax(layer, (item) => {
        if (early) return forward ? item.ins : item.outs;
        return [...item.ins, ...item.outs];
      });
    }
  }
  // a spine hangs straight from its end, whatever stands beside it
  for (const layer of layers.toReversed()) {
    relax(layer, (item) => {
      const on = item.outs.find((out) => spine.get(out) === item);
      return on ? [on] : [...item.ins, ...item.outs];
    });
  }
  return middles;
}

/** The input of every item that more lies before than before its others, where there is one. */
function spineOf(layers: readonly Item[][]): Map<Item, Item> {
  const depth = new Map<Item, number>();
  const deep = (item: Item) => depth.get(item) ?? 0;
  const spine = new Map<Item, Item>();
  for (const item of layers.flat()) {
    const [first, second] = item.ins.toSorted((a, b) => deep(b) - deep(a));
    depth.set(item, first ? deep(first) + (item.node < 0 ? 0 : 1) : 0);
    if (first && second && first !== second && deep(first) > deep(second)) spine.set(item, first);
  }
  return spine;
}
