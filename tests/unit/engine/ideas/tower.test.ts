import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCorpus } from '../../../../src/engine/corpus.ts';
import { floors } from '../../../../src/engine/floors.ts';
import { applyNorm, measureBatch, normState } from '../../../../src/engine/ideas/batch-norm.ts';
import { pairTable } from '../../../../src/engine/ideas/pair-table.ts';
import { layersOf, Tower, type Joint } from '../../../../src/engine/ideas/tower.ts';
import { trainTower } from '../../../../src/engine/ideas/tower-run.ts';
import { finish } from '../../../../src/engine/progress.ts';
import { Random } from '../../../../src/engine/random.ts';
import { Tokenizer } from '../../../../src/engine/tokenizer.ts';

const NAMES = ['ada', 'bea', 'abe', 'dab', 'deb', 'bede', 'adeb', 'eba'];
const corpus = encodeCorpus(NAMES, Tokenizer.fromDocuments(NAMES));
const table = pairTable(corpus, 64);
const JOINTS: Joint[] = ['plain', 'after', 'before'];

const build = (joint: Joint, blocks = 3, seed = 1) =>
  new Tower({ table, joint, blocks, width: 4, random: new Random(seed) });

describe('the table of pairs', () => {
  it('holds every pair once, and the floors of the list', () => {
    expect(table.shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(table.rows.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(table.floor).toBeCloseTo(floors(corpus).bigram, 12);
    expect(table.unigram).toBeCloseTo(floors(corpus).unigram, 12);
  });

  it('puts the rarest of many tokens into one class, and the floor does not sink', () => {
    const small = pairTable(corpus, 3);
    expect(small.size).toBe(3);
    expect(small.shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(small.unigram).toBeLessThan(table.unigram);
  });
});

describe('a batch norm', () => {
  it('leaves each unit with a mean of 0 and a spread of 1 over the batch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (numbers) => {
          const shares = Float64Array.from([0.1, 0.2, 0.3, 0.4]);
          const state = normState(4, 2);
          measureBatch(state, Float64Array.from(numbers), shares);
          applyNorm(state, Float64Array.from(numbers));
          for (const i of [0, 1]) {
            let [mean, square, before] = [0, 0, 0];
            shares.forEach((share, t) => {
              mean += share * state.y[2 * t + i];
              square += share * state.y[2 * t + i] ** 2;
              before += share * (numbers[2 * t + i] - state.means[i]) ** 2;
            });
            expect(mean).toBeCloseTo(0, 9);
            // The 1e-5 that keeps it from dividing by nothing shows where there is no spread.
            expect(square).toBeCloseTo(before / (before + 1e-5), 9);
          }
        },
      ),
    );
  });
});

describe('a tower', () => {
  it('has the gradient that nudging its weights gives, however its blocks join', () => {
    for (const joint of JOINTS) {
      const tower = build(joint);
      tower.gradient();
      const { p, g } = tower;
      const pick = new Random(9);
      for (let n = 0; n < 60; n++) {
        const i = pick.randbelow(p.length);
        const [was, eps] = [p[i], 1e-6];
        p[i] = was + eps;
        const up = tower.loss();
        p[i] = was - eps;
        const down = tower.loss();
        p[i] = was;
        expect(g[i]).toBeCloseTo((up - down) / (2 * eps), 5);
      }
    }
  });

  it('has as many weights with skips as without', () => {
    expect(build('after').p.length).toBe(build('plain').p.length);
    expect(layersOf(8)).toBe(18);
    expect(layersOf(16)).toBe(34);
  });

  it('is whole when nothing is taken out', () => {
    for (const joint of JOINTS) {
      const tower = build(joint);
      const whole = tower.loss();
      expect(tower.lossWithout(new Set())).toBe(whole);
      expect(tower.lossWithout(new Set([1]))).not.toBe(whole);
      expect(tower.loss()).toBe(whole);
    }
  });

  it('is the same without a block as with one that adds nothing', () => {
    const tower = build('before');
    const [ends, square] = [table.size * 4, 16];
    tower.p.fill(0, ends + 3 * square, ends + 4 * square);
    const whole = tower.loss();
    expect(tower.lossWithout(new Set([1]))).toBeCloseTo(whole, 12);
  });

  it('without any block is its first and last layer', () => {
    const all = new Set([0, 1, 2]);
    const losses = JOINTS.map((joint) => {
      const tower = build(joint);
      tower.loss();
      return tower.lossWithout(all);
    });
    expect(losses[1]).toBe(losses[0]);
    expect(losses[2]).toBe(losses[0]);
  });
});

describe('training a tower', () => {
  it('brings the loss down toward the floor and not below it', () => {
    for (const joint of JOINTS) {
      const { losses, ended, slopes } = finish(trainTower(build(joint, 2), 0.1, 120));
      expect(ended).toBeNull();
      expect(losses).toHaveLength(121);
      expect(slopes).toHaveLength(2);
      expect(losses.at(-1)).toBeLessThan(losses[0]);
      expect(losses.at(-1)).toBeGreaterThan(table.floor);
    }
  });

  it('gives the same run for the same seed, and another for another', () => {
    const end = (seed: number) =>
      finish(trainTower(build('after', 2, seed), 0.1, 20)).losses.at(-1);
    expect(end(4)).toBe(end(4));
    expect(end(4)).not.toBe(end(5));
  });

  it('stops where numbers stop being finite', () => {
    const { ended, losses } = finish(trainTower(build('before', 2), 1e300, 20));
    expect(ended).toBeGreaterThan(0);
    expect(losses.every(Number.isFinite)).toBe(true);
  });
});
