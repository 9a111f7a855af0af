import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topological } from '../../../src/engine/autograd.ts';
import { boxed } from '../../../src/figures/step2/amounts.ts';
import { roomFor } from '../../../src/figures/step2/graph-room.ts';
import { orderLayout } from '../../../src/figures/step2/wave-layout.ts';
import {
  BEATS,
  EXAMPLES,
  formulaOf,
  handedTo,
  recordOf,
  shownOf,
  type ExampleName,
  type View,
} from '../../../src/figures/step2/wave-view.ts';

const NAMES = Object.keys(EXAMPLES) as ExampleName[];
const whole = (view: Partial<View>): View => ({ ...BEATS[0], walked: 99, ...view });
const last = <T>(list: readonly T[]): T => list[list.length - 1];

describe('what is handed back', () => {
  it('comes one amount for every use, and adds up to what nudging says', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.record({ a: number, c: number, x: number, w: number, b: number }),
        (example, values) => {
          const { accounts } = shownOf(whole({ example, values }), boxed);
          for (const { handed, holds, nudged, name } of accounts) {
            // At the corner of relu nudging sees half a slope.
            if (example === 'neuron' && Math.abs(values.w * values.x + values.b) < 1e-3) continue;
            const sum = handed.reduce((so, { amount }) => so + amount, 0);
            expect(sum, name).toBeCloseTo(holds, 12);
            expect(nudged, name).toBeCloseTo(holds, 6);
          }
        },
      ),
    );
  });
  it('is written over with =, but for the last amount', () => {
    const { accounts, right, wrong } = shownOf(whole({ assigning: true }), boxed);
    for (const { handed, holds, name } of accounts) {
      expect(handed.filter(({ kept }) => kept)).toEqual([last(handed)]);
      expect(holds).toBe(wrong.get(name));
    }
    expect([...right.entries()]).toEqual([['a', 6], ['c', -4]]); // prettier-ignore
    expect([...wrong.entries()]).toEqual([['a', 1], ['c', 1]]); // prettier-ignore
  });
  it('is the same with = where nothing is used twice', () => {
    const { right, wrong } = shownOf(whole({ example: 'neuron' }), boxed);
    expect(wrong).toEqual(right);
  });
  it('comes only from who has handed on', () => {
    const order = topological(recordOf(BEATS[0]).end);
    for (let walked = 0; walked <= order.length; walked++) {
      for (const { from } of handedTo(order, walked, false).flat()) {
        expect(from).toBeGreaterThanOrEqual(order.length - walked);
      }
    }
  });
});

describe('the walk', () => {
  it('moves no box: neither a step, nor a rule, nor a number changes the plan', () => {
    const plan = (view: View) =>
      shownOf(view, boxed).graph.nodes.map(({ id, label, numbers }) => [
        id,
        label,
        numbers?.map(({ mark }) => mark?.length ?? 0),
      ]);
    for (const example of NAMES) {
      const still = plan({ ...BEATS[0], example });
      for (const walked of [0, 1, 3, 99]) {
        expect(plan({ ...BEATS[0], example, walked, assigning: walked > 1 })).toEqual(still);
      }
    }
  });
  it('puts what is handed on the arrows of who hands it, each of two its own', () => {
    const { graph } = shownOf(whole({ example: 'cube', values: { x: 3 }, walked: 1 }), boxed);
    const handed = graph.edges.filter(({ quantity }) => quantity === 'gradient');
    expect(handed.map(({ label }) => label)).toEqual(['3', '9']);
  });
  it('names what it walks over as one writes it', () => {
    expect(NAMES.map((example) => formulaOf({ example }))).toEqual([
      '(a + c) · (a − c)',
      'x · x · x',
      'relu(w · x + b)',
    ]);
  });
});

describe('the row of numbers', () => {
  const arcs = [
    { from: 2, to: 0 },
    { from: 2, to: 0 },
    { from: 1, to: 0 },
  ];
  it('fills its width, in order, without overlap, with room for the hand at both ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 8, max: 70 }), { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 330, max: 800 }),
        (labels, width) => {
          const { slots } = orderLayout(labels, arcs, width, 84, 1);
          expect(slots[0].x).toBe(6);
          expect(last(slots).x + last(slots).width).toBeLessThanOrEqual(width - 5);
          slots.slice(1).forEach(({ x }, k) => {
            expect(x).toBeGreaterThan(slots[k].x + slots[k].width);
          });
        },
      ),
    );
  });
  it('draws two arcs apart where a number goes in twice', () => {
    const { arcs: drawn } = orderLayout([8, 30, 30], arcs, 300, 84, 1);
    expect(new Set(drawn.map(({ d }) => d)).size).toBe(3);
  });
});

describe('the size of a small graph', () => {
  it('grows with its room, up to a limit, and never shrinks', () => {
    const order = topological(recordOf(BEATS[0]).end);
    const at = (width: number, height: number) => roomFor(order, width, height);
    expect(at(200, 100)).toBe(1);
    expect(at(520, 400)).toBeGreaterThan(at(470, 400));
    expect(at(5000, 5000)).toBe(at(9000, 9000));
  });
});
