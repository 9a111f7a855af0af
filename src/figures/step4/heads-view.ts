/** What the figure “Several heads” shows, and where its parts stand. No DOM, no engine run. */
import type { Size } from '../frame.tsx';

export const TOOLS = ['mute', 'solo', 'swap'] as const;
export type Tool = (typeof TOOLS)[number];

/**
 * Whose finding each head's place hands on, −1 for nobody's, as `Design` has it; or a word for
 * one that fits any number of heads: each its own, none at all, the first of the first layer
 * muted, alone, or exchanged with the last.
 */
export type Wiring = 'own' | 'none' | 'muted' | 'alone' | 'swapped' | readonly number[];

export interface View {
  /** Names read so far; `end`: all of them. */
  readonly step: number | 'end';
  readonly tool: Tool;
  readonly wiring: Wiring;
  /** The head that is about to be exchanged, by place. */
  readonly picked: number | null;
  /** Null: as many as the recipe has. */
  readonly layers: number | null;
  readonly adam: boolean;
  /** Weights against an even share of what can be seen, not as they are. */
  readonly against: boolean;
  /** The weight that is looked at: who asks, and whom; null is the last letter and the first. */
  readonly cell: readonly [asks: number, seen: number] | null;
}

/** The beat that asks which head is missed most. */
export const ASKS = 2;

const WHOLE: View = {
  step: 'end',
  tool: 'mute',
  wiring: 'own',
  picked: null,
  layers: null,
  adam: false,
  against: false,
  cell: null,
};

/** One view a beat: the maps, against an even share, the question, all muted, swapped, Adam. */
export const BEATS: readonly View[] = [
  WHOLE,
  { ...WHOLE, against: true },
  { ...WHOLE, against: true },
  { ...WHOLE, against: true, wiring: 'none' },
  { ...WHOLE, against: true, tool: 'swap', wiring: 'swapped' },
  { ...WHOLE, against: true, adam: true },
];

/** The heads of a network by place: each in its own. */
export const ownWiring = (heads: number, layers: number): number[] =>
  Array.from({ length: heads * layers }, (_, place) => place % heads);

/** One head muted. */
export const muted = (heads: number, layers: number, place: number): number[] =>
  ownWiring(heads, layers).map((head, i) => (i === place ? -1 : head));

/** All heads of a layer muted but one; other layers stay whole. */
export const alone = (heads: number, layers: number, place: number): number[] =>
  ownWiring(heads, layers).map((head, i) =>
    i !== place && layerOf(i, heads) === layerOf(place, heads) ? -1 : head,
  );

const layerOf = (place: number, heads: number): number => Math.floor(place / heads);

/** Two places of one layer exchanged; those of two layers cannot be. */
export function exchanged(
  wiring: readonly number[],
  heads: number,
  a: number,
  b: number,
): readonly number[] {
  if (layerOf(a, heads) !== layerOf(b, heads)) return wiring;
  return wiring.map((head, i) => (i === a ? wiring[b] : i === b ? wiring[a] : head));
}

/** A head muted, or back in its place; if another stands there, the layer is as trained. */
export function toggled(wiring: readonly number[], heads: number, place: number): number[] {
  const head = place % heads;
  const first = place - head;
  if (wiring[place] !== -1) return wiring.map((own, i) => (i === place ? -1 : own));
  const taken = wiring.slice(first, first + heads).includes(head);
  return wiring.map((own, i) => {
    if (taken && i >= first && i < first + heads) return i % heads;
    return i === place ? head : own;
  });
}

/** The wiring that a view speaks of, for so many heads and layers. */
export function wiringFor(wiring: Wiring, heads: number, layers: number): readonly number[] {
  const own = ownWiring(heads, layers);
  switch (wiring) {
    case 'own':
      return own;
    case 'none':
      return own.map(() => -1);
    case 'muted':
      return muted(heads, layers, 0);
    case 'alone':
      return alone(heads, layers, 0);
    case 'swapped':
      return exchanged(own, heads, 0, heads - 1);
    default:
      return wiring.length === own.length ? wiring : own;
  }
}

export const isOwn = (wiring: readonly number[], heads: number): boolean =>
  wiring.every((head, place) => head === place % heads);

/** What a press on a head's place does to the view. */
export function pressed(view: View, heads: number, layers: number, place: number): Partial<View> {
  const now = wiringFor(view.wiring, heads, layers);
  switch (view.tool) {
    case 'mute':
      return { wiring: toggled(now, heads, place) };
    case 'solo': {
      const only = alone(heads, layers, place);
      const same = only.every((head, i) => head === now[i]);
      return { wiring: same ? 'own' : only };
    }
    case 'swap': {
      const { picked } = view;
      if (picked === null || layerOf(picked, heads) !== layerOf(place, heads))
        return { picked: place };
      if (picked === place) return { picked: null };
      return { picked: null, wiring: exchanged(now, heads, picked, place) };
    }
  }
}

