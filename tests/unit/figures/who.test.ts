import { describe, expect, it } from 'vitest';
import { pairRuns } from '../../../src/figures/who.tsx';

/** A name with its pair in brackets. */
const marked = (name: string, from: string | null, to: string | null) =>
  pairRuns(name, from, to)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('');

describe('a name behind a box', () => {
  it('has the two letters of the box marked, wherever they meet', () => {
    expect(marked('myliah', 'l', 'i')).toBe('my[li]ah');
    expect(marked('annanna', 'n', 'n')).toBe('a[nn]a[nn]a');
  });

  it('has one letter marked next to the boundary', () => {
    expect(marked('myliah', null, 'm')).toBe('[m]yliah');
    expect(marked('myliah', 'h', null)).toBe('mylia[h]');
    expect(marked('hah', 'h', null)).toBe('ha[h]');
  });

  it('joins pairs that overlap', () => {
    expect(marked('baaab', 'a', 'a')).toBe('b[aaa]b');
  });

  it('is cut between what the eye calls characters', () => {
    expect(marked('zoë', 'o', 'ë')).toBe('z[oë]');
  });

  it('may make no such step', () => {
    expect(marked('myliah', 'q', 'u')).toBe('myliah');
  });
});
