import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/engine/explain/explain.ts';
import { emptyHistories, noteScalars } from '../../../src/engine/explain/history.ts';
import { trace } from '../../../src/engine/explain/trace.ts';
import { fastNetwork, type FastNetwork } from '../../../src/engine/fast/network.ts';
import type { Optimizer, Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { Random } from '../../../src/engine/random.ts';

const sizes: Sizes = { model: 4, vocab: 5, embd: 4, heads: 2, layers: 1, block: 4 };
const documents = [
  [4, 0, 1, 4],
  [4, 2, 2, 4],
  [4, 3, 0, 0, 1, 2, 4],
];
const adam = { kind: 'adam', beta1: 0.8, beta2: 0.95, eps: 1e-8 } as const;
const start = (optimizer: Optimizer, more: Partial<Training> = {}): FastNetwork =>
  fastNetwork(
    sizes,
    { optimizer, rate: 0.1, schedule: 'cosine', steps: 4, ...more },
    new Random(5),
  );
const id = 'layer0.mlp_fc1[3][2]';
/** Where that is among all parameters. */
const place = 5 * 4 + 4 * 4 + 5 * 4 + 4 * 16 + 3 * 4 + 2;

describe.each<[string, Optimizer]>([
  ['SGD', { kind: 'sgd' }],
  ['momentum', { kind: 'momentum', beta1: 0.7 }],
  ['RMSProp', { kind: 'rmsprop', beta2: 0.9, eps: 1e-6 }],
  ['Adam', adam],
  ['Adam, uncorrected', { ...adam, corrected: false }],
])('what %s does to a parameter', (_, optimizer) => {
  it('is what the network does, bit for bit', () => {
    const net = start(optimizer);
    documents.forEach((tokens, step) => {
      const { optimizer: told, value, grad } = explain(trace(net, tokens, step), id);
      net.learn(tokens, step);
      expect(told).toMatchObject({
        before: value,
        gradient: grad,
        after: net.p[place],
        m: net.m[place],
        v: net.v[place],
      });
      expect(net.g[place]).toBe(grad);
      expect(told!.rate).toBeCloseTo(0.05 * (1 + Math.cos((Math.PI * step) / 4)), 15);
    });
  });
});

describe('a trace', () => {
  it('corrects both means for having begun at zero', () => {
    const { optimizer: first } = explain(trace(start(adam), documents[0], 0), id);
    expect(first!.mHat).toBeCloseTo(first!.gradient, 14);
    expect(first!.vHat).toBeCloseTo(first!.gradient ** 2, 14);
    const { optimizer: none } = explain(
      trace(start({ ...adam, corrected: false }), documents[0], 0),
      id,
    );
    expect([none!.mHat, none!.vHat]).toEqual([null, null]);
  });

  it('leaves the network as it was, and stays as it was when that goes on', () => {
    const [traced, other] = [start(adam), start(adam)];
    const seen = documents.map((tokens, step) => {
      const t = trace(traced, tokens, step);
      const before = explain(t, 'pos1.layer0.head1.score[0]');
      const losses = [traced, other].map((net) => net.learn(tokens, step));
      expect(losses).toEqual([t.loss, t.loss]);
      expect(explain(t, 'pos1.layer0.head1.score[0]')).toEqual(before);
      return before.value;
    });
    expect(traced.p).toEqual(other.p);
    expect(new Set(seen).size).toBe(3);
  });

  it('knows nothing of an optimizer where nothing is learnt', () => {
    expect(explain(trace(start(adam), documents[0]), id).optimizer).toBeNull();
    expect(explain(trace(start(adam), documents[0], 0), 'pos0.loss').optimizer).toBeNull();
  });

  it('tells what gradients began with, where they pile up', () => {
    const net = start(adam, { zeroing: false });
    net.learn(documents[0], 0);
    const g = net.g.slice();
    const t = trace(net, documents[1], 1);
    const { carried, grad, consumers } = explain(t, id, Infinity);
    expect(carried).toBe(g[place]);
    expect(consumers.reduce((sum, use) => sum + use.local * use.grad, carried)).toBe(grad);
    expect(net.g).toEqual(g);
    net.learn(documents[1], 1);
    expect(net.g[place]).toBe(grad);
  });

  it('needs a document with something to predict', () => {
    expect(() => trace(start(adam), [4])).toThrow(RangeError);
  });
});

it('the history of a number is its value and gradient at each step', () => {
  const [net, other] = [start(adam), start(adam)];
  const ids = ['pos1.layer0.head1.weight[0]', id, 'loss'];
  const histories = emptyHistories(ids);
  documents.forEach((tokens, step) => {
    noteScalars(histories, net, documents[0]);
    net.learn(tokens, step);
  });
  documents.forEach((tokens, step) => {
    const t = trace(other, documents[0]);
    for (const { id: of, values, gradients } of histories) {
      const { value, grad } = explain(t, of);
      expect([values[step], gradients[step]]).toEqual([value, grad]);
    }
    expect(histories[2].values[step]).toBe(other.measure(documents[0]));
    other.learn(tokens, step);
  });
  expect(histories.map(({ values }) => new Set(values).size)).toEqual([3, 3, 3]);
});
