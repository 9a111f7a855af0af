import { describe, expect, it } from 'vitest';
import { layEndToEnd, samplingLayout } from '../../../src/figures/step0/sampling-view.ts';

describe('a row laid end to end', () => {
  it('begins at 0, ends at 1 and leaves no gap', () => {
    const parts = layEndToEnd([0.1, 0.2, 0.3, 0.4]);
    expect(parts[0].from).toBe(0);
    expect(parts.at(-1)?.to).toBe(1);
    for (let i = 1; i < parts.length; i++) expect(parts[i].from).toBe(parts[i - 1].to);
  });

  it('gives each token a part as wide as its probability', () => {
    const [, second] = layEndToEnd([0.25, 0.5, 0.25]);
    expect(second).toEqual({ token: 1, from: 0.25, to: 0.75 });
  });

  it('holds to 1 whatever rounding leaves over', () => {
    expect(layEndToEnd(new Array<number>(10).fill(0.1)).at(-1)?.to).toBe(1);
  });
});

describe('the picture of sampling', () => {
  const at = (width: number, height: number, size = 27, compared = false) =>
    samplingLayout({ width, height }, size, 20, 1, compared);

  it('shows the small table beside the names where there is room', () => {
    const wide = at(468, 480);
    expect(wide.cell).toBe(6);
    expect(wide.columns * wide.rows).toBeGreaterThanOrEqual(20);
    expect(wide.names).toBeGreaterThan(wide.cell * 27);
  });

  it('keeps names apart far enough to be chosen one by one', () => {
    expect(at(468, 480).row).toBeGreaterThanOrEqual(24);
  });

  it('on a phone shows the name, the bar and the names, and no table', () => {
    const phone = at(358, 260);
    expect(phone.cell).toBe(0);
    expect(phone.numbers).toBe(false);
    expect(phone.columns).toBe(3);
    expect(phone.below + phone.rows * phone.row).toBeLessThanOrEqual(260);
  });

  it('makes room on a phone for the guess beside the truth', () => {
    const phone = at(358, 260, 27, true);
    expect(phone.tally).toBeGreaterThan(0);
    expect(phone.below + phone.rows * phone.row + phone.tally).toBeLessThanOrEqual(260);
  });

  it('leaves the table out when its boxes could not be seen', () => {
    expect(at(468, 480, 200).cell).toBe(0);
  });
});
