import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ACTIVATIONS } from '../../../src/engine/activations.ts';
import {
  analyticGradient,
  linear,
  linearBack,
  logitsBack,
  PIECES,
  softmax,
  type Pieces,
} from '../../../src/engine/by-hand.ts';
import { REFERENCE_DESIGN } from '../../../src/engine/design.ts';
import { explain } from '../../../src/engine/explain/explain.ts';
import { Random } from '../../../src/engine/random.ts';
import { drawDials } from '../../../src/engine/readable.ts';
import { casesOf, traced } from './explain-cases.ts';

it('Step 1 is explained with the numbers that its code finds by hand', () => {
  fc.assert(
    fc.property(casesOf(1), (example) => {
      const { sizes, tokens, seed, stretch } = example;
      const t = traced(example);
      const dials = drawDials(sizes, new Random(seed));
      for (const row of Object.values(dials).flat())
        for (let i = 0; i < row.length; i++) row[i] *= stretch;
      const told = (id: string) => explain(t, id, 0);
      const same = (part: string, values: number[], grads: number[] | null) =>
        values.forEach((value, i) => {
          const { value: got, grad } = told(`${part}[${i}]`);
          expect([part, i, got, grad]).toEqual([part, i, value, grads ? grads[i] : grad]);
        });

      const { activation } = sizes.design ?? REFERENCE_DESIGN;
      const { value, slope } = ACTIVATIONS[activation];
      const pieces: Pieces = {
        ...PIECES,
        activate: (h) => h.map(value),
        activateBack: (h, da) => da.map((d, j) => d * slope(h[j]) + 0),
      };
      const n = tokens.length - 1;
      for (let pos = 0; pos < n; pos++) {
        const zeros = (w: number[][]) => w.map((row) => row.map(() => 0));
        const x = dials.wte[tokens[pos]];
        const h = linear(x, dials.mlp_fc1);
        const a = pieces.activate(h);
        const logits = linear(a, dials.mlp_fc2);
        const probs = softmax(logits);
        fc.pre(probs.every((p) => p > 0));
        const dlogits = logitsBack(probs, tokens[pos + 1], n);
        const da = linearBack(a, dials.mlp_fc2, dlogits, zeros(dials.mlp_fc2));
        const dh = pieces.activateBack(h, da);
        const dx = linearBack(x, dials.mlp_fc1, dh, zeros(dials.mlp_fc1));
        same(`pos${pos}.x`, x, dx);
        same(`pos${pos}.mlp.h`, h, dh);
        same(`pos${pos}.mlp.a`, a, da);
        same(`pos${pos}.logits`, logits, dlogits);
        same(`pos${pos}.prob`, probs, null);
      }
      const { loss, grad } = analyticGradient(dials, tokens, pieces);
      expect(told('loss').value).toBe(loss);
      for (const name of ['wte', 'mlp_fc1', 'mlp_fc2'] as const)
        dials[name].forEach((row, r) => same(`${name}[${r}]`, row, grad[name][r]));
    }),
    { numRuns: 60 },
  );
});
