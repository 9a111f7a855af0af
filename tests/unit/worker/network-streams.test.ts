import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/engine/recipe.ts';
import { learn } from '../../../src/worker/operations/learn.ts';
import { sweep, thinned } from '../../../src/worker/operations/sweep.ts';
import type { SweepFrame } from '../../../src/worker/protocol.ts';
import { asker, heard, small, twelve } from './asking.ts';
import { networksOf } from '../../../src/worker/networks.ts';

const recipe = small(5, { steps: 60 });

/** Looks at the clock until so many have been taken; then it is too late for more. */
const lateAfter = (looks: number) => () => (looks-- > 1 ? 0 : Infinity);

describe('a run that is followed as it learns', () => {
  const whole = networksOf(twelve()).run(recipe).history;
  whole.train(60);
  const wte = (step: number) => whole.at(step).p.slice(0, whole.shapes[0].rows * 4);

  it('is the run that goes straight on, whatever the credits and whatever is asked between', () => {
    const credit = fc.record({
      ahead: fc.integer({ min: -5, max: 40 }),
      looks: fc.integer({ min: 1, max: 20 }),
      other: fc.option(fc.nat(60)),
    });
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(70),
        fc.nat(60),
        fc.array(credit, { minLength: 1, maxLength: 8 }),
        (from, to, before, credits) => {
          const own = twelve();
          networksOf(own).run(recipe).history.train(before);
          const input = { recipe, from, to, tensors: ['wte'] };
          const { answer: stream } = heard(learn(own, input));
          let at = Math.min(from, 60);
          const goal = Math.min(to, 60);
          for (const { ahead, looks, other } of credits) {
            const until = at + ahead;
            if (other !== null)
              asker(own)('weights', {
                recipe,
                step: other,
                tensors: [],
                gradients: true,
                memories: false,
              });
            const { frame, last } = stream.advance(until, lateAfter(looks));
            expect(frame.from).toBe(at);
            if (until > at && at < goal) expect(frame.step).toBeGreaterThan(at);
            expect(frame.step).toBeLessThanOrEqual(Math.max(until, at));
            expect(frame.losses).toEqual(whole.losses.slice(at, frame.step));
            expect(frame.tensors.wte).toEqual(wte(frame.step));
            expect(frame.ended).toBeNull();
            expect(last).toBe(frame.step >= goal);
            at = frame.step;
            if (last) break;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('trains for one frame only as long as there is time', () => {
    const { answer: stream } = heard(learn(twelve(), { recipe, from: 0, to: 60, tensors: [] }));
    expect(stream.advance(60, lateAfter(7)).frame.step).toBe(7);
    expect(stream.advance(60, lateAfter(3)).frame.step).toBe(10);
  });

  it('leaves the run as far as it came, for the questions that follow', () => {
    const own = twelve();
    heard(learn(own, { recipe, from: 0, to: 60, tensors: [] })).answer.advance(25);
    expect(networksOf(own).run(recipe).history.trained).toBe(25);
  });

  it('hands over buffers of its own', () => {
    const input = { recipe, from: 0, to: 60, tensors: ['wte', 'lm_head'] };
    const { answer: stream } = heard(learn(twelve(), input));
    const { frame, transfer } = stream.advance(5);
    expect(transfer).toEqual([
      frame.losses.buffer,
      frame.tensors.wte.buffer,
      frame.tensors.lm_head.buffer,
    ]);
    const copy = frame.tensors.wte.slice();
    stream.advance(9);
    expect(frame.tensors.wte).toEqual(copy);
  });

  it('ends at the last good step of a run that breaks down', () => {
    const bad = small(2, { rate: 100, schedule: 'constant', embd: 8, steps: 60 });
    const { answer: stream } = heard(
      learn(twelve(), { recipe: bad, from: 0, to: 60, tensors: [] }),
    );
    let { frame, last } = stream.advance(1);
    while (!last) ({ frame, last } = stream.advance(frame.step + 1));
    expect(frame.ended).not.toBeNull();
    expect(frame.step).toBe(frame.ended!.lastGood);
  });
});

const rates = [0.001, 0.003, 0.01, 0.03, 0.1];
const recipes: Recipe[] = rates.map((rate) => small(5, { rate, steps: 8 }));

/** All frames of a sweep. */
function framesOf(stream: ReturnType<typeof sweep>, looks: number): SweepFrame[] {
  const frames: SweepFrame[] = [];
  for (;;) {
    const { frame, last } = heard(stream.advance(0, lateAfter(looks))).answer;
    frames.push(frame);
    if (last) return frames;
  }
}
const places = (frames: SweepFrame[]) =>
  frames.flatMap(({ finished }) => finished.map(({ index }) => index));

describe('a sweep', () => {
  it('finishes the run nearest to the focus first, and every run once', () => {
    const frames = framesOf(sweep(twelve(), { recipes, focus: 3, points: 4 }), 40);
    expect(places(frames)).toEqual([3, 2, 4, 1, 0]);
    expect(frames.at(-1)!.left).toBe(0);
    expect(places(framesOf(sweep(twelve(), { recipes, focus: -7, points: 4 }), 40))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('gives of each run what the questions give', () => {
    const own = twelve();
    const ask = asker(twelve());
    const all = [...recipes, small(0), small(3)];
    for (const { finished } of framesOf(sweep(own, { recipes: all, focus: 0, points: 4 }), 400)) {
      for (const { index, losses, heldOut, ended, names, faults } of finished) {
        const each = all[index];
        const curve = ask('curve', { recipe: each, points: 2 });
        expect(losses).toEqual(thinned(curve.losses, 4));
        expect(heldOut).toBe(curve.heldOut.nats.at(-1));
        expect([ended, faults]).toEqual([null, []]);
        const wish = { topK: null, seed: null, prompt: '', distributions: false };
        const temperature = each.model === 0 ? 1 : 0.5;
        const samples = ask('generate', { recipe: each, step: 8, count: 5, temperature, ...wish });
        expect(names).toEqual(samples.names.map(({ text }) => text));
      }
    }
  });

  it('turns to a new focus in the middle of a run', () => {
    const stream = sweep(twelve(), { recipes, focus: 0, points: 4 });
    const work = stream.advance(0, lateAfter(40));
    for (let slice = 0; slice < 5; slice++) work.next();
    stream.refocus(4);
    const { finished } = heard(work).answer.frame;
    expect(finished[0].index).toBe(4);
  });

  it('goes on where it stopped with a run that it has put aside', () => {
    /** Slices of work until all is done, the focus moving on after each. */
    const slices = (focuses: number[]) => {
      const stream = sweep(twelve(), { recipes, focus: 0, points: 4 });
      const work = stream.advance(0);
      let count = 0;
      for (; !work.next().done; count++) stream.refocus(focuses[count % focuses.length]);
      return count;
    };
    expect(slices([0, 4, 2])).toBe(slices([0]));
  });

  it('brings runs that it knows at once, wherever they are', () => {
    const own = twelve();
    framesOf(sweep(own, { recipes: recipes.slice(1, 3), focus: 0, points: 4 }), 40);
    const stream = sweep(own, { recipes, focus: 4, points: 4 });
    const first = heard(stream.advance(0, lateAfter(1))).answer.frame;
    expect(first.finished.map(({ index }) => index)).toEqual([2, 1]);
    expect(first.left).toBe(3);
  });

  it('names what is wrong with a recipe, and goes on with the others', () => {
    const odd = [small(5, { heads: 3 }), recipes[0]];
    const [a, b] = framesOf(sweep(twelve(), { recipes: odd, focus: 0, points: 4 }), 400).flatMap(
      ({ finished }) => finished,
    );
    expect(a.faults).toEqual([{ field: 'heads', reason: 'not-divisible' }]);
    expect(b.faults).toEqual([]);
  });

  it('says which runs broke down', () => {
    const bad = small(2, { rate: 100, schedule: 'constant', embd: 8 });
    const [run] = framesOf(sweep(twelve(), { recipes: [bad], focus: 0, points: 4 }), 400).flatMap(
      ({ finished }) => finished,
    );
    expect(run.ended).toEqual(asker(twelve())('curve', { recipe: bad, points: 2 }).ended);
    expect(run.names).toEqual([]);
  });

  it('keeps none of its runs', () => {
    const own = twelve();
    framesOf(sweep(own, { recipes, focus: 0, points: 4 }), 40);
    for (const each of recipes) expect(networksOf(own).finished(each)).toBeUndefined();
  });

  it('thins losses to means of stretches, and leaves few as they are', () => {
    const five = Float64Array.of(1, 2, 3, 4, 5);
    expect([...thinned(five, 2)]).toEqual([1.5, 4]);
    expect([...thinned(five, 5)]).toEqual([1, 2, 3, 4, 5]);
    expect([...thinned(five, 9)]).toEqual([1, 2, 3, 4, 5]);
  });
});