/** The wiring whose price stands under each place; null where there is none. */
export function pricedWirings(
  { tool, picked }: Pick<View, 'tool' | 'picked'>,
  heads: number,
  layers: number,
): (number[] | null)[] {
  const own = ownWiring(heads, layers);
  return own.map((_, place) => {
    if (tool === 'mute') return muted(heads, layers, place);
    if (tool === 'solo') return alone(heads, layers, place);
    const first = picked ?? 0;
    const other = layerOf(first, heads) === layerOf(place, heads) && first !== place;
    return picked !== null && other ? [...exchanged(own, heads, first, place)] : null;
  });
}

export interface MapAt {
  readonly place: number;
  readonly layer: number;
  readonly head: number;
  readonly x: number;
  readonly y: number;
}

export interface HeadsLayout {
  readonly maps: readonly MapAt[];
  /** Side of a map, px. */
  readonly side: number;
  /** Room above a map for its button, px. */
  readonly head: number;
  /** Little room: no letters, and the price beside the head's name, not below the map. */
  readonly compact: boolean;
  /** Left of the maps, for the names of layers, px. */
  readonly gutter: number;
  /** The prediction, and the axis of held-out loss, px from the top. */
  readonly bars: { readonly top: number; readonly height: number };
  readonly axis: { readonly top: number; readonly height: number };
}

const HEAD = 26;
const FOOT = 30;
const COMPACT = { head: 20, foot: 6, gutter: 50 };
const GAP = 14;
const AXIS = 74;
const BARS = 96;
/** Below this height there is room for the maps and the axis alone, px. */
const LOW = 300;
const LARGEST = 168;

/** The maps in rows, a layer to a row or several; the axis at the foot, bars between. */
export function headsLayout(size: Size, scale: number, heads: number, layers: number): HeadsLayout {
  const axis = AXIS * scale;
  const compact = layers > 1;
  const gutter = compact ? COMPACT.gutter * scale : 0;
  const head = (compact ? COMPACT.head : HEAD) * scale;
  const foot = (compact ? COMPACT.foot : FOOT) * scale;
  const low = compact || size.height < LOW * scale;
  const room = size.height - axis - (low ? 0 : BARS * scale);
  const width = size.width - gutter;
  let best = { side: 0, across: 1 };
  for (let across = 1; across <= heads; across++) {
    const rows = layers * Math.ceil(heads / across);
    const wide = (width - GAP * (across - 1)) / across;
    const tall = room / rows - head - foot;
    const side = Math.min(LARGEST * scale, wide, tall);
    if (side > best.side) best = { side, across };
  }
  const { across } = best;
  const side = Math.max(8, Math.floor(best.side));
  const down = Math.ceil(heads / across);
  const pitch = across > 1 ? (width - side) / (across - 1) : 0;
  const spread = Math.min(pitch, side + 3 * GAP);
  const left = gutter + (width - spread * (across - 1) - side) / 2;
  const maps = Array.from({ length: heads * layers }, (_, place): MapAt => {
    const [layer, own] = [layerOf(place, heads), place % heads];
    const row = layer * down + Math.floor(own / across);
    return {
      place,
      layer,
      head: own,
      x: left + (own % across) * spread,
      y: row * (head + side + foot) + head,
    };
  });
  const top = layers * down * (head + side + foot) + 6;
  const free = size.height - axis - top - 8;
  return {
    maps,
    side,
    head,
    compact,
    gutter: left,
    bars: { top, height: free < BARS * 0.8 * scale ? 0 : Math.min(220 * scale, free) },
    axis: { top: size.height - axis, height: axis },
  };
}

/** A weight against an even share of the positions that can be seen: 0 is even, in (−1, …). */
export const against = (weight: number, seen: number): number => weight * seen - 1;

export interface HeldAxis {
  readonly x: (nats: number) => number;
  readonly from: number;
  readonly to: number;
}

/** The axis of held-out loss over all that is marked on it, better at the right. */
export function heldAxis(marks: readonly number[], left: number, right: number): HeldAxis {
  const known = marks.filter((nats) => Number.isFinite(nats));
  const low = Math.min(...known);
  const high = Math.max(...known, low + 0.01);
  const pad = (high - low) * 0.06;
  const [from, to] = [high + pad, low - pad];
  const x = (nats: number) => {
    const share = (from - Math.max(to, Math.min(from, nats))) / (from - to);
    return left + share * (right - left);
  };
  return { x, from, to };
}
