/** Where the boxes and edges of a graph stand, px: a pure function of the graph. */
import { group } from 'd3-array';
import { inOrder } from '../lines/ladder.ts';
import { orderedLayers } from './layers.ts';
import { settle } from './settle.ts';
import type { Item } from './layers.ts';
import type { GraphDirection } from './props.ts';

export interface GraphBox {
  id: string;
  width: number;
  height: number;
}

export interface GraphLink {
  from: string;
  to: string;
  /** Size of its label, px; absent for none. */
  label?: { width: number; height: number };
}

export interface GraphLayoutOptions {
  direction: GraphDirection;
  /** Least room between layers and between boxes of one layer, px. */
  between: number;
  beside: number;
}

export interface PlacedBox extends GraphBox {
  x: number;
  y: number;
  /** Layer, and place in its layer, both from 0. */
  layer: number;
  rank: number;
}

export type Spot = readonly [x: number, y: number];

export interface PlacedLink {
  /** Index of the link that was given. */
  index: number;
  from: string;
  to: string;
  /** From box to box, two to a layer: curves lead from even to odd ones, straight lines on. */
  spots: Spot[];
  /** Middle of the label. */
  label: Spot;
}

export interface GraphLayout {
  direction: GraphDirection;
  width: number;
  height: number;
  boxes: PlacedBox[];
  links: PlacedLink[];
}

/** Room a passing edge takes in its layer, and pitch of edges that end in one box, px. */
const PASSING = 4;
const PORT = 9;
/** Along the direction and across it. */
interface Sized {
  along: number;
  across: number;
}

interface Known extends GraphLink {
  index: number;
  chain: Item[];
}

/**
 * Layers from left to right or from the top down: edges go forward, boxes never overlap, the same
 * graph gives the same places. Left out are second boxes of one id, links to unknown boxes, and links
 * that would close a circle.
 */
export function layoutGraph(
  given: readonly GraphBox[],
  edges: readonly GraphLink[],
  { direction, between, beside }: GraphLayoutOptions,
): GraphLayout {
  const right = direction === 'right';
  const sized = ({ width, height }: { width: number; height: number }): Sized =>
    right ? { along: width, across: height } : { along: height, across: width };
  const spot = (along: number, across: number): Spot => (right ? [along, across] : [across, along]);
  const number = new Map<string, number>();
  const boxes = given.filter(({ id }) => !number.has(id) && number.set(id, number.size));
  const { layers, links } = arranged(number, edges);
  const sizeOf = (item: Item): Sized =>
    item.node < 0 ? { along: 0, across: PASSING } : sized(boxes[item.node]);

  const middles = settle(layers, (item) => sizeOf(item).across + beside);
  const low = least([...middles].map(([item, middle]) => middle - sizeOf(item).across / 2));
  const across = (item: Item) => Math.round(2 * ((middles.get(item) ?? 0) - low)) / 2;

  const depths = layers.map((layer) => most(layer.map((item) => sizeOf(item).along)));
  const gaps = layers.map((_, k) => {
    const labelled = links.filter((link) => link.chain[0].layer === k && link.label);
    const room = labelled.map((link) => sized(link.label ?? NOTHING).along + LABEL_ROOM);
    return Math.max(between, most(room));
  });
  const starts: number[] = [];
  layers.forEach((_, k) => {
    starts.push(k === 0 ? 0 : starts[k - 1] + depths[k - 1] + gaps[k - 1]);
  });

  const placed = layers.flatMap((layer) => {
    const real = layer.filter((item) => item.node >= 0);
    return real.map((item, rank): PlacedBox => {
      const size = sizeOf(item);
      const start = starts[item.layer] + (depths[item.layer] - size.along) / 2;
      const [x, y] = spot(start, across(item) - size.across / 2);
      return { ...boxes[item.node], x, y, layer: item.layer, rank };
    });
  });
  const port = portsOf(links, across, (item) => sizeOf(item).across);
  const routes = links.map((link): PlacedLink => {
    const { chain, index, from, to } = link;
    const last = chain.length - 1;
    const spots = chain.flatMap((item, k) => {
      const { layer } = item;
      const side = k === last ? across(item) + (port.get(link) ?? 0) : across(item);
      const [begin, end] = [starts[layer], starts[layer] + depths[layer]];
      const inset = (depths[layer] - sizeOf(item).along) / 2;
      if (k === 0) return [spot(end - inset, side), spot(end, side)];
      if (k === last) return [spot(begin, side), spot(begin + inset, side)];
      return [spot(begin, side), spot(end, side)];
    });
    return { index, from, to, spots, label: spots[1] };
  });
  placeLabels(routes, links, right, (link) => sized(link.label ?? NOTHING).across);
  const end = layers.length - 1;
  const length = end < 0 ? 0 : starts[end] + depths[end];
  const breadth = most([...middles].map(([item]) => across(item) + sizeOf(item).across / 2));
  const [width, height] = spot(length, breadth);
  return { direction, width, height, boxes: placed, links: routes };
}

