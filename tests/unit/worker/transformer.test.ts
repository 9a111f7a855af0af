import { describe, expect, it } from 'vitest';
import type { Design, Recipe } from '../../../src/engine/index.ts';
import type { Input, Result } from '../../../src/worker/protocol.ts';
import { Workspace } from '../../../src/worker/workspace.ts';
import { asker, byDefault, defaults, small, twelve } from './asking.ts';

const own = asker(twelve());
const NETWORKS = [1, 2, 3, 4, 5] as const;
const GPTS = [3, 4, 5] as const;

const DESIGNS: Partial<Design>[] = [
  {},
  { position: false },
  { norm: 'none' },
  { norm: 'layer' },
  { postNorm: true },
  { residual: false },
  { residual: false, postNorm: true },
  { scaled: false },
  { activation: 'gelu' },
];

type Passage = Result<'passage'>;

const passage = (recipe: Recipe, more: Partial<Input<'passage'>> = {}): Passage =>
  own('passage', { recipe, step: 5, text: 'ana', tensors: null, design: null, ...more });

/** A vector of a passage at one position. */
const vector = ({ vectors }: Passage, name: string, t: number): number[] => {
  const { size, values } = vectors[name];
  return [...values.subarray(t * size, (t + 1) * size)];
};
const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
const dot = (x: readonly number[], y: readonly number[]) => total(x.map((xi, i) => xi * y[i]));
const softmax = (row: readonly number[]) => {
  const e = row.map((x) => Math.exp(x - Math.max(...row)));
  return e.map((x) => x / total(e));
};
function expectClose(got: readonly number[], want: readonly number[]) {
  expect(got).toHaveLength(want.length);
  got.forEach((x, i) => expect(x).toBeCloseTo(want[i], 12));
}

describe.each(NETWORKS)('the way of a text through model %i', (model) => {
  const recipe = small(model);

  it('ends in what is predicted', () => {
    for (const text of ['ana', 'b', '', 'dorabob', 'aña']) {
      const way = passage(recipe, { text });
      const said = own('predict', { recipe, step: 5, text, temperature: 1 });
      const { tokens, labels, unknown, nats, read } = said;
      expect(way).toMatchObject({ text, step: 5, tokens, labels, unknown, nats, positions: read });
      expect(way.vectors.prob).toEqual({
        size: said.p.length / read,
        values: said.p,
      });
      expect(way.loss).toBeCloseTo(said.mean, 12);
    }
  });

  it('has a row for each position, of the numbers that are explained', () => {
    const { vectors, positions } = passage(recipe);
    for (const [name, { size, values }] of Object.entries(vectors)) {
      expect(values).toHaveLength(positions * size);
      expect(values.every(Number.isFinite)).toBe(true);
      const [t, i] = [positions - 1, size - 1];
      const whole = size === 1 && /mean|scale|safe|log|loss|less/.test(name);
      const id = `pos${t}.${name}${whole ? '' : `[${i}]`}`;
      const input = { recipe, step: 5, text: 'ana', id };
      expect([id, values[t * size + i]]).toEqual([id, own('explain', input).explanation.value]);
    }
  });

  it('is that of the document which the step reads, if no text is given', () => {
    const way = passage(recipe, { text: null });
    const { document, loss } = own('weights', {
      recipe,
      step: 5,
      tensors: [],
      gradients: false,
      memories: false,
    });
    expect([way.text, way.loss]).toEqual([document, loss]);
  });

  it('can be seen in part, and has no vectors of other names', () => {
    const { vectors } = passage(recipe, {
      tensors: ['logits', 'mlp.a'].slice(0, model <= 2 ? 2 : 1),
    });
    expect(Object.keys(vectors)).toEqual(model <= 2 ? ['logits', 'mlp.a'] : ['logits']);
    for (const name of [
      'nothing',
      'wte',
      'softmax',
      'logits[0]',
      'pos0.logits',
      'layer7.q',
      'found',
    ])
      expect(() => passage(recipe, { tensors: [name] })).toThrow(RangeError);
  });
});

