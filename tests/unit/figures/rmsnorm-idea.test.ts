import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normed } from '../../../src/engine/ideas/norm-work.ts';
import {
  ADDED,
  ASKS,
  BEATS,
  centred,
  circlePath,
  dragged,
  drawnAt,
  meanOf,
  movedBy,
  REACH,
  rmsOf,
  shifted,
  sphereLayout,
  sphereRadius,
  type Point3,
} from '../../../src/figures/ideas/rmsnorm/sphere-view.ts';

const size = { width: 468, height: 400 };
const at = sphereLayout(size, 1);
const number = fc.double({ min: -REACH, max: REACH, noNaN: true });
const vector = fc.tuple(number, number, number);
const three = (values: readonly number[]): Point3 => [values[0], values[1], values[2]];
const both = (x: Point3) => ({ rms: three(normed('rms', x)), layer: three(normed('layer', x)) });

describe('the vector of three numbers', () => {
  it('is drawn so that its norms lie within the sphere', () => {
    fc.assert(
      fc.property(vector, (x) => {
        fc.pre(rmsOf(centred(x)) > 0.1);
        for (const end of Object.values(both(x))) {
          const [px, py] = drawnAt(at, end);
          const far = Math.hypot(px - at.middle[0], py - at.middle[1]);
          expect(far).toBeLessThanOrEqual(sphereRadius(at) + 1e-6);
        }
        expect(meanOf(centred(x))).toBeCloseTo(0, 9);
      }),
    );
  });

  it('goes where it is dragged, and not out of reach', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -400, max: 400 }),
        (dx, dy) => {
          const next = dragged(at, [0, 0, 0], dx, dy);
          for (const value of next) expect(Math.abs(value)).toBeLessThanOrEqual(REACH);
          if (Math.hypot(dx, dy) > at.unit) return;
          const [px, py] = drawnAt(at, next);
          expect(px - at.middle[0]).toBeCloseTo(dx, -0.5);
          expect(py - at.middle[1]).toBeCloseTo(dy, -0.5);
        },
      ),
    );
  });

  it('shows the circle from the side', () => {
    const points = [...circlePath(at).matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [+x, +y]);
    const far = points.map(([x, y]) => Math.hypot(x - at.middle[0], y - at.middle[1]));
    expect(Math.max(...far)).toBeCloseTo(sphereRadius(at), 0);
    expect(Math.min(...far)).toBeLessThan(0.5 * sphereRadius(at));
  });
});

describe('the question', () => {
  it('is answered by the engine: only RMSNorm’s result moves', () => {
    const [before, after] = [BEATS[ASKS].x, BEATS[ASKS + 1].x];
    expect(after).toEqual(shifted(before, ADDED));
    expect(movedBy(both(before), both(after))).toBe('rms');
    expect(movedBy(both(before), both(before))).toBe('neither');
  });
});