const NOTHING = { width: 0, height: 0 };
/** Room before and after a label along its edge, and how far off a level edge it stands, px. */
const LABEL_ROOM = 14;
const OVER = 8;

/** Nothing is 0 wide. */
const least = (values: readonly number[]) =>
  values.length ? values.reduce((low, value) => Math.min(low, value)) : 0;
const most = (values: readonly number[]) =>
  values.reduce((high, value) => Math.max(high, value), 0);

/** The layers, and the links that go forward in them. */
function arranged(number: ReadonlyMap<string, number>, edges: readonly GraphLink[]) {
  const known = edges.flatMap((edge, index) => {
    const [from, to] = [number.get(edge.from), number.get(edge.to)];
    if (from === undefined || to === undefined || from === to) return [];
    return [{ edge, index, arc: [from, to] as const }];
  });
  const { layers, chains } = orderedLayers(
    number.size,
    known.map(({ arc }) => arc),
  );
  const links = known
    .map(({ edge, index }, k): Known => ({ ...edge, index, chain: chains[k] }))
    .filter(({ chain }) => chain.length > 0);
  return { layers, links };
}

/** Where a link ends on its box, from the middle, px: in the order of where links come from. */
function portsOf(
  links: readonly Known[],
  across: (item: Item) => number,
  breadth: (item: Item) => number,
): Map<Known, number> {
  const ends = group(links, (link) => link.chain[link.chain.length - 1]);
  const ports = new Map<Known, number>();
  for (const [item, into] of ends) {
    const side = (link: Known) => across(link.chain[link.chain.length - 2]);
    const sorted = into.toSorted((a, b) => side(a) - side(b));
    const pitch = Math.min(PORT, (0.7 * breadth(item)) / Math.max(1, sorted.length - 1));
    sorted.forEach((link, k) => ports.set(link, (k - (sorted.length - 1) / 2) * pitch));
  }
  return ports;
}

/**
 * Labels stand in an edge's first curve and beside one another: on edges that go down, over those
 * that go right, and under the second of two that join the same boxes.
 */
function placeLabels(
  routes: PlacedLink[],
  links: readonly Known[],
  right: boolean,
  room: (link: Known) => number,
): void {
  const labelled = routes.map((_, k) => k).filter((k) => links[k].label);
  const [along, side] = right ? ([0, 1] as const) : ([1, 0] as const);
  for (const beside of group(labelled, (k) => links[k].chain[0].layer).values()) {
    const wish = (k: number) => {
      const [, from, to] = routes[k].spots;
      if (!right) return from[side] + 0.28 * (to[side] - from[side]);
      const twin = links.findIndex((one) => one.from === links[k].from && one.to === links[k].to);
      return (from[side] + to[side]) / 2 + (twin < k ? OVER : -OVER);
    };
    const sorted = beside.toSorted((a, b) => wish(a) - wish(b));
    const rungs = sorted.map((k) => ({
      target: wish(k),
      height: room(links[k]) + (right ? 2 : 8),
    }));
    inOrder(rungs).forEach((middle, i) => {
      const route = routes[sorted[i]];
      const [, from, to] = route.spots;
      const at = from[along] + (right ? 0.5 : 0.38) * (to[along] - from[along]);
      route.label = right ? [at, middle] : [middle, at];
    });
  }
}
