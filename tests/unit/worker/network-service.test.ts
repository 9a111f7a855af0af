import { beforeAll, describe, expect, it } from 'vitest';
import type { FromWorker, LearnFrame, SweepFrame } from '../../../src/worker/protocol.ts';
import { operationFor, streamFor } from '../../../src/worker/operations/on-demand.ts';
import { serve } from '../../../src/worker/serve.ts';
import { small } from './asking.ts';
import { fakeClock, NAMES, settled } from './fakes.ts';

const recipe = small(5, { steps: 60 });
const recipes = [0.001, 0.003, 0.01, 0.03, 0.1].map((rate) => small(5, { rate }));

describe('the service, with networks', () => {
  // What is fetched on demand is at hand: only the order of things is tested here.
  beforeAll(() => Promise.all([operationFor('network'), streamFor('learn')]));
  function start(msPerLook = 0) {
    const said: FromWorker[] = [];
    const clock = fakeClock(msPerLook);
    const load = async () => new TextEncoder().encode(NAMES);
    const server = serve({ post: (message) => said.push(message) }, load, clock);
    const kinds = () => said.map(({ kind, id }) => `${kind} ${id}`);
    const frames = <F>() =>
      said.flatMap((message) => (message.kind === 'frame' ? [message.frame as F] : []));
    return { server, said, clock, kinds, frames };
  }
  const open = (id: number, focus = 0) => ({
    kind: 'open' as const,
    id,
    stream: 'sweep' as const,
    input: { recipes, focus, points: 4 },
  });
  const floors = { kind: 'ask' as const, id: 9, op: 'floors' as const, input: { recipe } };

  it('brings the lists of every recipe in a question', async () => {
    const { server, said } = start();
    const against = { ...small(0), data: { kind: 'builtin', id: 'other' } } as const;
    const input = { recipe, against, points: 2, count: 1, temperature: 1, seed: 1 };
    server.receive({ kind: 'ask', id: 1, op: 'compare', input });
    await settled();
    expect(said.at(-1)).toMatchObject({ kind: 'answer', id: 1 });
  });

  it('tells why a recipe cannot train', async () => {
    const { server, said } = start();
    const input = { recipe: small(5, { heads: 3 }), from: 0, to: 3, tensors: [] };
    server.receive({ kind: 'open', id: 1, stream: 'learn', input });
    await settled();
    expect(said).toMatchObject([
      { fault: { code: 'recipe-unusable', faults: [{ field: 'heads' }] } },
    ]);
  });

  it('sends one frame for each credit of a run that learns', async () => {
    const { server, frames } = start();
    const input = { recipe, from: 2, to: 30, tensors: ['wte'] };
    server.receive({ kind: 'open', id: 1, stream: 'learn', input });
    for (const until of [10, 20, 30]) server.receive({ kind: 'credit', id: 1, until });
    await settled();
    expect(frames<LearnFrame>().map(({ from, step }) => [from, step])).toEqual([
      [2, 10],
      [10, 20],
      [20, 30],
    ]);
  });

  it('hears in the midst of a sweep that it is called off', async () => {
    const { server, kinds, clock } = start(10);
    server.receive(open(1));
    server.receive({ kind: 'credit', id: 1, until: 0 });
    await settled();
    const before = kinds();
    clock.onBreath(() => server.receive({ kind: 'cancel', id: 1 }));
    server.receive({ kind: 'credit', id: 1, until: 0 });
    server.receive(floors);
    await settled();
    expect(kinds()).toEqual([...before, 'answer 9']);
  });

  it('puts a newer sweep in the place of an older one', async () => {
    const { server, said, clock } = start();
    server.receive(open(1));
    clock.onBreath(() => {});
    server.receive({ kind: 'cancel', id: 1 });
    server.receive(open(2, 4));
    server.receive({ kind: 'credit', id: 1, until: 0 });
    server.receive({ kind: 'credit', id: 2, until: 0 });
    await settled();
    expect(said).toMatchObject([{ kind: 'frame', id: 2, last: true }]);
    const [{ frame }] = said as { frame: SweepFrame }[];
    expect(frame.finished.map(({ index }) => index)).toEqual([4, 3, 2, 1, 0]);
  });

  it('takes the focus from a credit', async () => {
    const { server, frames } = start();
    server.receive(open(1));
    await settled();
    server.receive({ kind: 'credit', id: 1, until: 0, focus: 2 });
    await settled();
    expect(frames<SweepFrame>()[0].finished.map(({ index }) => index)).toEqual([2, 1, 3, 0, 4]);
  });

  it('answers a credit in time even if no run is finished', async () => {
    const { server, frames } = start(10);
    server.receive(open(1));
    server.receive({ kind: 'credit', id: 1, until: 0 });
    await settled();
    expect(frames<SweepFrame>()).toEqual([{ finished: [], left: 5 }]);
  });
});
