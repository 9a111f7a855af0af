/** The colours of meaning can be read on both papers, and told apart, also by those who see fewer. */
import { readFileSync } from 'node:fs';
import {
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/site/styles/tokens.css', 'utf8');
const MEANINGS =
  'token position parameter activation probability loss gradient query key value optimizer accent'.split(
    ' ',
  );

function theme(selector: string): Record<string, Color> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0];
  const found = [...block.matchAll(/--([\w-]+): (oklch\([^)]*\));/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, parse(value)!]));
}

const apart = differenceEuclidean('oklab');
const linear = converter('lrgb');

/** Simulated by Machado, Oliveira and Fernandes (2009), whose matrices are for linear light. */
const seenBy =
  (filter: (color: Color) => Color) =>
  (color: Color): Color =>
    ({ ...filter({ ...linear(color), mode: 'rgb' }), mode: 'lrgb' }) as Color;

const SIGHTS: Record<string, (color: Color) => Color> = {
  usual: (color) => color,
  deuteranopia: seenBy(filterDeficiencyDeuter(1)),
  protanopia: seenBy(filterDeficiencyProt(1)),
  tritanopia: seenBy(filterDeficiencyTrit(1)),
};

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('colours of the %s theme', (_name, selector) => {
  const colours = theme(selector);

  it.each([...MEANINGS, 'ink', 'ink-2', 'ink-3'])(
    '%s can be read on paper and in the code well',
    (name) => {
      expect(wcagContrast(colours[name], colours['paper'])).toBeGreaterThanOrEqual(4.5);
      expect(wcagContrast(colours[name], colours['paper-2'])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('edges of controls stand out from paper', () => {
    expect(wcagContrast(colours['rule'], colours['paper'])).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(SIGHTS))('meanings can be told apart side by side: %s', (_sight, seen) => {
    const pairs = MEANINGS.flatMap((a, i) => MEANINGS.slice(i + 1).map((b) => ({ a, b })));
    const tooClose = pairs.filter(({ a, b }) => apart(seen(colours[a]), seen(colours[b])) < 0.05);
    expect(tooClose).toEqual([]);
  });
});
