import { describe, expect, it } from 'vitest';
import {
  barsPath,
  BEATS,
  extentOf,
  KNOWN,
  openUnits,
  outerOf,
  productOf,
  rowsOf,
  spotOf,
  STAGES,
  usualSpot,
} from '../../../src/figures/step1/deriving-view.ts';
import { asker, small, twelve } from '../worker/asking.ts';

const ask = asker(twelve());
const recipe = small(1, { steps: 8 });
const place = { recipe, step: 8, text: 'anna' };
const pass = ask('pair', { ...place, pair: 1 });

describe('the way back of one pair', () => {
  it('goes through its stages in the order of the beats, the loss first', () => {
    expect(BEATS.map(({ stage }) => stage)).toEqual([...STAGES]);
    expect([KNOWN.logits, KNOWN.a, KNOWN.h, KNOWN.x]).toEqual([0, 1, 2, 3]);
  });

  it('has at fc2 and fc1 the products of its margins, which are that pair’s gradient', () => {
    const { shapes } = ask('network', { recipe });
    const { gradient } = ask('handGradient', { recipe, step: 8, text: 'anna', mistake: null });
    const pairs = pass.tokens.slice(1).map((_, pair) => ask('pair', { ...place, pair }));
    for (const [stage, name, turned] of [
      ['fc2', 'mlp_fc2', false],
      ['fc1', 'mlp_fc1', true],
    ] as const) {
      const { from, rows, cols } = shapes.find((shape) => shape.name === name)!;
      const sum = new Float64Array(rows * cols);
      for (const one of pairs)
        productOf(outerOf(stage, one)!).forEach((value, i) => {
          const at = turned ? (i % rows) * cols + Math.floor(i / rows) : i;
          sum[at] += value;
        });
      sum.forEach((value, i) => expect(value).toBeCloseTo(gradient[from + i], 14));
    }
  });

  it('passes the open gates only', () => {
    pass.dh.forEach((d, j) => expect(d + 0).toBe(pass.h[j] > 0 ? pass.da[j] : 0));
    expect(openUnits(pass)).toBe([...pass.h].filter((h) => h > 0).length);
  });
});

describe('the number that is looked at', () => {
  it('is the largest of its stage before one is chosen', () => {
    expect(usualSpot('logits', pass)).toEqual([pass.target, 0]);
    for (const stage of ['fc2', 'fc1'] as const) {
      const outer = outerOf(stage, pass)!;
      const [row, col] = usualSpot(stage, pass);
      const most = Math.max(...productOf(outer).map(Math.abs));
      expect(Math.abs(outer.down[row] * outer.along[col])).toBe(most);
    }
    const [shut] = usualSpot('gate', pass);
    expect(pass.h[shut] > 0 && [...pass.h].some((h, j) => h <= 0 && pass.da[j] !== 0)).toBe(false);
  });

  it('stays within the stage, whatever was chosen in a larger network', () => {
    for (const stage of STAGES) {
      const [rows, cols] = extentOf(stage, pass);
      const spot = spotOf({ stage, pair: null, spot: [999, 999] }, pass);
      expect(spot).toEqual([rows - 1, cols - 1]);
    }
  });
});

describe('the rows of the pass', () => {
  it('are all of them where there is room, else those that the stage joins', () => {
    expect(rowsOf('gate', true)).toEqual(['x', 'h', 'a', 'logits', 'probs']);
    expect(STAGES.map((stage) => rowsOf(stage, false).join(' '))).toEqual([
      'logits probs',
      'a logits',
      'h a',
      'x h',
      'x',
    ]);
  });

  it('are bars up and down from the middle, as long as their share of the largest', () => {
    const lane = { x: 0, y: 0, width: 30, height: 20 };
    expect(barsPath([1, -0.5, 0], lane, 1, true).match(/v(-?[\d.]+)/g)).toEqual(['v-10.0', 'v5.0']);
    expect(barsPath([1], lane, 1, false)).toContain('v-20.0');
    expect(barsPath([NaN], lane, 1, true)).toBe('');
  });
});
