import type { Address } from './address.ts';
import type { Trace } from './trace.ts';

/** A number that the arrays of the fast engine hold; undefined if they do not. */
export function stored(trace: Trace, address: Address): number | undefined {
  const { layout, activations } = trace;
  const { embd, vocab, heads, block } = layout.sizes;
  const { part, position, layer, head, row } = address;
  if (part === 'loss' && position < 0) return trace.loss;
  const t = trace.at(position);
  if (layer < 0) {
    switch (part) {
      case 'x0':
        return activations.layers[0].x[t * embd + row];
      case 'logits':
        return plain(activations.logits[t * vocab + row]);
      case 'exp':
        return activations.e[t * vocab + row];
      case 'mlp.h':
        return plain(activations.layers[0].inner[t * 4 * embd + row]);
      case 'mlp.a':
        // By hand it is made anew, from what is never −0.
        if (layout.model === 1) return undefined;
        return activations.layers[0].gated[t * 4 * embd + row];
      default:
        return undefined;
    }
  }
  const a = activations.layers[layer];
  if (head >= 0) {
    const at = (head * block + t) * block + row;
    if (part === 'exp') return a.attended.e[at];
    if (part === 'weight') return a.attended.weights[at];
    if (part === 'inverse') return 1 / a.attended.totals[head * block + t];
    const place = layout.placeOf(layer, head);
    if (part === 'found' && place >= 0)
      return a.found[t * embd + (place * embd) / heads + row];
    return undefined;
  }
  const i = t * embd + row;
  const { postNorm, residual } = layout.design;
  switch (part) {
    case 'q':
      return a.qkv[3 * t * embd + row];
    case 'k':
      return a.qkv[(3 * t + 1) * embd + row];
    case 'v':
      return a.qkv[(3 * t + 2) * embd + row];
    case 'sum1':
      return a.sum1[i];
    case 'sum2':
      return a.sum2[i];
    case 'in1':
      return a.x[i];
    case 'in2':
    case 'middle':
      return a.middle[i];
    case 'norm1.out':
      return postNorm ? a.middle[i] : a.norm1.y[i];
    case 'norm1.safe':
      return a.norm1.means[t];
    case 'norm1.scale':
      return a.norm1.scales[t];
    case 'norm2.out':
      return postNorm ? ends(trace, layer)[i] : a.norm2.y[i];
    case 'norm2.safe':
      return a.norm2.means[t];
    case 'norm2.scale':
      return a.norm2.scales[t];
    case 'out':
      return ends(trace, layer)[i];
    case 'attn':
      if (residual) return undefined;
      return (postNorm ? a.sum1 : a.middle)[i];
    case 'mlp.h':
      return a.inner[4 * t * embd + row];
    case 'mlp.a':
      return a.gated[4 * t * embd + row];
    case 'mlp.out':
      if (residual) return undefined;
      return (postNorm ? a.sum2 : ends(trace, layer))[i];
    default:
      return undefined;
  }

  /** A sum by hand begins with 0, so that it never is −0. */
  function plain(x: number): number {
    return layout.model === 1 ? x + 0 : x;
  }
}

/** What a layer gives, [T, C]. */
const ends = ({ layout, activations }: Trace, layer: number): Float64Array =>
  layer + 1 < layout.layers ? activations.layers[layer + 1].x : activations.last;
