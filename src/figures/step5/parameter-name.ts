/** Parameters by the names that the code has for them, rows of tokens by the token. */
import type { ParameterAt, TensorShape } from '../../worker/protocol.ts';

/** Tensors whose rows are tokens. */
const BY_TOKEN = ['wte', 'lm_head'];
/** The only layer goes without saying. */
const ONLY = 'layer0.';

/** A tensor's name: `attn_wq`, or `layer1.attn_wq` where there is more than one layer. */
export const tensorName = (tensor: string, layers: number): string =>
  layers === 1 && tensor.startsWith(ONLY) ? tensor.slice(ONLY.length) : tensor;

/** `wte[l][3]`, `mlp_fc1[20][3]`. */
export function parameterName(
  { tensor, row, col }: ParameterAt,
  labels: readonly string[],
  layers: number,
): string {
  const line = BY_TOKEN.includes(tensor) ? (labels[row] ?? row) : row;
  return `${tensorName(tensor, layers)}[${line}][${col}]`;
}

/** A parameter by its name, with a token or a number for the row; null if there is no such one. */
export function parameterNamed(
  text: string,
  shapes: readonly TensorShape[],
  labels: readonly string[],
): ParameterAt | null {
  const [, name, line, place] = /^\s*([\w.]+)\s*\[(.+)\]\s*\[\s*(\d+)\s*\]\s*$/u.exec(text) ?? [];
  const shape = shapes.find(({ name: own }) => own === name || own === `${ONLY}${name}`);
  if (!shape || line === undefined) return null;
  const token = BY_TOKEN.includes(shape.name) ? labels.indexOf(line) : -1;
  const row = token >= 0 ? token : /^\s*\d+\s*$/.test(line) ? Number(line) : -1;
  const col = Number(place);
  return row >= 0 && row < shape.rows && col < shape.cols ? { tensor: shape.name, row, col } : null;
}
