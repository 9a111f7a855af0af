import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractRegion } from '../../../src/build/code-regions.ts';
import * as duel from '../../../src/figures/step2/duel-view.ts';
import * as loop from '../../../src/figures/step2/new-loop-view.ts';
import * as questions from '../../../src/figures/step2/questions-2-view.ts';
import { linesFor } from '../../../src/figures/step2/same-runs.tsx';
import { nearOf } from '../../../src/figures/step2/changes-view.ts';
import * as same from '../../../src/figures/step2/same-view.ts';
import { weightName } from '../../../src/figures/step2/weight-name.ts';

describe('the lines of the two loops', () => {
  const lines = [...loop.BY_HAND, ...loop.RECORDED];

  it.each(lines)('$from has $head', ({ head, rest, from }) => {
    const [file, region] = from.split('#');
    const url = new URL(`../../../src/engine/${file}.ts`, import.meta.url);
    const code = extractRegion(readFileSync(url, 'utf8'), region)?.code ?? '';
    // Where a line is broken is the printer's affair.
    expect(code.replaceAll(/\s+/g, '')).toContain((head + rest).replaceAll(/\s+/g, ''));
  });

  it('are tied job by job: each job is in both loops', () => {
    for (const job of loop.JOBS) {
      expect(loop.linesOf(loop.BY_HAND, job)).toBeGreaterThan(0);
      expect(loop.linesOf(loop.RECORDED, job)).toBe(1);
    }
  });

  it('of one pair run in the order in which the region has them', () => {
    const url = new URL('../../../src/engine/by-hand.ts', import.meta.url);
    const { code } = extractRegion(readFileSync(url, 'utf8'), 'pair')!;
    const places = loop.BY_HAND.filter(({ from }) => from === 'by-hand#pair').map(
      ({ head, rest }) => code.indexOf(head + rest),
    );
    expect(places).toEqual(places.toSorted((p, q) => p - q));
  });
});

describe('gradients that pile up', () => {
  const weight = { tensor: 'wte', row: 0, col: 0, piled: Float64Array.of(1, 3, 2, -1) };

  it('are made of what each name adds', () => {
    expect(loop.amountsOf(weight, 4)).toEqual([1, 2, -1, -3]);
    expect(loop.amountsOf(weight, 2)).toEqual([1, 2]);
  });

  it('are drawn as piles whose parts come to the sum', () => {
    const amounts = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, (all) => {
        const bars = all.map((_, i) => loop.barAt(all, i + 1));
        const [low, high] = loop.reach(bars);
        bars.forEach((bar, i) => {
          expect(bar.sum).toBe(all.slice(0, i + 1).reduce((sum, one) => sum + one, 0));
          expect(bar.newest).toBe(all[i]);
          for (const edge of bar.edges) {
            expect(edge).toBeGreaterThanOrEqual(low);
            expect(edge).toBeLessThanOrEqual(high);
          }
        });
        expect(low).toBeLessThan(high);
      }),
    );
  });

  it('are so many times as long, and the nearest guess is told', () => {
    const run = (...norms: number[]) => ({
      norms: Float64Array.from(norms),
      losses: Float64Array.from(norms),
    });
    const pile = { piled: run(1, 12), zeroed: run(1, 2, 3) } as loop.Pile;
    expect(loop.shownNames(pile)).toBe(2);
    expect(loop.ratioAt(pile, 2)).toBe(6);
    expect(loop.ratioAt(pile, 10)).toBe(6);
    expect(loop.nearestGuess(5.7)).toBe(6);
    expect(loop.nearestGuess(4)).toBe(3);
    expect(loop.nearestGuess(1000)).toBe(30);
  });

  it('have losses on an axis with round numbers', () => {
    expect(loop.lossTicks(2.4, 9.9)).toEqual([3, 5]);
    expect(loop.lossTicks(0.5, 60)).toEqual([1, 2, 3, 5, 10, 20, 50]);
  });
});

