/** How large boxes are and how a graph fits its room, px. Numbers never change a size. */
import { LABEL, SMALL, clip, monoWidth, sansWidth } from '../text.ts';
import { layoutGraph } from './layout.ts';
import type { SeenGraph, SeenNode } from './collapse.ts';
import type { GraphBox, GraphLayout, GraphLink } from './layout.ts';
import type { GraphDirection, GraphProps } from './props.ts';

/** Height of the strip that bears the label, and of a line of numbers, px. */
export const STRIP = 22;
export const LINE = 15;
export const PAD = 7;
/** Size of text on edges, px. */
export const EDGE_TEXT = 11.5;
/** Below this width a graph grows down the page. */
const NARROW = 420;
/** Labels are cut to this, px. */
const WIDEST = 132;

export const DIGITS = 7;

/** Widths of a label with what follows it, such as a count. */
export function labelOf(node: SeenNode, scale: number): { text: string; width: number } {
  const wide = (text: string) => sansWidth(text, LABEL * 1.04 * scale);
  const text = clip(node.label, WIDEST * scale, wide);
  const count = node.count > 0 ? monoWidth(` ${node.count}`, SMALL * scale) + 2 : 0;
  return { text, width: wide(text) + count };
}

/** Room for the numbers of a node: their letters and so many characters. */
export function numbersOf(node: SeenNode, digits: number, scale: number) {
  const numbers = node.numbers ?? [];
  const marks = numbers.map(({ mark }) => (mark ? monoWidth(`${mark} `, SMALL * scale) : 0));
  const mark = Math.max(0, ...marks);
  return { mark, digits: numbers.length ? digits * 0.6 * SMALL * scale : 0 };
}

function boxOf(node: SeenNode, digits: number, scale: number) {
  const room = numbersOf(node, digits, scale);
  const lines = node.numbers?.length ?? 0;
  const content = Math.max(labelOf(node, scale).width, room.mark + room.digits);
  return {
    id: node.id,
    width: Math.ceil(Math.max(STRIP * scale, content + 2 * PAD * scale)),
    height: Math.ceil((STRIP + (lines ? lines * LINE + 5 : 0)) * scale),
  };
}

/** Room between layers and beside boxes, from easy to close: the first that fits is taken. */
const ROOM = [
  [36, 16],
  [26, 12],
  [18, 8],
] as const;

export const directionOf = ({ direction, width }: GraphProps): GraphDirection =>
  direction ?? (width < NARROW ? 'down' : 'right');

/** All that places depend on. */
export interface GraphPlan {
  boxes: GraphBox[];
  links: GraphLink[];
  direction: GraphDirection;
  /** Room there is, px. */
  room: number;
  scale: number;
}

export function graphPlan(props: GraphProps, seen: SeenGraph): GraphPlan {
  const { width, digits = DIGITS, textScale: scale = 1 } = props;
  const size = EDGE_TEXT * scale;
  return {
    boxes: seen.nodes.map((node) => boxOf(node, digits, scale)),
    links: seen.edges.map(({ from, to, label }): GraphLink => {
      if (label === undefined) return { from, to };
      const wide = 0.6 * size * digits + 4;
      return { from, to, label: { width: wide, height: size + 3 } };
    }),
    direction: directionOf(props),
    room: width - 2 * MARGIN,
    scale,
  };
}

/** The layout of a plan, closer where the graph would not fit its room. */
export function plannedLayout({ boxes, links, direction, room, scale }: GraphPlan): GraphLayout {
  let layout: GraphLayout | undefined;
  for (const [between, beside] of ROOM) {
    layout = layoutGraph(boxes, links, {
      direction,
      between: between * scale,
      beside: beside * scale,
    });
    if (layout.width <= room) break;
  }
  return layout ?? layoutGraph([], [], { direction, between: 0, beside: 0 });
}

/** Room around the graph for outlines and the frames of open groups, px. */
export const MARGIN = 10;
