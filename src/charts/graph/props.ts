import type { Described, Quantity } from '../types.ts';

/** One number of a node, in its quantity's colour: "g 0.0137". */
export interface GraphNumber {
  /** A letter that says which number it is, so that colour never says it alone. */
  mark?: string;
  /** The number as text, of a width that does not change; '' keeps its line free. */
  text: string;
  /** Default: the tone of the node. */
  quantity?: Quantity;
}

/** Where the wave stands: not yet here, here now, has been here. */
export type WaveState = 'idle' | 'active' | 'done';

interface GraphPart {
  id: string;
  /** First line: `×`, `relu`, `wte[3][1]`. Clipped when very long. */
  label: string;
  /** Up to two numbers; how many must not depend on the wave, or boxes would change their size. */
  numbers?: readonly GraphNumber[];
  /** Colour by meaning; default `activation`. */
  tone?: Quantity;
  /** Default `idle`. */
  state?: WaveState;
  /** Fill of the label's strip once the wave has been here, 0…1; default .3. */
  ink?: number;
  /** Off: drawn at hair weight, never removed. */
  dimmed?: boolean;
  /** The group it belongs to. */
  group?: string;
}

/** A number of a computation. Round ends mark what is given and not computed. */
export interface GraphNode extends GraphPart {
  shape?: 'box' | 'round';
}

/** Several nodes drawn as one box with a count until it is opened. Groups may nest by `group`. */
export interface GraphGroup extends GraphPart {
  /** How many nodes it stands for; default those given. */
  count?: number;
}

/** From an input to what is computed from it; ends are ids of nodes, or of closed groups. */
export interface GraphEdge {
  from: string;
  to: string;
  /** Small text on the edge: the local gradient. As wide as a number (`digits`) at most. */
  label?: string;
  /** Colour of the label, and of the edge while values flow forward; gradients flow in their own. */
  quantity?: Quantity;
  state?: WaveState;
}

/** Inputs point to outputs: to the right, or down the page. */
export type GraphDirection = 'right' | 'down';

/** What is near a node, told to `announce`. */
export interface GraphNeighbours {
  inputs: readonly string[];
  outputs: readonly string[];
  /** For a closed group, how many nodes it stands for; else 0. */
  count: number;
}

/**
 * A directed acyclic graph, such as a computation, in layers. Places depend on the graph alone and
 * never on numbers or states. One tab stop: along the direction the arrows go to inputs and
 * outputs, across it to siblings; Home and End to the first and the last node; Enter or Space
 * chooses a node or opens a group; Escape closes the group around the cursor.
 */
export interface GraphProps extends Described {
  /** Room, px; a wider graph scrolls inside and follows the wave, or else what is selected. */
  width: number;
  /** Least height, px, kept so that nothing jumps while a graph grows; default the graph's own. */
  height?: number;
  /** In the order in which they are made; a later node moves earlier ones as little as can be. */
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  groups?: readonly GraphGroup[];
  /** Ids of the groups that are open; the others are closed. */
  open?: readonly string[];
  /** A group was opened (true) or closed. */
  onToggle?: (group: string, open: boolean) => void;
  /** Default `right`, below 420 px `down`. */
  direction?: GraphDirection;
  /** `start` while a graph grows, so that what stands stays; default `centre`. */
  align?: 'start' | 'centre';
  /** Arrowheads: the way of the values (default) or of the gradients. */
  flow?: 'forward' | 'backward';
  /** Characters kept for every number; default 7. A longer one is drawn narrower. */
  digits?: number;
  selected?: string | null;
  onSelect?: (id: string) => void;
  onHover?: (id: string | null) => void;
  /** What the selected node hangs on, what hangs on it: kept, while the rest goes to hair weight. */
  trace?: 'none' | 'inputs' | 'outputs' | 'both';
  /** What a node says: "multiply, value −0.028, 2 inputs". Default: its label and numbers. */
  announce?: (id: string, near: GraphNeighbours) => string;
  words?: {
    /** Accessible name of an open group's button: "close neuron 29". */
    close?: (group: string) => string;
  };
}

/**
 * The same graph as a list that opens: every result, under it what it was computed from. What has
 * been listed before is named again but not opened again.
 */
export interface GraphTreeProps extends Pick<Described, 'label' | 'description' | 'className'> {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  selected?: string | null;
  onSelect?: (id: string) => void;
  /** Levels open at first; default 2. */
  depth?: number;
  /** What a node says; default its label and numbers. */
  announce?: (id: string) => string;
  words: {
    /** After a node that stands in full further up: "seen above". */
    seen: string;
  };
}
