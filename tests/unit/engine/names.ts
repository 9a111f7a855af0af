import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parseDocuments } from '../../../src/engine/documents.ts';

/** The default data set. */
export const names = parseDocuments(
  readFileSync(new URL('../../../public/data/names-us-2018.txt', import.meta.url)),
).documents;

/** A few documents over a few symbols, such as a small data set of any script. */
export const documentLists = fc
  .constantFrom(['a', 'b'], ['x', 'y', 'z', ' '], ['か', 'な', 'ば゙'], ['👩‍👩‍👧', 'e\u0301', 'é', '한'])
  .chain((symbols) =>
    fc.array(
      fc
        .array(fc.constantFrom(...symbols), { minLength: 1, maxLength: 12 })
        .map((letters) => letters.join('')),
      { minLength: 1, maxLength: 30 },
    ),
  );

/** Any text of Unicode characters, most of them of the first planes. */
export const anyText = fc.string({
  unit: fc
    .oneof(
      fc.integer({ min: 0, max: 0x2ff }),
      fc.integer({ min: 0x300, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10ffff }),
    )
    .map((point) => String.fromCodePoint(point)),
});
