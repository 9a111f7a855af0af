import { describe, expect, it } from 'vitest';
import { isRightToLeft } from '../../../src/charts/text.ts';
import {
  arcPath,
  barHeight,
  codePointName,
  extremes,
  tiePath,
  twoLines,
  wordLayout,
} from '../../../src/figures/step0/tokens-layout.ts';

describe('the boxes of a word', () => {
  it('keep room for the boundary at both ends', () => {
    const { boxes } = wordLayout(6, 468, 440);
    expect(boxes.map(({ place }) => place)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6]);
    expect(boxes[0].x).toBeGreaterThan(0);
    expect(boxes.at(-1)!.x).toBeLessThan(468);
  });

  it('stand in one row, or in as many as they need', () => {
    const rows = (length: number, width: number) =>
      new Set(wordLayout(length, width, 440).boxes.map(({ y }) => y)).size;
    expect(rows(6, 468)).toBe(1);
    expect(rows(40, 468)).toBe(3);
    expect(rows(40, 320)).toBe(4);
  });

  it('run from the right where the script does', () => {
    const [first, second] = wordLayout(4, 468, 440, { rtl: true }).boxes;
    expect(first.x).toBeGreaterThan(second.x);
  });

  it('are there for one symbol, and for none', () => {
    expect(wordLayout(0, 468, 440).boxes).toHaveLength(2);
    expect(wordLayout(0, 468, 440, { boundaries: false }).boxes).toHaveLength(1);
  });

  it('are joined by arcs within a row only', () => {
    const layout = wordLayout(40, 468, 440);
    const arcs = layout.boxes.map((_, i) => arcPath(layout, i));
    expect(arcs.filter((d) => d === '')).toHaveLength(3);
  });
});

describe('ties to the vocabulary', () => {
  it('are one line for a symbol that stands once', () => {
    expect(tiePath([{ x: 0, y: 0 }], { x: 10, y: 20 })).toBe('M0 0C0 10 10 10 10 20');
  });

  it('fork for a symbol that stands twice', () => {
    const d = tiePath(
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
      ],
      { x: 10, y: 20 },
    );
    expect(d.match(/M/g)).toHaveLength(3);
    expect(d.endsWith('10 20')).toBe(true);
  });
});

describe('what the list holds', () => {
  it('has a commonest and a rarest letter, the boundary left out', () => {
    expect(extremes([5, 0, 2, 9], 3)).toEqual({ top: 0, rare: 2 });
    expect(extremes([0, 9], 1)).toBeNull();
  });

  it('is drawn so that what is rare still shows', () => {
    expect(barHeight(100, 100, 80)).toBe(80);
    expect(barHeight(25, 100, 80)).toBe(40);
    expect(barHeight(1, 1e6, 80)).toBe(1);
    expect(barHeight(0, 100, 80)).toBe(0);
  });
});

describe('how text is written', () => {
  it('names code points as Unicode does', () => {
    expect([0x65, 0x308, 0x1f469].map(codePointName)).toEqual(['U+0065', 'U+0308', 'U+1F469']);
  });

  it('breaks a short text evenly', () => {
    expect(twoLines('not in this list')).toEqual(['not in', 'this list']);
    expect(twoLines('missing')).toEqual(['missing']);
  });

  it('knows which way a word runs', () => {
    expect(isRightToLeft('أندورا')).toBe(true);
    expect(isRightToLeft('anna')).toBe(false);
    expect(isRightToLeft('...אבא')).toBe(true);
    expect(isRightToLeft('')).toBe(false);
  });
});
