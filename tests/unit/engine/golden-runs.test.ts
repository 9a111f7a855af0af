import { describe, expect, it } from 'vitest';
import { readableNetwork } from '../../../src/engine/readable.ts';
import golden1 from '../../golden/step1.json' with { type: 'json' };
import golden2 from '../../golden/step2.json' with { type: 'json' };
import golden3 from '../../golden/step3.json' with { type: 'json' };
import golden4 from '../../golden/step4.json' with { type: 'json' };
import golden5 from '../../golden/step5.json' with { type: 'json' };
import { apart, referenceRun } from './network-run.ts';

const GOLDEN = [
  [1, golden1],
  [2, golden2],
  [3, golden3],
  [4, golden4],
  [5, golden5],
] as const;

describe.each(GOLDEN)('the readable engine at step %i', { timeout: 120_000 }, (model, golden) => {
  // The whole run is the fast engine's, which gives the same bits.
  const { net, initial, afterOne, losses } = referenceRun(readableNetwork, model, 25);

  it('draws the parameters of the reference', () => {
    expect(net.parameters()).toHaveLength(golden.num_params);
    expect(apart(initial, golden.params_init_head)).toBeLessThan(1e-16);
    const sum = initial.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - golden.params_init_sum)).toBeLessThan(1e-13);
  });
  it('moves them as the reference does', () => {
    expect(apart(afterOne, golden.params_after_1_head)).toBeLessThan(1e-16);
  });
  it('has its losses', () => {
    expect(apart(losses, golden.losses)).toBeLessThan(1e-14);
  });
});

it('trains a whole run of Step 1 by hand as the reference does', { timeout: 120_000 }, () => {
  const { net, losses, samples } = referenceRun(readableNetwork, 1);
  expect(losses).toHaveLength(1000);
  expect(apart(losses, golden1.losses)).toBeLessThan(1e-14);
  expect(apart(net.parameters(), golden1.params_final_head)).toBeLessThan(1e-14);
  const sum = net.parameters().reduce((a, b) => a + Math.abs(b), 0);
  expect(Math.abs(sum - golden1.params_final_abs_sum)).toBeLessThan(1e-10);
  expect(samples()).toEqual(golden1.samples);
});