describe('the same numbers', () => {
  it('are cut where they begin to differ', () => {
    const [one, two] = same.split({ byHand: '-0.1234', recorded: '-0.1256' });
    expect(one).toEqual({ same: '−0.12', differs: '34' });
    expect(two).toEqual({ same: '−0.12', differs: '56' });
    expect(same.split({ byHand: '0.5', recorded: '0.5' })[0]).toEqual({ same: '0.5', differs: '' });
    expect(same.split({ byHand: '1e-9', recorded: '-1e-9' })[1].differs).toBe('−1e-9');
  });

  const apart = [
    { from: 0, to: 0, count: 5, example: null },
    { from: 1, to: 1, count: 3, example: null },
    { from: 3, to: 4, count: 2, example: null },
    { from: 5, to: null, count: 1, example: null },
  ];

  it('are counted by how far they are apart', () => {
    expect(apart.map(same.apartLabel)).toEqual(['0', '1', '3–4', '5+']);
    const digits = { apart } as unknown as same.Digits;
    // Neither those that do not differ nor those that are more than two steps apart.
    expect(nearOf(digits)).toBe(3);
  });

  it('make the same names, or not', () => {
    const names = (byHand: string[], recorded: string[]) => ({ byHand, recorded });
    expect(same.answerOf(names(['a', 'b'], ['a', 'b']))).toBe('all');
    expect(same.answerOf(names(['a', 'b'], ['a', 'c']))).toBe('some');
    expect(same.answerOf(names(['a', 'b'], ['c', 'd']))).toBe('none');
    expect(linesFor(['anna', 'bo', 'cara'], 7)).toBe(2);
    expect(linesFor([], 7)).toBe(1);
  });

  it('round as the text says', () => {
    const { 'same.left': left, 'same.right': right, ...rest } = same.roundings();
    expect(left).not.toBe(right);
    expect(rest['same.divided']).not.toBe(rest['same.times']);
  });
});

describe('the duel', () => {
  const bout = (readableMs: number, fastMs: number, agree = [true, true]) => ({
    steps: 2,
    readableMs,
    fastMs,
    same: agree,
  });

  it('is scored by the best of each engine, with the spread of single rounds', () => {
    const score = duel.scoreOf([bout(10, 0.5), bout(8, 0.1), bout(20, 0.2, [true, false])]);
    expect(score).toMatchObject({ rounds: 3, ratio: 80, spread: [20, 100], same: 5, losses: 6 });
  });

  it('says nothing that was not measured', () => {
    const none = duel.scoreOf([]);
    expect(none.best).toBeNull();
    expect(duel.factor(none.ratio)).toBe('–');
    expect(duel.cellsOf(none.ratio)).toBe(0);
    expect(duel.time(undefined)).toEqual({ value: '–', unit: 'ms' });
    // A clock too coarse for the fast engine.
    const coarse = duel.scoreOf([bout(10, 0)]);
    expect(duel.factor(coarse.ratio)).toBe('–');
    expect(duel.time(coarse.best?.fast).value).toBe('–');
  });

  it('has an axis that holds all that was measured', () => {
    expect(duel.axisOf([])).toEqual([-2, 2]);
    const [low, high] = duel.axisOf([bout(250, 0.004)]);
    expect(10 ** low).toBeLessThanOrEqual(0.004);
    expect(10 ** high).toBeGreaterThanOrEqual(250);
    expect(duel.time(0.0771)).toEqual({ value: '77', unit: 'µs' });
    expect(duel.time(4.44)).toEqual({ value: '4.4', unit: 'ms' });
  });
});

describe('the questions at the end', () => {
  it('have the right number among their answers, each once, by size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (c) => {
        const { right, assigned, options, end } = questions.expressionOf(c);
        expect(right).toBe(2 * c + 1);
        expect(end).toBe(c * c + c);
        expect(assigned).not.toBe(right);
        expect(options).toContain(right);
        expect(options).toEqual([...new Set(options)].toSorted((p, q) => p - q));
        expect(options.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('ask about the letter that a name has most often', () => {
    expect(questions.commonest([9, 0, 5, 5, 0, 5, 9])).toEqual({ token: 5, times: 3 });
    expect(questions.commonest([9, 3, 1, 9])).toEqual({ token: 3, times: 1 });
    expect(questions.commonest([9, 9])).toEqual({ token: 9, times: 1 });
  });

  it('find the steepest number whatever its sign', () => {
    const one = { token: 0, position: 0 };
    const largest = [
      { of: 'loss' as const, gradient: 1, ...one },
      { of: 'probability' as const, gradient: -3, ...one },
    ];
    expect(questions.steepest(largest).of).toBe('probability');
  });
});

it('a weight is called as the code would write it', () => {
  const labels = ['a', 'b', '•'];
  expect(weightName({ tensor: 'wte', row: 2, col: 6 }, labels)).toBe('wte[•][6]');
  expect(weightName({ tensor: 'mlp_fc1', row: 2, col: 6 }, labels)).toBe('fc1[2][6]');
  expect(weightName({ tensor: 'mlp_fc2', row: 1, col: 0 }, labels)).toBe('fc2[b][0]');
  expect(weightName({ tensor: 'mlp_fc2', row: 1, col: 0 }, undefined)).toBe('fc2[1][0]');
});
