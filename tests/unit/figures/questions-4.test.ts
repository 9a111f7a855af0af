import { describe, expect, it } from 'vitest';
import { largest, settledFrom } from '../../../src/figures/step4/questions-4-view.ts';

describe('the questions about heads and layers', () => {
  it('know the head that is missed most once all were muted', () => {
    expect(largest([2.1, 2.4, 2.4])).toBe(1);
    expect(largest([2.1, null])).toBeNull();
    expect(largest([])).toBeNull();
  });

  // Three stages, two positions, three tokens.
  const first = [0.6, 0.3, 0.1];
  const second = [0.2, 0.5, 0.3];
  const answers = (...rows: number[][]) => rows.flatMap((row) => [...first, ...row]);

  it('know from which stage on an answer has the favourite it ends with', () => {
    const late = settledFrom(answers(first, second, second), 3, 2, 1);
    expect(late).toEqual({ favourite: 1, stage: 1 });
    const early = settledFrom(answers(second, second, second), 3, 2, 1);
    expect(early).toEqual({ favourite: 1, stage: 0 });
  });

  it('pass over a favourite that was lost again on the way', () => {
    expect(settledFrom(answers(second, first, second), 3, 2, 1).stage).toBe(2);
  });
});
