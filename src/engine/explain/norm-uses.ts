/** What norms make of a number, and of what they find on the way. */
import { descending } from '../fast/orders.ts';
import { beside, cell, type Address, type NormBox } from './address.ts';
import type { Layout } from './layout.ts';
import { into, ofSummand, type Use } from './sum-uses.ts';

/** What a norm makes of a number: of `part` of the box at `at`. */
export function inNorm(layout: Layout, x: Address, at: Address, box: NormBox): Use[] {
  const { norm } = layout.design;
  const { row } = x;
  const end = into(cell(layout.normEnd(at.position, at.layer, box), row));
  const inside = (part: 'square' | 'centred') => beside(at, `${box}.${part}`, row);
  switch (norm) {
    case 'none':
      return [end];
    case 'rms':
      return [end, into(inside('square'), 0), into(inside('square'), 1)];
    case 'layer': {
      const totals = beside(at, `${box}.total`);
      return [
        into(inside('centred')),
        ...ofSummand(layout, totals, row, layout.sizes.embd),
      ];
    }
  }
}

export function insideNorm(layout: Layout, address: Address, box: NormBox): Use[] {
  const { part, position, layer, row } = address;
  const { embd } = layout.sizes;
  const all = [...descending(embd)];
  const end = layout.normEnd(position, layer, box);
  switch (part) {
    case `${box}.mean`:
      return [into(beside(address, `${box}.less`))];
    case `${box}.less`:
      return all.map((i) => into(beside(address, `${box}.centred`, i), 1));
    case `${box}.centred`: {
      const square = beside(address, `${box}.square`, row);
      return [into(cell(end, row)), into(square, 0), into(square, 1)];
    }
    case `${box}.square`:
      return ofSummand(layout, beside(address, `${box}.sum`), row, embd);
    case `${box}.meanSquare`:
      return [into(beside(address, `${box}.safe`))];
    case `${box}.safe`:
      return [into(beside(address, `${box}.scale`))];
    default:
      return all.map((i) => into(cell(end, i), 1));
  }
}
