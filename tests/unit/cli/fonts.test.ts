import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ENGLISH,
  faceRule,
  fallbackRule,
  meanWidth,
  unicodeRange,
} from '../../../src/cli/font-faces.ts';
import provenance from '../../../src/site/fonts/fonts.json' with { type: 'json' };

const folder = fileURLToPath(new URL('../../../src/site/fonts/', import.meta.url));
const css = readFileSync(`${folder}fonts.css`, 'utf8');

describe('the committed fonts', () => {
  it.each(provenance)('$file is the file its provenance names', ({ file, sha256, bytes }) => {
    const content = readFileSync(folder + file);
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  });

  it('each have a rule, a provenance and a licence', () => {
    const files = readdirSync(folder);
    const fonts = files.filter((file) => file.endsWith('.woff2'));
    expect(fonts.sort()).toEqual(provenance.map(({ file }) => file).sort());
    for (const file of fonts) expect(css).toContain(`url('./${file}')`);
    expect(files.filter((file) => file.endsWith('LICENSE.txt'))).toHaveLength(3);
  });

  it('weigh less than 100 kB before first paint', () => {
    const preloaded = provenance.filter(({ preload }) => preload);
    expect(preloaded.map(({ file }) => file)).toEqual([
      'newsreader-roman.woff2',
      'source-sans.woff2',
    ]);
    expect(preloaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(100_000);
  });
});

describe('a font face rule', () => {
  it('joins neighbouring characters into ranges', () => {
    expect(unicodeRange([0x42, 0x41, 0x2019, 0x41, 0x43])).toBe('U+0041-0043, U+2019');
  });

  it('names file, style, weights and characters', () => {
    const rule = faceRule({
      family: 'Serif',
      style: 'italic',
      weight: '400 600',
      file: 'serif.woff2',
      characters: [0x20],
    });
    expect(rule).toMatch(/url\('\.\/serif\.woff2'\)/);
    expect(rule).toContain('unicode-range: U+0020;');
    expect(rule).toContain('font-display: swap;');
  });
});

describe('a stand-in', () => {
  const font = { ascent: 0.8, descent: 0.2, lineGap: 0, width: 0.4 };
  const local = { names: ['A', 'B'], ascent: 0.9, descent: 0.3, lineGap: 0.1, width: 0.5 };

  it('is scaled to the width of the font, and keeps its height', () => {
    const rule = fallbackRule('Serif Fallback', 'normal', font, local);
    expect(rule).toContain("src: local('A'), local('B');");
    expect(rule).toContain('size-adjust: 80.00%;');
    // The override is a share of the adjusted size: 0.8 em / 0.8 = 1 em.
    expect(rule).toContain('ascent-override: 100.00%;');
    expect(rule).toContain('descent-override: 25.00%;');
    expect(rule).toContain('line-gap-override: 0.00%;');
  });

  it('is as wide as any font whose letters all have one width', () => {
    expect(meanWidth(() => 0.6)).toBeCloseTo(0.6, 12);
    expect(meanWidth((character) => (character in ENGLISH ? 1 : NaN))).toBe(1);
  });
});
