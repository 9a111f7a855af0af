/** Which layer every node of a graph stands in, and in what order. */

/** Edges by index of their ends, from an input to an output. */
export type Arc = readonly [from: number, to: number];

/** A node, or the place where a long edge passes a layer. */
export interface Item {
  /** Index of the node; −1 for a passing edge. */
  node: number;
  layer: number;
  ins: Item[];
  outs: Item[];
}

/**
 * Layer of every node, 0 first. A node stands as early as its inputs let it; what has time to spare
 * waits until just before its first use. An edge that would close a circle counts for nothing.
 */
export function layersOf(count: number, arcs: readonly Arc[]): number[] {
  const ins = listsOf(count, arcs, 1);
  const order = topological(ins);
  const rank = Array.from<number>({ length: count });
  order.forEach((node, k) => {
    rank[node] = k;
  });
  const outs = listsOf(count, arcs, 0);
  const layers = Array.from({ length: count }, () => 0);
  for (const node of order) {
    const before = ins[node].filter((from) => rank[from] < rank[node]);
    layers[node] = before.reduce((most, from) => Math.max(most, layers[from] + 1), 0);
  }
  for (const node of order.toReversed()) {
    const after = outs[node].filter((to) => rank[to] > rank[node]);
    if (after.length === 0) continue;
    layers[node] = after.reduce((least, to) => Math.min(least, layers[to] - 1), Infinity);
  }
  return layers;
}

function listsOf(count: number, arcs: readonly Arc[], end: 0 | 1): number[][] {
  const lists = Array.from({ length: count }, (): number[] => []);
  for (const arc of arcs) lists[arc[end]].push(arc[end === 0 ? 1 : 0]);
  return lists;
}

/** Inputs before outputs, depth first; a circle is cut at the edge that closes it. */
function topological(ins: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const state = ins.map(() => 0);
  for (let start = 0; start < ins.length; start++) {
    const stack = [start];
    while (stack.length) {
      const node = stack[stack.length - 1];
      if (state[node] === 0) {
        state[node] = 1;
        for (const from of ins[node].toReversed()) if (state[from] === 0) stack.push(from);
        continue;
      }
      stack.pop();
      if (state[node] === 1) order.push(node);
      state[node] = 2;
    }
  }
  return order;
}

/**
 * Nodes by layer, ordered so that few edges cross, with a passing item wherever an edge spans a
 * layer. `chains[k]` are the items of arc k from end to end; empty where it does not go forward.
 */
export function orderedLayers(
  count: number,
  arcs: readonly Arc[],
): { layers: Item[][]; chains: Item[][] } {
  const layerOf = layersOf(count, arcs);
  const items = layerOf.map((layer, node): Item => ({ node, layer, ins: [], outs: [] }));
  const chains = arcs.map(([from, to]) => {
    const chain: Item[] = [];
    if (layerOf[from] >= layerOf[to]) return chain;
    chain.push(items[from]);
    for (let layer = layerOf[from] + 1; layer < layerOf[to]; layer++) {
      chain.push({ node: -1, layer, ins: [], outs: [] });
    }
    chain.push(items[to]);
    for (let k = 1; k < chain.length; k++) {
      chain[k - 1].outs.push(chain[k]);
      chain[k].ins.push(chain[k - 1]);
    }
    return chain;
  });
  return { layers: fewCrossings(firstOrder(items)), chains };
}

/** Depth first from the results, in the order in which nodes were made: a tree has no crossings. */
function firstOrder(items: readonly Item[]): Item[][] {
  const layers: Item[][] = [];
  const seen = new Set<Item>();
  const source = (item: Item): number => (item.node < 0 ? source(item.ins[0]) : item.node);
  const visit = (start: Item) => {
    const stack = [start];
    while (stack.length) {
      const item = stack.pop();
      if (!item || seen.has(item)) continue;
      seen.add(item);
      (layers[item.layer] ??= []).push(item);
      stack.push(...item.ins.toSorted((a, b) => source(b) - source(a)));
    }
  };
  for (const item of items) if (item.outs.length === 0) visit(item);
  return layers;
}

const SWEEPS = 12;

/** Barycentre sweeps (Sugiyama et al. 1981); an order is left only for one with fewer crossings. */
function fewCrossings(first: Item[][]): Item[][] {
  let best = first;
  let fewest = crossings(first);
  let now = first.map((layer) => [...layer]);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    const place = new Map<Item, number>();
    const note = (layer: readonly Item[]) => layer.forEach((item, k) => place.set(item, k));
    now.forEach(note);
    const middle = (item: Item) => {
      const near = forward ? item.ins : item.outs;
      if (near.length === 0) return place.get(item) ?? 0;
      return near.reduce((sum, one) => sum + (place.get(one) ?? 0), 0) / near.length;
    };
    const sorted = [...now];
    const from = forward ? 1 : now.length - 2;
    for (let k = from; k >= 0 && k < now.length; k += forward ? 1 : -1) {
      const middles = new Map(sorted[k].map((item) => [item, middle(item)]));
      sorted[k] = sorted[k].toSorted((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
      note(sorted[k]);
    }
    now = sorted;
    const count = crossings(now);
    if (count < fewest) [best, fewest] = [now, count];
  }
  return best;
}

/** How many pairs of edges cross, all layers together. */
export function crossings(layers: readonly (readonly Item[])[]): number {
  let total = 0;
  for (let k = 0; k + 1 < layers.length; k++) {
    const place = new Map(layers[k + 1].map((item, i) => [item, i]));
    const passed: number[] = [];
    for (const item of layers[k]) {
      const ends = item.outs.map((out) => place.get(out) ?? 0);
      for (const end of ends) total += passed.filter((other) => other > end).length;
      passed.push(...ends);
    }
  }
  return total;
}
