import { describe, expect, it } from 'vitest';
import { serve } from '../../../src/worker/serve.ts';
import type { FromWorker, TableState } from '../../../src/worker/protocol.ts';
import { NAMES, fakeClock, recipe, settled } from './fakes.ts';

function start(options: { load?: (id: string) => Promise<Uint8Array>; msPerLook?: number } = {}) {
  const said: FromWorker[] = [];
  const loads: string[] = [];
  const clock = fakeClock(options.msPerLook ?? 0);
  const load =
    options.load ??
    (async (id: string) => {
      loads.push(id);
      return new TextEncoder().encode(NAMES);
    });
  const server = serve({ post: (message) => said.push(message) }, load, clock);
  const kinds = () => said.map(({ kind, id }) => `${kind} ${id}`);
  return { server, said, loads, clock, kinds };
}

const ask = (id: number, op: 'data' | 'losses' | 'state' | 'floors', more: object = {}) => ({
  kind: 'ask' as const,
  id,
  op,
  input: { recipe, ...more },
});

describe('questions', () => {
  it('are answered in the order they came, and the data set is fetched once', async () => {
    const { server, kinds, loads } = start();
    server.receive(ask(1, 'data'));
    server.receive(ask(2, 'state', { step: 3 }));
    server.receive(ask(3, 'losses'));
    await settled();
    expect(kinds()).toEqual(['answer 1', 'answer 2', 'answer 3']);
    expect(loads).toEqual(['twelve']);
  });

  it('tell how far they are when they take longer than a slice', async () => {
    const { server, said } = start({ msPerLook: 10 });
    server.receive(ask(1, 'losses'));
    await settled();
    const progress = said.filter(({ kind }) => kind === 'progress');
    expect(progress.length).toBeGreaterThan(3);
    expect(said.at(-1)?.kind).toBe('answer');
  });

  it('are dropped when they are cancelled before they began', async () => {
    const { server, kinds } = start();
    server.receive(ask(1, 'data'));
    server.receive(ask(2, 'losses'));
    server.receive({ kind: 'cancel', id: 2 });
    server.receive(ask(3, 'floors'));
    await settled();
    expect(kinds()).toEqual(['answer 1', 'answer 3']);
  });

  it('stop at the next slice when they are cancelled under way', async () => {
    const { server, kinds, clock } = start({ msPerLook: 10 });
    const cancel = () => server.receive({ kind: 'cancel', id: 1 });
    const nothing = () => {};
    clock.onBreath(nothing, nothing, cancel);
    server.receive(ask(1, 'losses'));
    server.receive(ask(2, 'floors'));
    await settled();
    expect(kinds()).toEqual(['progress 1', 'progress 1', 'answer 2']);
  });

  it('may use a number again whose cancellation came too late', async () => {
    const { server, kinds } = start();
    server.receive(ask(1, 'data'));
    await settled();
    server.receive({ kind: 'cancel', id: 1 });
    server.receive(ask(1, 'data'));
    await settled();
    expect(kinds()).toEqual(['answer 1', 'answer 1']);
  });
});

