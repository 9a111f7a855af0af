import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vectorsOf, wholeOf, type Whole } from '../../../src/figures/step4/whole-data.ts';
import {
  fitted,
  flight,
  held,
  nearer,
  showing,
  toMap,
  toPicture,
} from '../../../src/figures/step4/whole-camera.ts';
import { numbersMade } from '../../../src/figures/step4/whole-facts.ts';
import { madeOf, rowsLit } from '../../../src/figures/step4/whole-made.ts';
import { cellUnder, planOf, type Plan } from '../../../src/figures/step4/whole-plan.ts';
import { boxOf, holds, indexOf, type Cell } from '../../../src/figures/step4/whole-tensor.ts';
import { BEATS, chosenOf, focusBox, stepped } from '../../../src/figures/step4/whole-view.ts';
import { written } from '../../../src/figures/step4/whole-terms.ts';
import { asker, byDefault, defaults } from '../worker/asking.ts';

const ask = asker(defaults());
const ROOM = { width: 900, height: 600 };

function wholeAt(change: object): { known: Whole; plan: Plan } {
  const recipe = { ...byDefault(4), ...change };
  const at = { recipe, step: 100 };
  const tensors = vectorsOf(recipe);
  const known = wholeOf(
    ask('passage', { ...at, text: 'mylia', tensors, design: null }),
    ask('weights', { ...at, tensors: null, gradients: false, memories: false }),
    ask('network', { recipe }),
  );
  return { known, plan: planOf(known.sizes, ROOM) };
}

const cellsOf = (plan: Plan): Cell[] =>
  plan.tensors.flatMap((tensor) =>
    Array.from({ length: tensor.rows }, (_, row) =>
      Array.from({ length: tensor.cols }, (__, col) => ({ tensor: tensor.id, row, col })),
    )
      .flat()
      .filter(({ row, col }) => holds(tensor, row, col)),
  );

