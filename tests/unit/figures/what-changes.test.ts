import { describe, expect, it } from 'vitest';
import { changesLayout, columnOf, pitchFor } from '../../../src/figures/step2/changes-layout.ts';
import {
  agreeing,
  examplesOf,
  nameOf,
  written,
  type Example,
} from '../../../src/figures/step2/changes-view.ts';

const example = (byHand: string, recorded: string, units: number, row = 0): Example => ({
  tensor: 'mlp_fc2',
  row,
  col: 3,
  byHand,
  recorded,
  units,
});

describe('digits that agree', () => {
  it('are counted from the first that is not 0', () => {
    expect(agreeing('-0.020054782818613965', '-0.020054782818613972')).toBe(15);
    expect(agreeing('1.0000000000000000', '1.0000000000000002')).toBe(16);
    expect(agreeing('2.0', '3.0')).toBe(0);
    expect(agreeing('-0.5', '0.5')).toBe(0);
  });
  it('are all of them where two numbers are the same', () => {
    expect(agreeing('0.02', '0.02')).toBe(17);
  });
  it('do not include a power of ten', () => {
    const { marks } = written('1.25e-7');
    expect(marks.map(({ place }) => place)).toEqual([1, 0, 2, 3, 0, 0, 0]);
    expect(agreeing('1.25e-7', '1.25e-8')).toBe(3);
  });
});

describe('the parameters shown', () => {
  const small = example('0.001', '0.0010000000000000002', 1, 1);
  const large = example('-0.3', '-0.30000000000000004', 1, 2);
  const far = example('0.0001', '0.00010000000000000009', 7, 3);
  const alike = example('0.4', '0.4', 0, 4);
  const answer = (...examples: (Example | null)[]) =>
    ({ apart: examples.map((one) => ({ from: 0, to: 0, count: 1, example: one })) }) as never;
  it('begin with the largest that differs, then the farthest, and have one that is alike', () => {
    expect(examplesOf(answer(alike, small, large, far))).toEqual([large, far, small, alike]);
  });
  it('are as many as there are', () => {
    expect(examplesOf(answer(alike, null, far))).toEqual([far, alike]);
    expect(examplesOf(answer(null))).toEqual([]);
    expect(examplesOf(answer(example('0', '0', 0)))).toEqual([]);
  });
  it('go by the names of the pages', () => {
    expect(nameOf(large)).toBe('fc2[2][3]');
  });
});

describe('lines as strokes', () => {
  const lines = {
    one: [
      [0, 20],
      [2, 90],
    ],
    two: [[0, 1]],
  } as const;
  it('stand under one another, and none is wider than its column', () => {
    const { pieces, count, height } = columnOf(['one', 'two'], lines, 4, 100);
    expect(count).toBe(3);
    expect(height).toBe(24);
    expect(pieces[1].strokes[0].y).toBe(20);
    for (const { x, width } of pieces.flatMap(({ strokes }) => strokes))
      expect(x + width).toBeLessThanOrEqual(100);
  });
  it('fit their height', () => {
    const pitch = pitchFor(60, 5, 200);
    expect((60 + 3 * 4) * pitch).toBeLessThanOrEqual(200);
  });
  it('leave room for at least one pair of numbers', () => {
    for (const size of [
      { width: 358, height: 190 },
      { width: 468, height: 470 },
    ]) {
      const { code, rows } = changesLayout(size, 1);
      expect(rows).toBeGreaterThan(0);
      expect(code).toBeGreaterThan(60);
      expect(code).toBeLessThan(size.height);
    }
  });
});
