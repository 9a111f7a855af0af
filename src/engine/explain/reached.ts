import { isMatrix, type Address } from './address.ts';
import { normBoxOf, type Layout } from './layout.ts';
import { isRunning } from './resolve.ts';

/**
 * Does the loss depend on a number? Not on the probabilities of what did not come, on
 * heads whose findings nobody hands on, on embeddings that the document does not use.
 */
export function isReached(layout: Layout, address: Address): boolean {
  const { part, position, layer, head, row, col } = address;
  if (isMatrix(part)) return isParameterReached(layout, { part, layer, row, col });
  if (position < 0) return true;
  if (layer < 0) {
    if (part === 'prob' || part === 'inverse') return row === layout.targets[position];
    const first = part === 'embed' || part === 'zero' || normBoxOf(part) === 'norm0';
    return !first || layout.entered(0);
  }
  if (!layout.entered(layer + 1)) return false;
  if (head >= 0) return layout.placeOf(layer, head) >= 0;
  const { postNorm } = layout.design;
  switch (part) {
    case 'q':
    case 'k':
    case 'v':
      return layout.placeOf(layer, Math.floor(row / layout.headSize)) >= 0;
    case 'in1':
      return layout.looksBack(layer);
    default:
      return postNorm || normBoxOf(part) !== 'norm1' || layout.looksBack(layer);
  }
}

function isParameterReached(
  layout: Layout,
  { part, layer, row }: Pick<Address, 'part' | 'layer' | 'row' | 'col'>,
): boolean {
  const at = layout.model === 3 ? 0 : layer;
  switch (part) {
    case 'wte':
      return layout.entered(0) && layout.tokens.includes(row);
    case 'wpe':
      return layout.entered(0) && layout.design.position && row < layout.n;
    case 'lm_head':
      return true;
    case 'attn_wq':
    case 'attn_wk':
    case 'attn_wv':
      return (
        layout.entered(at + 1) &&
        layout.placeOf(at, Math.floor(row / layout.headSize)) >= 0
      );
    default:
      return layout.model <= 2 || layout.entered(at + 1);
  }
}

/** How many numbers of a vector, or rows of a matrix, the loss depends on. */
export function reachedRows(layout: Layout, vector: Address): number {
  const { part, layer, head } = vector;
  const from = isRunning(part) ? 1 : 0;
  const reaches = (row: number) => isReached(layout, { ...vector, row, col: 0 });
  const rows = layout.extent(vector);
  const byHead = /^(q|k|v|attn_w[qkv])$/.test(part ?? '');
  const differ =
    part === 'wte' ||
    part === 'wpe' ||
    (head < 0 && (part === 'prob' || part === 'inverse')) ||
    (byHead && layout.hasZeros(Math.max(0, layer)));
  if (!differ) return reaches(from) ? rows - from : 0;
  let reached = 0;
  for (let row = from; row < rows; row++) if (reaches(row)) reached++;
  return reached;
}