describe.each(GPTS)('in model %i', (model) => {
  const recipe = small(model, { layers: 2 });
  const { heads = 1, embd = 4 } = recipe;
  const layers = model === 3 ? [0] : [0, 1];
  const each = layers.flatMap((layer) =>
    Array.from({ length: model === 3 ? 1 : heads }, (_, head) => ({ layer, head })),
  );
  const size = embd / (model === 3 ? 1 : heads);

  it.each(DESIGNS)('weights come of queries and keys, and mix values: %o', (design) => {
    const way = passage(recipe, { design });
    const { positions, settings } = way;
    expect(settings).toMatchObject(design);
    const scale = settings.scaled ? 1 / Math.sqrt(size) : 1;
    for (const { layer, head } of each) {
      const part = (name: string, t: number) =>
        vector(way, `layer${layer}.${name}`, t).slice(head * size, (head + 1) * size);
      for (let t = 0; t < positions; t++) {
        const before = Array.from({ length: t + 1 }, (_, s) => s);
        const [score, weight] = ['score', 'weight'].map((name) =>
          vector(way, `layer${layer}.head${head}.${name}`, t),
        );
        const zeros = new Array<number>(positions - 1 - t).fill(0);
        const scores = before.map((s) => dot(part('q', t), part('k', s)) * scale);
        expectClose(score, [...scores, ...zeros]);
        expectClose(weight, [...softmax(scores), ...zeros]);
        expect(total(weight)).toBeCloseTo(1, 12);
        expect(weight.slice(t + 1)).toEqual(zeros);
        const mixed = Array.from({ length: size }, (_, j) =>
          total(before.map((s) => weight[s] * part('v', s)[j])),
        );
        expectClose(vector(way, `layer${layer}.head${head}.found`, t), mixed);
        expectClose(part('found', t), mixed);
      }
    }
  });

  it('each half adds to what came in, if the design has it so', () => {
    const ways = [passage(recipe), passage(recipe, { design: { residual: false } })];
    for (const way of ways) {
      let came = 'x0';
      const halves = layers.flatMap((layer) => [
        [`layer${layer}.attn`, `layer${layer}.middle`],
        [`layer${layer}.mlp.out`, `layer${layer}.out`],
      ]);
      for (const [made, end] of halves) {
        for (let t = 0; t < way.positions; t++) {
          const before = vector(way, came, t);
          const after = vector(way, made, t);
          expectClose(
            vector(way, end, t),
            way.settings.residual ? after.map((x, i) => x + before[i]) : after,
          );
        }
        came = end;
      }
    }
  });

  it('another design is for the reading only', () => {
    const before = passage(recipe);
    const blind = passage(recipe, { design: { position: false } });
    expect(blind.vectors.prob).not.toEqual(before.vectors.prob);
    expect(passage(recipe)).toEqual(before);
    expect(passage(recipe, { design: {} })).toEqual(before);
    const same = passage(recipe, { text: 'aa', design: { position: false } });
    expect(vector(same, 'layer0.q', 1)).toEqual(vector(same, 'layer0.q', 2));
  });

  it('a muted head hands on zeros, and a wiring for others is refused', () => {
    const places = (model === 3 ? 1 : heads) * layers.length;
    const muted = new Array<number>(places).fill(-1);
    const way = passage(recipe, { design: { wiring: muted } });
    expect([...way.vectors['layer0.found'].values].every((x) => x === 0)).toBe(true);
    expect([...way.vectors['layer0.head0.found'].values].some((x) => x !== 0)).toBe(true);
    expect(() => passage(recipe, { design: { wiring: [...muted, 0] } })).toThrow(
      'recipe-unusable: wiring not-wiring',
    );
  });

  it('the prediction can be read at every stage, the last of which is the answer', () => {
    for (const text of ['ana', 'b', '', 'dorabob']) {
      const read = own('readouts', { recipe, step: 5, text });
      const said = own('predict', { recipe, step: 5, text, temperature: 1 });
      const { p, lengths, stages, positions } = read;
      const halves = layers.flatMap((l) => [`layer${l}.middle`, `layer${l}.out`]);
      expect(stages).toEqual(['x0', ...halves]);
      expect([positions, read.labels, read.tokens]).toEqual([said.read, said.labels, said.tokens]);
      expect(p.slice(-said.p.length)).toEqual(said.p);
      const vocab = said.p.length / said.read;
      expect(p).toHaveLength(stages.length * positions * vocab);
      for (let row = 0; row < stages.length * positions; row++)
        expect(total([...p.subarray(row * vocab, (row + 1) * vocab)])).toBeCloseTo(1, 12);
      const way = passage(recipe, { text });
      const want = stages.flatMap((stage) =>
        Array.from({ length: positions }, (_, t) => Math.hypot(...vector(way, stage, t))),
      );
      expectClose([...lengths], want);
    }
  });

  it('an earlier stage is what lm_head makes of the stream there', () => {
    const tensors = ['lm_head'];
    const shown = own('weights', { recipe, step: 5, tensors, gradients: false, memories: false });
    const { value } = shown.tensors.lm_head;
    const { p } = own('readouts', { recipe, step: 5, text: 'ana' });
    const x0 = vector(passage(recipe), 'x0', 0);
    const vocab = value.length / embd;
    const logits = Array.from({ length: vocab }, (_, row) =>
      dot(x0, [...value.subarray(row * embd, (row + 1) * embd)]),
    );
    expectClose([...p.subarray(0, vocab)], softmax(logits));
  });

  it('what another design costs is measured on what was held out', () => {
    const designs: Partial<Design>[] = [
      {},
      { norm: 'none' },
      { scaled: true },
      { residual: false },
    ];
    const { step, documents, trained, nats } = own('redesigned', { recipe, step: 5, designs });
    expect([step, documents]).toEqual([5, 4]);
    expect(trained).toBe(own('evaluate', { recipe, steps: [5] }).nats[0]);
    expect([nats[0], nats[2]]).toEqual([trained, trained]);
    expect(new Set(nats).size).toBe(3);
    const again = own('redesigned', { recipe, step: 5, designs: designs.toReversed() });
    expect(again.nats).toEqual(nats.toReversed());
    const later = own('redesigned', { recipe, step: 8, designs });
    expect(later.nats[1]).not.toBe(nats[1]);
    // One document is held out: its loss is that of its way.
    const alone = small(model, { layers: 2, steps: 11, heldOut: 1 });
    const [norm] = own('redesigned', { recipe: alone, step: 5, designs: [{ norm: 'none' }] }).nats;
    const all = own('documents', { recipe: alone, order: 'shuffled', from: 11, count: 1 });
    const [{ text }] = all.items;
    expect(norm).toBeCloseTo(passage(alone, { text, design: { norm: 'none' } }).loss, 12);
  });
});

