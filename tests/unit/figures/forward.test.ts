import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lossOf, mlp, softmax, type Dials } from '../../../src/engine/by-hand.ts';
import { forwardLayout, lyingBars, unitX } from '../../../src/figures/step1/forward-layout.ts';
import {
  LINES,
  PARTS,
  openGates,
  originOf,
  runningSums,
  strongest,
  threadOf,
} from '../../../src/figures/step1/forward-terms.ts';
import { symbolOf, type Pass } from '../../../src/figures/step1/passes.ts';

const dials: Dials = {
  wte: [
    [0.5, -1],
    [1, 2],
    [-0.25, 0.75],
  ],
  mlp_fc1: Array.from({ length: 8 }, (_, j) => [Math.sin(j + 1), Math.cos(2 * j)]),
  mlp_fc2: Array.from({ length: 3 }, (_, k) =>
    Array.from({ length: 8 }, (_unit, j) => Math.sin(3 * j + k)),
  ),
};
const passOf = (token: number): Pass => {
  const pass = mlp(dials, token);
  return { token, ...pass, probs: softmax(pass.logits) };
};

describe('the lines of code that the figure names', () => {
  it('stand in the program', () => {
    const source = readFileSync('src/engine/by-hand.ts', 'utf8');
    for (const part of PARTS) expect(source).toContain(LINES[part]);
  });
});

describe('a number taken apart', () => {
  const pass = passOf(1);

  it('is the sum of its terms, to the last bit', () => {
    for (let j = 0; j < 8; j++) {
      const origin = originOf({ part: 'h', i: j }, pass, dials, []);
      expect(origin.result).toBe(pass.h[j]);
      expect(origin.running?.at(-1)).toBe(pass.h[j]);
      expect(origin.values).toHaveLength(2);
    }
    for (let k = 0; k < 3; k++) {
      const origin = originOf({ part: 'logits', i: k }, pass, dials, []);
      expect(origin.running?.at(-1)).toBe(pass.logits[k]);
    }
  });

  it('shows the factors of each term', () => {
    const { factors, values } = originOf({ part: 'h', i: 3 }, pass, dials, []);
    factors?.forEach(([weight, input], i) => expect(weight * input).toBe(values[i]));
  });

  it('gives a probability as softmax does', () => {
    const origin = originOf({ part: 'probs', i: 2 }, pass, dials, []);
    expect(origin.result).toBe(pass.probs[2]);
    expect(origin.values[2] / origin.running!.at(-1)!).toBeCloseTo(pass.probs[2], 15);
  });

  it('has the surprises of the name beside each other', () => {
    const nats = [1, 2, 3];
    expect(originOf({ part: 'nats', i: 1 }, pass, dials, nats).values).toEqual(nats);
    expect(lossOf(dials, [0, 1])).toBeGreaterThan(0);
  });

  it('looks at the term of the greatest weight first', () => {
    expect(strongest([1, -3, 2])).toBe(1);
    expect(runningSums([1, 2, 3])).toEqual([1, 3, 6]);
  });
});

describe('the thread', () => {
  it('goes by way of an open gate to the token that came', () => {
    const pass = passOf(0);
    const { unit, input } = threadOf(pass, dials, 2, null);
    expect(pass.a[unit]).toBeGreaterThan(0);
    expect(input).toBeLessThan(2);
  });

  it('goes through a unit that the reader has chosen', () => {
    expect(threadOf(passOf(0), dials, 2, 5).unit).toBe(5);
  });
});

describe('gates', () => {
  it('are open where something comes through', () => {
    const pass = passOf(1);
    expect(openGates(pass)).toBe(Array.from(pass.h).filter((value) => value > 0).length);
  });
});

describe('the layout', () => {
  it('lets matrices that share an axis share an edge', () => {
    for (const [width, height] of [
      [468, 430],
      [358, 190],
      [760, 700],
    ]) {
      const at = forwardLayout({ width, height }, 27, 16);
      expect(at.fc1.y).toBe(at.wte.y);
      expect(at.fc1.height).toBe(at.wte.height);
      expect(at.fc2.x).toBe(at.fc1.x);
      expect(at.fc2.width).toBeCloseTo(at.fc1.width, 9);
      expect(at.fc1.x + at.fc1.width).toBeCloseTo(width, 6);
      expect(unitX(at, 63)).toBeLessThan(width);
      expect(at.fc2.y + at.fc2.height).toBeLessThanOrEqual(height);
    }
  });

  it('gives the panel’s room to the cells where there is little', () => {
    expect(forwardLayout({ width: 468, height: 430 }, 27, 16).panel).not.toBeNull();
    expect(forwardLayout({ width: 358, height: 170 }, 27, 16).panel).toBeNull();
  });

  it('holds a large vocabulary too', () => {
    const at = forwardLayout({ width: 468, height: 430 }, 180, 16);
    expect(at.fc2.y + at.fc2.height).toBeLessThanOrEqual(430);
    expect(at.probs.width).toBeGreaterThan(60);
  });

  it('draws bars from the right where it is told to', () => {
    const box = { x: 0, y: 0, width: 100, height: 10 };
    const span = { box, pitch: 10, low: 0, high: 1 };
    expect(lyingBars([0.25], () => true, { ...span, rtl: true })).toContain('M100.0');
    expect(lyingBars([0.25], () => true, span)).toContain('M0.0');
  });
});

describe('a label', () => {
  it('leads back to its symbol', () => {
    expect(['a', '␣', '◌́', '\u2409'].map(symbolOf)).toEqual(['a', ' ', '\u0301', '\t']);
  });
});
