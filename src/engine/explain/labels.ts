import {
  isBox,
  isMatrix,
  isNumber,
  NONE,
  parse,
  type Address,
  type Part,
  type Step,
} from './address.ts';

/** What a name says, in pieces that a page can word. Null for what does not apply. */
export interface Label {
  readonly kind: 'parameter' | 'activation' | 'step' | 'box';
  readonly position: number | null;
  readonly layer: number | null;
  readonly head: number | null;
  /** The field's own name of the vector, matrix or box; null for a whole position. */
  readonly tensor: Part | null;
  readonly row: number | null;
  readonly col: number | null;
  readonly step: Step | null;
  readonly term: number | null;
}

const orNull = (index: number): number | null => (index === NONE ? null : index);

function kindOf({ part, row, col, step }: Address): Label['kind'] {
  if (step !== null) return 'step';
  if (part === null || isBox(part)) return 'box';
  if (isMatrix(part)) return col === NONE ? 'box' : 'parameter';
  return row === NONE && !isNumber(part) ? 'box' : 'activation';
}

/** @throws AddressError if the id is no name */
export function labelOf(id: string): Label {
  const address = parse(id);
  return {
    kind: kindOf(address),
    position: orNull(address.position),
    layer: orNull(address.layer),
    head: orNull(address.head),
    tensor: address.part,
    row: orNull(address.row),
    col: orNull(address.col),
    step: address.step,
    term: orNull(address.term),
  };
}

/**
 * A name in words, from the whole to the part: `pos 2 · head 1 · score 0`.
 * @param layers how many the network has: a single one need not be named
 */
export function wordsOf(label: Label, layers: number): string {
  const { position, layer, head, tensor, row, col, step, term } = label;
  const words = [];
  if (position !== null) words.push(`pos ${position}`);
  if (layer !== null && layers > 1) words.push(`layer ${layer}`);
  if (head !== null) words.push(`head ${head}`);
  if (tensor !== null) {
    const at = [row, col].filter((index) => index !== null);
    words.push([tensor.replace('.', ' '), at.join(', ')].join(' ').trim());
  }
  if (step !== null) words.push(`${step} ${term}`);
  return words.join(' · ');
}