describe.each([
  ['as the page trains it', {}],
  ['with two layers of two heads', { layers: 2, heads: 2 }],
  ['without the way around', { residual: false }],
])('the map of a network %s', (_, change) => {
  const { known, plan } = wholeAt(change);
  const valueOf = ({ tensor, row, col }: Cell): number =>
    known.values.get(tensor)![indexOf(plan.byId.get(tensor)!, row, col)];
  const cells = cellsOf(plan);

  it('has every number of the reading and every parameter, once', () => {
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
    expect(cells).toHaveLength(known.parameters + known.made);
    const { positions, vocab, ...sizes } = known.sizes;
    expect(numbersMade(positions, vocab, sizes)).toBe(known.made);
    for (const cell of cells) expect(valueOf(cell)).toEqual(expect.any(Number));
  });

  it('says of every number what it was made of, and it comes to that number', () => {
    for (const cell of cells) {
      const made = madeOf(plan, cell)!;
      const terms = made.terms.map(({ a, b }) => valueOf(a) * (b ? valueOf(b) : 1));
      const sum = terms.reduce((total, term) => total + term, 0);
      const value = valueOf(cell);
      if (made.how === 'sum' || made.how === 'dot' || made.how === 'mix')
        expect(sum).toBeCloseTo(value, 12);
      if (made.how === 'score')
        expect(sum / Math.sqrt(known.sizes.embd / known.sizes.heads)).toBeCloseTo(value, 12);
      if (made.how === 'copy') expect(sum).toBe(value);
      if (made.how === 'curve') expect(Math.max(0, sum)).toBe(value);
      if (made.how === 'loss') expect(-Math.log(sum)).toBeCloseTo(value, 12);
      if (made.how === 'softmax') {
        const all = made.terms.map(({ a }) => Math.exp(valueOf(a)));
        const shares = all.reduce((total, one) => total + one, 0);
        expect(all[made.own] / shares).toBeCloseTo(value, 12);
      }
      if (made.how === 'norm') {
        const mean = made.terms.reduce((s, { a }) => s + valueOf(a) ** 2, 0) / made.terms.length;
        expect(terms[made.own] / Math.sqrt(mean + 1e-5)).toBeCloseTo(value, 12);
      }
    }
  });

  it('writes a sum as its weightiest terms and the rest, and loses nothing', () => {
    for (const cell of cells.filter((__, i) => i % 37 === 0)) {
      const made = madeOf(plan, cell)!;
      if (made.how !== 'dot') continue;
      const { terms, more, rest } = written(made, valueOf, 3);
      expect(terms.length + more).toBe(made.terms.length);
      const shown = terms.reduce((total, { amount }) => total + amount, rest);
      expect(shown).toBeCloseTo(valueOf(cell), 12);
    }
  });

  it('lights only cells that are there', () => {
    const inside = (lit: {
      tensor: string;
      row: number;
      col: number;
      rows: number;
      cols: number;
    }) => {
      const tensor = plan.byId.get(lit.tensor)!;
      expect(lit.row + lit.rows).toBeLessThanOrEqual(tensor.rows);
      expect(lit.col + lit.cols).toBeLessThanOrEqual(tensor.cols);
    };
    for (const cell of cells) madeOf(plan, cell)!.lit.forEach(inside);
    for (let t = 0; t < known.sizes.positions; t++) rowsLit(plan, t).forEach(inside);
  });

  it('finds under a point the cell that is drawn there', () => {
    for (const cell of cells) {
      const box = boxOf(plan.byId.get(cell.tensor)!, cell.row, cell.col);
      expect(cellUnder(plan, box.x + box.width / 2, box.y + box.height / 2)).toEqual(cell);
    }
  });

  it('lays tensors side by side, none over another, all on the sheet', () => {
    for (const [i, a] of plan.tensors.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(plan.width);
      expect(a.y + a.height).toBeLessThanOrEqual(plan.height);
      for (const b of plan.tensors.slice(i + 1)) {
        const apart =
          a.x + a.width <= b.x + 1e-9 ||
          b.x + b.width <= a.x + 1e-9 ||
          a.y + a.height <= b.y + 1e-9 ||
          b.y + b.height <= a.y + 1e-9;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it('is crossed by the arrow keys, from any cell to another or to itself', () => {
    for (const cell of cells.filter((__, i) => i % 11 === 0))
      for (const way of ['left', 'right', 'up', 'down'] as const) {
        const next = stepped(plan, cell, way);
        expect(holds(plan.byId.get(next.tensor)!, next.row, next.col)).toBe(true);
      }
  });

  it('shows at each beat a part that is there, and a number in it', () => {
    for (const view of BEATS) {
      const box = focusBox(view.focus, plan);
      expect(box.width * box.height).toBeGreaterThan(0);
      const chosen = chosenOf(view.chosen, plan, known);
      expect(chosen === null).toBe(view.chosen === null);
      if (!chosen) continue;
      const cell = boxOf(plan.byId.get(chosen.tensor)!, chosen.row, chosen.col);
      expect(cell.x).toBeGreaterThanOrEqual(box.x - 1e-9);
      expect(cell.x + cell.width).toBeLessThanOrEqual(box.x + box.width + 1e-9);
    }
  });
});

describe('the camera', () => {
  const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
  const camera = fc.record({
    x: coordinate,
    y: coordinate,
    k: fc.double({ min: 0.5, max: 90, noNaN: true }),
  });
  const map = { x: 0, y: 0, width: 220, height: 140 };

  it('finds a point again that it has drawn', () => {
    fc.assert(
      fc.property(camera, coordinate, coordinate, (from, x, y) => {
        const drawn = toPicture(from, ROOM, x, y);
        const back = toMap(from, ROOM, drawn.x, drawn.y);
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it('keeps the point under the pointer where it is while it comes nearer', () => {
    fc.assert(
      fc.property(camera, fc.double({ min: 0.2, max: 5, noNaN: true }), (from, factor) => {
        const before = toMap(from, ROOM, 123, 45);
        const after = toMap(nearer(from, ROOM, factor, 123, 45), ROOM, 123, 45);
        expect(after.x).toBeCloseTo(before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
      }),
    );
  });

  it('never looks beside the map', () => {
    fc.assert(
      fc.property(camera, (from) => {
        const { x, y } = held(from, map, ROOM);
        expect(x).toBeGreaterThanOrEqual(map.x);
        expect(x).toBeLessThanOrEqual(map.x + map.width);
        expect(y).toBeGreaterThanOrEqual(map.y);
        expect(y).toBeLessThanOrEqual(map.y + map.height);
      }),
    );
  });

  it('brings a box into sight', () => {
    fc.assert(
      fc.property(camera, coordinate, coordinate, (from, x, y) => {
        const box = { x, y, width: 1, height: 1 };
        const to = showing(from, ROOM, box, 20);
        const corner = toPicture(to, ROOM, x, y);
        expect(corner.x).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(corner.x).toBeLessThanOrEqual(ROOM.width - 20 + 1e-6);
      }),
    );
  });

  it('flies from one view to the other without leaving all numbers behind', () => {
    const whole = fitted(map, ROOM, 10);
    fc.assert(
      fc.property(camera, fc.double({ min: 0, max: 1, noNaN: true }), (to, share) => {
        const way = flight(whole, to, ROOM);
        const start = way(0);
        expect(start.x).toBeCloseTo(whole.x, 4);
        expect(start.k).toBeCloseTo(whole.k, 4);
        const end = way(1);
        expect(end.k).toBeCloseTo(to.k, 4);
        expect(Number.isFinite(way(share).k)).toBe(true);
      }),
    );
  });
});
