/**
 * The gradient of any number: read where the way back has told of it, gathered from what
 * the number goes into where it has not.
 */
import { inputGradient } from '../fast/kernels.ts';
import { ascending, descending } from '../fast/orders.ts';
import { cell, isMatrix, NONE, print, vector, type Address } from './address.ts';
import { usesOf } from './consumers.ts';
import { headBack } from './heads-back.ts';
import { normBoxOf } from './layout.ts';
import { operation } from './operands.ts';
import { isRunning, vectorOf } from './resolve.ts';
import { inSoftmaxBack } from './softmax-back.ts';
import type { Use } from './sum-uses.ts';
import type { Trace } from './trace.ts';
import { placeOf, slopesOf } from './values.ts';

/** A number's gradient, given its one address. */
export function gradientOf(trace: Trace, address: Address): number {
  const { layout } = trace;
  const { part, position, row, step } = address;
  if (isMatrix(part)) return trace.g[placeOf(trace, address)];
  if (part === 'loss' && position < 0) return 1;
  if (step !== null) return ofSum(trace, address);
  const last = layout.extent(address) - 1;
  if (isRunning(part) && row < last)
    return gradientOf(trace, cell(vectorOf(address), last));
  // A gradient begins with 0 and so is never −0, which an array may hold.
  const told = toldOf(trace, address);
  if (told !== undefined) return told + 0;
  // Many numbers need what comes back to these.
  const shared = isRunning(part) || (normBoxOf(part) && row < 0);
  if (!shared) return gathered(trace, address);
  return trace.keep(`gradient ${print(address)}`, () => gathered(trace, address));
}

/** Sums hand on what comes back to them as it is, to all that is in them. */
function ofSum(trace: Trace, address: Address): number {
  const whole = { ...address, step: null, term: NONE };
  if (address.part !== 'score') return gradientOf(trace, whole);
  const scale = operation(trace.layout, whole).constant as number;
  return scale * gradientOf(trace, whole) + 0;
}

/** The sum over all uses of a number, in the graph's order. */
const gathered = (trace: Trace, address: Address): number =>
  usesOf(trace.layout, address).reduce(
    (sum, use) => sum + localOf(trace, use) * gradientOf(trace, use.by),
    0,
  );

/** How fast the number that uses another moves when that moves. */
export const localOf = (trace: Trace, { by, slot }: Use): number =>
  slopesOf(trace, by, operation(trace.layout, by))[slot];

/** A gradient that the arrays hold, or that a kernel finds with others; else undefined. */
function toldOf(trace: Trace, address: Address): number | undefined {
  const { layout } = trace;
  const { embd } = layout.sizes;
  const { part, position, layer, head, row } = address;
  const t = trace.at(position);
  const i = t * embd + row;
  if (head >= 0) {
    if (part === 'weight') return headBack(trace, position, layer, head).weights[row];
    if (part === 'sum') return headBack(trace, position, layer, head).total;
    if (part !== 'found') return undefined;
    const place = layout.placeOf(layer, head);
    if (place < 0) return 0;
    return trace.told('found', layer)[i + place * layout.headSize];
  }
  if (layer < 0) {
    switch (part) {
      case 'x0':
        return trace.told('x', 0)[i];
      case 'embed':
      case 'zero':
        return trace.told('embedded', 0)[i];
      case 'x':
        return trace.told('x', 0)[i];
      case 'mlp.h':
        return trace.told('inner', 0)[4 * t * embd + row];
      case 'mlp.a':
        return gateEnds(trace, position, layer)[row];
      case 'logits':
      case 'shifted':
      case 'exp':
      case 'sum':
      case 'inverse':
      case 'prob':
        return inSoftmaxBack(trace, address);
      default:
        return undefined;
    }
  }
  const { postNorm } = layout.design;
  switch (part) {
    case 'q':
      return trace.told('qkv', layer)[3 * t * embd + row];
    case 'k':
      return trace.told('qkv', layer)[(3 * t + 1) * embd + row];
    case 'v':
      return trace.told('qkv', layer)[(3 * t + 2) * embd + row];
    case 'found':
      return trace.told('found', layer)[i];
    case 'mlp.h':
      return trace.told('inner', layer)[4 * t * embd + row];
    case 'mlp.a':
      return gateEnds(trace, position, layer)[row];
    case 'attn':
    case 'middle':
      return postNorm ? undefined : trace.told('middle', layer)[i];
    case 'mlp.out':
    case 'out':
      return postNorm ? undefined : trace.told('out', layer)[i];
    case 'norm1.out':
    case 'in1':
      if (postNorm && part === 'norm1.out') return trace.told('middle', layer)[i];
      return read(trace, address)[row];
    case 'norm2.out':
    case 'in2':
      if (postNorm && part === 'norm2.out') return trace.told('out', layer)[i];
      return read(trace, address)[row];
    default:
      return undefined;
  }
}

/** What comes back to what queries, keys and values, or the MLP, have read: [C]. */
function read(trace: Trace, { part, position, layer }: Address): Float64Array {
  const { layout } = trace;
  const { embd } = layout.sizes;
  const first = part === 'norm1.out' || part === 'in1';
  return trace.keep(`read ${print(vector(part, position, layer))}`, () => {
    const width = first ? 3 * embd : 4 * embd;
    const matrix = first ? ('attn_wq' as const) : ('mlp_fc1' as const);
    const { start } = layout.matrix(matrix, layout.named(layer))!;
    const w = trace.p.subarray(start, start + width * embd);
    const all = trace.told(first ? 'qkv' : 'inner', layer);
    const dy = all.subarray(position * width, (position + 1) * width);
    const order = first ? layout.headRows(layer) : descending(width);
    const dx = new Float64Array(embd);
    inputGradient(dx, dy, w, order, 1, embd);
    return dx;
  });
}

/** What comes back to all gates of an MLP: [4C]. */
function gateEnds(trace: Trace, position: number, layer: number): Float64Array {
  const { layout } = trace;
  const { embd, vocab } = layout.sizes;
  return trace.keep(`gates ${print(vector('mlp.a', position, layer))}`, () => {
    const made = vector(layer < 0 ? 'logits' : 'mlp.out', position, layer);
    const rows = layer < 0 ? vocab : embd;
    const { start } = layout.matrix('mlp_fc2', layer < 0 ? NONE : layout.named(layer))!;
    const w = trace.p.subarray(start, start + rows * 4 * embd);
    const dy = Float64Array.from({ length: rows }, (_, o) =>
      gradientOf(trace, cell(made, o)),
    );
    const da = new Float64Array(4 * embd);
    const order = layout.model === 1 ? ascending(rows) : descending(rows);
    if (layer >= 0 || layout.model === 1) {
      inputGradient(da, dy, w, order, 1, 4 * embd);
      return da;
    }
    // The graph comes to the target's logit last.
    const target = layout.targets[position];
    const kept = dy[target];
    dy[target] = 0;
    inputGradient(da, dy, w, order, 1, 4 * embd);
    for (let i = 0; i < da.length; i++) da[i] += w[target * 4 * embd + i] * kept;
    return da;
  });
}