describe('what is not there', () => {
  it('a model of counts has no way, and none but GPTs have a stream', () => {
    const input = { recipe: small(0), step: 5, text: 'ana' };
    expect(() => passage(small(0))).toThrow('recipe-unusable');
    expect(() => own('redesigned', { ...input, designs: [] })).toThrow('recipe-unusable');
    for (const model of [0, 1, 2] as const)
      expect(() => own('readouts', { ...input, recipe: small(model) })).toThrow('recipe-unusable');
  });

  it('nothing is measured where nothing is held out', () => {
    const recipe = small(3, { steps: 12 });
    const { documents, trained, nats } = own('redesigned', {
      recipe,
      step: 5,
      designs: [{}, { norm: 'none' }],
    });
    expect([documents, trained, ...nats]).toEqual([0, NaN, NaN, NaN]);
  });
});

describe('the default list', () => {
  const ask = asker(defaults());

  it('looks back almost evenly after SGD', () => {
    const input = { step: 1000, text: 'mylia', design: null };
    const tensors = ['layer0.head0.weight'];
    const { vectors } = ask('passage', { recipe: byDefault(3), tensors, ...input });
    const { size, values } = vectors['layer0.head0.weight'];
    const row = values.subarray(5 * size);
    expect(Math.min(...row)).toBeGreaterThan(0.155);
    expect(Math.max(...row)).toBeLessThan(0.175);
  });
});

it('another alphabet has its own letters', () => {
  const greek = new Workspace();
  greek.provide('greek', 'άννα\nελένη\nνίκος\nμαρία\nσοφία\nπέτρος\n');
  const recipe = small(4, {
    data: { kind: 'builtin', id: 'greek' },
    steps: 4,
    heldOut: 2,
    block: 8,
  });
  const ask = asker(greek);
  const at = { recipe, step: 4, text: 'άνναx' };
  const { labels, unknown, positions, vectors } = ask('passage', {
    ...at,
    tensors: ['prob'],
    design: null,
  });
  expect([labels.join(''), unknown, positions]).toEqual(['•άννα•', ['x'], 5]);
  const vocab = vectors.prob.size;
  expect(ask('readouts', at).p).toHaveLength(3 * 5 * vocab);
  expect(ask('edits', at).moved).toHaveLength(3 * vocab);
});