describe('faults', () => {
  it('are told with their code, and the next question is answered', async () => {
    const { server, said } = start();
    server.receive({
      ...ask(1, 'data'),
      input: { recipe: { ...recipe, data: { kind: 'text', sha256: 'none' } } },
    });
    server.receive(ask(2, 'data'));
    await settled();
    expect(said[0]).toMatchObject({ kind: 'fault', id: 1, fault: { code: 'data-missing' } });
    expect(said[1]).toMatchObject({ kind: 'answer', id: 2 });
  });

  it('name the issues of a text that cannot be used', async () => {
    const { server, said } = start();
    server.receive({ kind: 'text', sha256: 'blank', text: '\n\n' });
    server.receive({
      ...ask(1, 'data'),
      input: { recipe: { ...recipe, data: { kind: 'text', sha256: 'blank' } } },
    });
    await settled();
    expect(said[0]).toMatchObject({
      kind: 'fault',
      fault: { code: 'data-unusable', detail: 'empty', issues: [{ code: 'empty' }] },
    });
  });

  it('of the network are told, and a later try may succeed', async () => {
    let online = false;
    const { server, said } = start({
      load: async () => {
        if (!online) throw new Error('no connection');
        return new TextEncoder().encode(NAMES);
      },
    });
    server.receive(ask(1, 'data'));
    await settled();
    online = true;
    server.receive(ask(2, 'data'));
    await settled();
    expect(said[0]).toMatchObject({ kind: 'fault', id: 1 });
    expect(said[1]).toMatchObject({ kind: 'answer', id: 2 });
  });

  it('of a cancelled question are kept quiet', async () => {
    const { server, said } = start({
      load: async () => {
        server.receive({ kind: 'cancel', id: 1 });
        throw new Error('no connection');
      },
    });
    server.receive(ask(1, 'data'));
    await settled();
    expect(said).toEqual([]);
  });

  it('in posting an answer do not end the service', async () => {
    const said: FromWorker[] = [];
    let broken = true;
    const server = serve(
      {
        post(message) {
          if (broken && message.kind !== 'fault') throw new Error('could not be cloned');
          said.push(message);
        },
      },
      async () => new TextEncoder().encode(NAMES),
      fakeClock(),
    );
    server.receive({ kind: 'open', id: 1, stream: 'train', input: { recipe, from: 0, to: 8 } });
    server.receive({ kind: 'credit', id: 1, until: 2 });
    await settled();
    broken = false;
    server.receive(ask(2, 'data'));
    await settled();
    expect(said.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['fault 1', 'answer 2']);
  });
});

describe('a run that is followed', () => {
  const open = (id: number, from: number, to: number) => ({
    kind: 'open' as const,
    id,
    stream: 'train' as const,
    input: { recipe, from, to },
  });
  const frames = (said: FromWorker[]) =>
    said.flatMap((message) =>
      message.kind === 'frame'
        ? [{ step: (message.frame as TableState).step, last: message.last }]
        : [],
    );

  it('sends one frame for each credit and none without', async () => {
    const { server, said } = start();
    server.receive(open(1, 0, 8));
    await settled();
    expect(said).toEqual([]);
    server.receive({ kind: 'credit', id: 1, until: 3 });
    server.receive({ kind: 'credit', id: 1, until: 8 });
    await settled();
    expect(frames(said)).toEqual([
      { step: 3, last: false },
      { step: 8, last: true },
    ]);
  });

  it('gives the same tables as the questions do', async () => {
    const { server, said } = start();
    server.receive(open(1, 2, 8));
    server.receive({ kind: 'credit', id: 1, until: 5 });
    server.receive(ask(2, 'state', { step: 5 }));
    await settled();
    const [frame, answer] = said;
    expect(frame).toMatchObject({ kind: 'frame' });
    expect(answer).toMatchObject({ kind: 'answer' });
    if (frame.kind !== 'frame' || answer.kind !== 'answer') return;
    expect(frame.frame).toEqual(answer.result);
  });

  it('is silent once it is cancelled, with credits under way or before it was opened', async () => {
    const { server, said } = start();
    server.receive(open(1, 0, 8));
    server.receive({ kind: 'cancel', id: 1 });
    server.receive({ kind: 'credit', id: 1, until: 4 });
    server.receive(open(2, 0, 8));
    await settled();
    server.receive({ kind: 'credit', id: 2, until: 4 });
    server.receive({ kind: 'cancel', id: 2 });
    await settled();
    expect(said).toEqual([]);
  });

  it('says so when it cannot be opened, and ignores credits then', async () => {
    const { server, kinds } = start({
      load: async () => {
        throw new Error('no connection');
      },
    });
    server.receive(open(1, 0, 8));
    server.receive({ kind: 'credit', id: 1, until: 4 });
    await settled();
    expect(kinds()).toEqual(['fault 1']);
  });

  it('lets a question be answered between two frames', async () => {
    const { server, kinds } = start();
    server.receive(open(1, 0, 8));
    server.receive({ kind: 'credit', id: 1, until: 2 });
    server.receive(ask(2, 'floors'));
    server.receive({ kind: 'credit', id: 1, until: 4 });
    await settled();
    expect(kinds()).toEqual(['frame 1', 'answer 2', 'frame 1']);
  });
});
