import { describe, expect, it } from 'vitest';
import { state } from '../../../src/worker/operations/table.ts';
import { train } from '../../../src/worker/operations/streams.ts';
import { Workspace } from '../../../src/worker/workspace.ts';
import { NAMES, recipe } from './fakes.ts';

function workspace(): Workspace {
  const own = new Workspace();
  own.provide('twelve', NAMES);
  return own;
}

describe('the train stream', () => {
  it('goes from one step to another and says when it is there', () => {
    const stream = train(workspace(), { recipe, from: 2, to: 6 });
    expect(stream.advance(4)).toMatchObject({ last: false, frame: { step: 4 } });
    expect(stream.advance(100)).toMatchObject({ last: true, frame: { step: 6 } });
  });

  it('does not go back: a credit for an earlier step repeats the present frame', () => {
    const stream = train(workspace(), { recipe, from: 0, to: 8 });
    const { frame } = stream.advance(5);
    const again = stream.advance(3).frame;
    expect(again.step).toBe(5);
    expect(again.counts).toEqual(frame.counts);
  });

  it('goes past the run to the end of the list, and there stops', () => {
    const own = workspace();
    const stream = train(own, { recipe, from: 7, to: 1_000_000 });
    const { frame, last } = stream.advance(Infinity);
    expect(last).toBe(true);
    expect(frame).toEqual(state(own, { recipe, step: 12 }));
  });

  it('reads a short list again from the first, as the run does', () => {
    const own = workspace();
    const long = { ...recipe, steps: 30 };
    const { frame, last } = train(own, { recipe: long, from: 0, to: 30 }).advance(Infinity);
    expect(last).toBe(true);
    expect(frame).toEqual(state(own, { recipe: long, step: 30 }));
    expect(frame.seen).toBeGreaterThan(2 * state(own, { recipe: long, step: 12 }).seen);
  });

  it('is over at once when it starts at its end', () => {
    const stream = train(workspace(), { recipe, from: 8, to: 8 });
    expect(stream.advance(8)).toMatchObject({ last: true, frame: { step: 8 } });
  });

  it('hands over tables of its own: a later frame leaves an earlier one as it was', () => {
    const stream = train(workspace(), { recipe, from: 0, to: 8 });
    const { frame, transfer } = stream.advance(2);
    const copy = frame.counts.slice();
    expect(transfer).toEqual([frame.counts.buffer]);
    stream.advance(8);
    expect(frame.counts).toEqual(copy);
  });
});
