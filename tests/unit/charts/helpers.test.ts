import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed, integer, padded, signed } from '../../../src/charts/format.ts';
import { travel } from '../../../src/charts/hooks/roving.ts';
import { infinityTicks, nearest, seriesPath } from '../../../src/charts/lines/path.ts';
import { scrubCurve } from '../../../src/charts/lines/scrubPath.ts';
import { movingAverage } from '../../../src/charts/smooth.ts';
import { clip, fitting, graphemes, monoWidth } from '../../../src/charts/text.ts';
import type { Point } from '../../../src/charts/types.ts';

describe('numbers', () => {
  it('have a true minus sign, and none before zero', () => {
    expect(fixed(2)(-0.8)).toBe('−0.80');
    expect(fixed(2)(-0.001)).toBe('0.00');
    expect(signed(1)(0.5)).toBe('+0.5');
  });

  it('know infinity and nothing', () => {
    expect(fixed(3)(Infinity)).toBe('∞');
    expect(fixed(3)(-Infinity)).toBe('−∞');
    expect(fixed(3)(NaN)).toBe('–');
    expect(integer()(Infinity)).toBe('∞');
  });

  it('are grouped by the language and set right in figures', () => {
    expect(integer('en')(32178)).toBe('32,178');
    expect(integer('de')(32178)).toBe('32.178');
    expect(padded('7', 3)).toHaveLength(3);
  });
});

describe('text', () => {
  it('is split into what a reader calls characters', () => {
    expect(graphemes('zoé')).toEqual(['z', 'o', 'é']);
    expect(graphemes('👩‍🚀か')).toEqual(['👩‍🚀', 'か']);
  });

  it('takes twice the room for a kana as for a letter, almost', () => {
    expect(monoWidth('か', 10)).toBeGreaterThan(monoWidth('a', 10) * 1.5);
  });

  it('is cut to its room, but never to nothing', () => {
    const width = (text: string) => text.length;
    expect(clip('consonant', 5, width)).toBe('cons…');
    expect(clip('ab', 5, width)).toBe('ab');
    expect(clip('consonant', 0, width)).toBe('c');
  });

  it('keeps labels apart and the urgent ones first', () => {
    const room = Array.from({ length: 10 }, () => 12);
    const kept = fitting(room, 10, [3]);
    expect(kept.has(3)).toBe(true);
    expect(kept.has(2)).toBe(false);
    expect(kept.has(4)).toBe(false);
    expect(fitting(room, 12).size).toBe(10);
  });
});

describe('a moving average', () => {
  it('is the mean of the last values, fewer at the start', () => {
    expect([...movingAverage([2, 4, 6, 8], 2)]).toEqual([2, 3, 5, 7]);
  });

  it('leaves infinities out, and is infinite where nothing is left', () => {
    expect([...movingAverage([Infinity, 4, Infinity, Infinity], 2)]).toEqual([
      Infinity,
      4,
      4,
      Infinity,
    ]);
  });
});

describe('lines', () => {
  const same = (value: number) => value;
  const broken: Point[] = [
    [0, 1],
    [1, 2],
    [2, Infinity],
    [3, 4],
    [4, 5],
  ];

  it('break at infinity, which is ticked', () => {
    expect(seriesPath(broken, same, same)).toBe('M0,1L1,2M3,4L4,5');
    expect(infinityTicks(broken, same, 0)).toBe('M2 0v5');
  });

  it('are read at the nearest point', () => {
    expect(nearest(broken, 3.4)).toEqual([3, 4]);
    expect(nearest(broken, 99)).toEqual([4, 5]);
    expect(nearest([], 1)).toBeUndefined();
  });

  it('of the scrubber meet at the handle', () => {
    const losses = Array.from({ length: 100 }, (_, i) => 3 - i / 100);
    const curve = scrubCurve(losses, [0, 100], 10, { width: 200, top: 0, bottom: 30 });
    const end = curve.path(0, 50).split('L').pop();
    expect(curve.path(50, 100).startsWith(`M${end}`)).toBe(true);
    expect(curve.path(0, 0)).toBe('');
    expect(curve.x(100)).toBe(200);
    expect(curve.y(100)).toBeGreaterThan(curve.y(20));
  });

  it('of a run without losses are flat and finite', () => {
    const curve = scrubCurve([], [0, 10], 40, { width: 100, top: 0, bottom: 30 });
    expect(Number.isFinite(curve.y(5))).toBe(true);
    expect(curve.path(0, 10)).toBe('');
  });
});

describe('a cursor', () => {
  const extent = { rows: 5, columns: 7 };

  it('stays inside whatever is pressed', () => {
    const keys = [
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys)), fc.boolean(), (pressed, ctrl) => {
        let place = { row: 2, column: 3 };
        for (const key of pressed) place = travel(place, key, extent, ctrl) ?? place;
        return place.row >= 0 && place.row < 5 && place.column >= 0 && place.column < 7;
      }),
    );
  });

  it('follows the writing direction', () => {
    const from = { row: 0, column: 3 };
    expect(travel(from, 'ArrowLeft', { ...extent, rtl: true })?.column).toBe(4);
    expect(travel(from, 'ArrowLeft', extent)?.column).toBe(2);
  });

  it('goes to the ends of its row and column, and with Ctrl of everything', () => {
    const from = { row: 2, column: 3 };
    expect(travel(from, 'Home', extent)).toEqual({ row: 2, column: 0 });
    expect(travel(from, 'PageDown', extent)).toEqual({ row: 4, column: 3 });
    expect(travel(from, 'End', extent, true)).toEqual({ row: 4, column: 6 });
    expect(travel(from, 'x', extent)).toBeNull();
  });
});
