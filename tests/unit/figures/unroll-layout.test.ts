import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/figures/step2/unroll-layout.ts';

/** What the reader sees of one number, from the top down. */
const shown = (height: number, scale = 1, folded = false) => {
  const { whole, group, part, card, foot } = bandsOf(358, height, 3, scale, folded);
  return [whole, group, part, card, foot].filter((band) => band !== null);
};

describe('the bands of an opened number', () => {
  it('stand under one another, within the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 110, max: 900 }),
        fc.constantFrom(1, 1.125),
        fc.boolean(),
        (height, scale, folded) => {
          const bands = shown(height, scale, folded);
          bands.slice(1).forEach(({ y }, k) => {
            expect(y).toBeGreaterThanOrEqual(bands[k].y + bands[k].height);
          });
          const last = bands[bands.length - 1];
          expect(last.y + last.height).toBeLessThanOrEqual(height + 0.5);
        },
      ),
    );
  });
  it('keep the part on the lowest screens, and the amounts of a weight on most phones', () => {
    expect(bandsOf(358, 118, 3, 1, false)).toMatchObject({ group: null, card: null, foot: null });
    expect(bandsOf(358, 118, 3, 1, false).part).not.toBeNull();
    expect(bandsOf(358, 198, 3, 1, false).foot).not.toBeNull();
    expect(bandsOf(358, 450, 3, 1, false).card).not.toBeNull();
  });
});
