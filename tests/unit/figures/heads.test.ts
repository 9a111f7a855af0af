import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWiring } from '../../../src/engine/design.ts';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import * as see from '../../../src/figures/step4/heads-view.ts';
import { headsOf, runOf } from '../../../src/figures/step4/runs.ts';

const view = see.BEATS[0];
const sizes = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }));

describe('what a press on a head does', () => {
  it('mutes a head and brings it back', () => {
    const off = see.pressed(view, 4, 1, 2).wiring!;
    expect(off).toEqual([0, 1, -1, 3]);
    expect(see.pressed({ ...view, wiring: off }, 4, 1, 2).wiring).toEqual([0, 1, 2, 3]);
  });

  it('leaves one head of its layer alone, and again none', () => {
    const only = see.pressed({ ...view, tool: 'solo' }, 3, 2, 4).wiring!;
    expect(only).toEqual([0, 1, 2, -1, 1, -1]);
    expect(see.pressed({ ...view, tool: 'solo', wiring: only }, 3, 2, 4).wiring).toBe('own');
  });

  it('exchanges two heads in two presses, of one layer alone', () => {
    const swap = { ...view, tool: 'swap' as const };
    expect(see.pressed(swap, 4, 1, 1)).toEqual({ picked: 1 });
    expect(see.pressed({ ...swap, picked: 1 }, 4, 1, 3)).toEqual({
      picked: null,
      wiring: [0, 3, 2, 1],
    });
    expect(see.pressed({ ...swap, picked: 1 }, 4, 1, 1)).toEqual({ picked: null });
    expect(see.pressed({ ...swap, picked: 1 }, 2, 2, 2)).toEqual({ picked: 2 });
  });

  it('never makes a wiring that no network has, whatever is pressed', () => {
    const presses = fc.array(fc.tuple(fc.constantFrom(...see.TOOLS), fc.nat(31)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sizes, presses, ([heads, layers], all) => {
        let now = view;
        for (const [tool, at] of all) {
          now = { ...now, tool };
          now = { ...now, ...see.pressed(now, heads, layers, at % (heads * layers)) };
          expect(isWiring(see.wiringFor(now.wiring, heads, layers), heads, layers)).toBe(true);
        }
      }),
    );
  });
});

describe('the wirings of the text', () => {
  it('fit any number of heads and layers', () => {
    fc.assert(
      fc.property(sizes, ([heads, layers]) => {
        for (const wiring of ['own', 'none', 'muted', 'alone', 'swapped'] as const)
          expect(isWiring(see.wiringFor(wiring, heads, layers), heads, layers)).toBe(true);
      }),
    );
  });

  it('are the trained ones where a wiring is of another size', () => {
    expect(see.wiringFor([1, 0], 4, 1)).toEqual([0, 1, 2, 3]);
    expect(see.isOwn(see.wiringFor('swapped', 1, 1), 1)).toBe(true);
  });

  it('are priced one a head, and exchanges only within a layer', () => {
    expect(see.pricedWirings({ tool: 'mute', picked: null }, 2, 1)).toEqual([
      [-1, 1],
      [0, -1],
    ]);
    const swaps = see.pricedWirings({ tool: 'swap', picked: 0 }, 2, 2);
    expect(swaps).toEqual([null, [1, 0, 0, 1], null, null]);
    expect(see.pricedWirings({ tool: 'swap', picked: null }, 2, 1)).toEqual([null, null]);
  });
});

describe('the layout of the maps', () => {
  it('keeps every map inside the picture and apart from the others', () => {
    const box = fc.tuple(fc.integer({ min: 320, max: 900 }), fc.integer({ min: 260, max: 640 }));
    fc.assert(
      fc.property(sizes, box, ([heads, layers], [width, height]) => {
        const at = see.headsLayout({ width, height }, 1, heads, layers);
        expect(at.maps).toHaveLength(heads * layers);
        for (const map of at.maps) {
          expect(map.x).toBeGreaterThanOrEqual(-0.01);
          expect(map.x + at.side).toBeLessThanOrEqual(width + 0.01);
          for (const other of at.maps) {
            if (other.place === map.place) continue;
            const apart =
              Math.abs(map.x - other.x) >= at.side || Math.abs(map.y - other.y) >= at.side;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('has the answer between maps and axis where there is room', () => {
    const at = see.headsLayout({ width: 468, height: 440 }, 1, 4, 1);
    expect(at.bars.height).toBeGreaterThan(80);
    expect(at.bars.top + at.bars.height).toBeLessThanOrEqual(at.axis.top);
    expect(see.headsLayout({ width: 358, height: 280 }, 1, 4, 1).bars.height).toBe(0);
  });
});

describe('the axis of held-out loss', () => {
  it('has the better at the right and everything on it', () => {
    const axis = see.heldAxis([2.454, 2.388, 2.392], 0, 400);
    expect(axis.x(2.454)).toBeLessThan(axis.x(2.392));
    expect(axis.x(2.392)).toBeLessThan(axis.x(2.388));
    for (const nats of [2.454, 2.388, 9, NaN, -1]) {
      if (Number.isNaN(nats)) continue;
      expect(axis.x(nats)).toBeGreaterThanOrEqual(0);
      expect(axis.x(nats)).toBeLessThanOrEqual(400);
    }
  });
});

it('an even share is nothing more and nothing less', () => {
  expect(see.against(0.25, 4)).toBe(0);
  expect(see.against(0, 4)).toBe(-1);
  expect(see.against(0.5, 4)).toBe(1);
});

describe('the runs that are compared', () => {
  const own: Recipe = { ...DEFAULT_RECIPE, model: 4 };

  it('are the page’s own where nothing differs', () => {
    expect(runOf(own, {})).toBe(own);
    expect(runOf(own, { layers: 1, heads: 4 })).toBe(own);
  });

  it('differ in what was asked alone', () => {
    expect(runOf(own, { adam: true })).toEqual({ ...own, optimizer: 'adam', rate: 0.01 });
    expect(runOf(own, { layers: 3 })).toEqual({ ...own, layers: 3 });
    expect(runOf(own, { heads: 1 })).toEqual({ ...own, heads: 1 });
  });

  it('have heads that divide the width', () => {
    expect(headsOf(16)).toEqual([1, 2, 4, 8, 16]);
    expect(headsOf(6)).toEqual([1, 2, 3, 6]);
  });
});
