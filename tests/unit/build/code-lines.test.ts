import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linesOf } from '../../../src/build/code-lines.ts';

const SOURCE = `
// #region outer
/** Says what follows. */
function one() {
  // a remark

  return 1;
}
// #region inner
const two = 2; // counted: there is code before the remark
// #endregion inner
// #endregion outer
`;

it('lines are code, without blank lines, comments and the marks of regions', () => {
  expect(linesOf(SOURCE)).toEqual({
    outer: [
      [0, 16],
      [2, 9],
      [0, 1],
      [0, 58],
    ],
    inner: [[0, 58]],
  });
});

it('every region of the way back by hand has lines', () => {
  const url = new URL('../../../src/engine/by-hand.ts', import.meta.url);
  const lines = linesOf(readFileSync(url, 'utf8'));
  for (const name of ['analytic', 'pair', 'logits-back', 'relu-back', 'linear-back'])
    expect(lines[name].length).toBeGreaterThan(2);
});
