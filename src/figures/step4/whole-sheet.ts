/** A part of the network while it is laid out: tensors, and the ways between them. No DOM. */
import type { Quantity } from '../../charts/index.ts';
import type { Box, Tensor } from './whole-tensor.ts';

/** A straight edge that a way leaves or enters, and the direction in which it goes on. */
export interface Edge {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly way: 'right' | 'left' | 'down' | 'up';
}

/** A ribbon from one edge to another. */
export interface Flow {
  readonly out: Edge;
  readonly into: Edge;
  readonly tone: Quantity;
  /** The position whose numbers go this way; null for all. */
  readonly row: number | null;
}

/** Words of the map beside the tensors’ own names. */
export interface Sign {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly kind: 'head' | 'token' | 'next';
  /** Which head; of a token, and of what comes next, the place in the text. */
  readonly of: number;
  /** Room for it, in units. */
  readonly room: number;
}

export interface Sizes {
  /** Positions, T; numbers of a vector, C; tokens of the vocabulary, V. */
  readonly positions: number;
  readonly embd: number;
  readonly vocab: number;
  readonly block: number;
  readonly heads: number;
  readonly layers: number;
  /** The tokens read, [T], and what comes after each. */
  readonly tokens: readonly number[];
  readonly targets: readonly number[];
  readonly usesPlaces: boolean;
  readonly residual: boolean;
  /** The norm stands after a half of a layer, not before it. */
  readonly postNorm: boolean;
}

export interface Sheet {
  width: number;
  height: number;
  readonly tensors: Tensor[];
  readonly flows: Flow[];
  readonly signs: Sign[];
  readonly kind: 'embedding' | 'attention' | 'mlp' | 'answer';
  readonly layer: number;
  readonly group: number;
  /** Where the stream comes in and leaves: it runs at y from 0 to its height. */
  stream: { from: number; to: number };
}

export const sheetOf = (kind: Sheet['kind'], layer: number, group: number): Sheet => ({
  width: 0,
  height: 0,
  tensors: [],
  flows: [],
  signs: [],
  kind,
  layer,
  group,
  stream: { from: 0, to: 0 },
});

type Given = Pick<Tensor, 'part' | 'tone' | 'rows' | 'cols' | 'x' | 'y' | 'width' | 'height'> &
  Partial<Pick<Tensor, 'layer' | 'head' | 'turned' | 'triangle' | 'label' | 'parameters'>>;

/** Puts a tensor on a sheet. */
export function put(sheet: Sheet, given: Given): Tensor {
  const { head = -1, layer = sheet.layer } = given;
  const prefix = layer < 0 ? '' : `layer${layer}.`;
  const tensor: Tensor = {
    turned: false,
    triangle: false,
    label: 'over',
    parameters: false,
    ...given,
    id: `${prefix}${head < 0 ? '' : `head${head}.`}${given.part}`,
    layer,
    head,
    group: sheet.group,
  };
  sheet.tensors.push(tensor);
  sheet.width = Math.max(sheet.width, tensor.x + tensor.width);
  sheet.height = Math.max(sheet.height, tensor.y + tensor.height);
  return tensor;
}

/** One side of a box, or a part of it from `a` to `b` of its length. */
export function side(
  box: Box,
  way: Edge['way'],
  at: 'top' | 'bottom' | 'left' | 'right',
  a = 0,
  b = 1,
): Edge {
  const { x, y, width, height } = box;
  if (at === 'top' || at === 'bottom') {
    const level = at === 'top' ? y : y + height;
    return { from: [x + a * width, level], to: [x + b * width, level], way };
  }
  const level = at === 'left' ? x : x + width;
  return { from: [level, y + a * height], to: [level, y + b * height], way };
}

/** A ribbon straight down, up or across from one box to another. */
export function flow(
  sheet: Sheet,
  out: Edge,
  into: Edge,
  tone: Quantity,
  row: number | null = null,
): void {
  sheet.flows.push({ out, into, tone, row });
}
