import { describe, expect, it } from 'vitest';
import {
  arrowWidth,
  BOX,
  chainShape,
} from '../../../src/figures/ideas/markov-chains/chain-shape.ts';
import {
  AS_WRITTEN,
  expectedPairs,
  ONEGIN,
  SHUFFLED,
} from '../../../src/figures/ideas/markov-chains/onegin.ts';
import {
  GOOD_SQUARES,
  squaresHeight,
  squaresIn,
} from '../../../src/figures/ideas/markov-chains/squares.tsx';
import { letterCount, vowelsOf } from '../../../src/figures/ideas/markov-chains/vowels.ts';

describe("Markov's totals", () => {
  it('give the probabilities that he published', () => {
    expect(AS_WRITTEN.pVowel.toFixed(3)).toBe('0.432');
    expect(AS_WRITTEN.pVowelAfterVowel.toFixed(3)).toBe('0.128');
    expect(AS_WRITTEN.pVowelAfterConsonant.toFixed(3)).toBe('0.663');
  });

  it('hold every letter once', () => {
    expect(ONEGIN.vowels + ONEGIN.consonants).toBe(ONEGIN.letters);
  });

  it('are far from what letters without memory would give', () => {
    expect(Math.round(expectedPairs(ONEGIN.vowels, ONEGIN.vowels))).toBe(3731);
    expect(SHUFFLED.pVowelAfterVowel).toBe(SHUFFLED.pVowelAfterConsonant);
  });
});

describe('a chain of two states', () => {
  const chain = { pVowel: 0.4, pVowelAfterVowel: 0.2, pVowelAfterConsonant: 0.7 };

  it('has four arrows, and those out of a state add up to one', () => {
    const p = Object.fromEntries(chainShape(chain, 360, 212).arrows.map((a) => [a.id, a.p]));
    expect(p['vv'] + p['vc']).toBeCloseTo(1);
    expect(p['cv'] + p['cc']).toBeCloseTo(1);
  });

  it('draws the likelier arrow wider, and none too thin to see', () => {
    expect(arrowWidth(0.8, 1)).toBeGreaterThan(arrowWidth(0.4, 1));
    expect(arrowWidth(0, 0.5)).toBeGreaterThan(1);
  });

  it('gives the commoner class the larger circle', () => {
    const { vowel, consonant } = chainShape(chain, 360, 212);
    expect(consonant.radius).toBeGreaterThan(vowel.radius);
  });

  it('stays inside its box, in any shape of box', () => {
    for (const [width, height] of [
      [360, 212],
      [180, 400],
      [900, 150],
    ]) {
      const { vowel, consonant } = chainShape(chain, width, height);
      expect(vowel.at[0] - vowel.radius).toBeGreaterThan(0);
      expect(consonant.at[0] + consonant.radius).toBeLessThan(width);
      expect(consonant.at[1] + consonant.radius).toBeLessThan(height);
    }
  });

  it('draws something where nothing could be measured', () => {
    const blank = chainShape({ pVowel: NaN, pVowelAfterVowel: NaN, pVowelAfterConsonant: NaN }, BOX.width, BOX.height); // prettier-ignore
    for (const { line, head, width } of blank.arrows) {
      expect(line + head).not.toContain('NaN');
      expect(width).toBeGreaterThan(0);
    }
  });
});

describe('the usual vowels', () => {
  it('are those of the scripts that a text uses', () => {
    expect(vowelsOf('abcdefghijklmnopqrstuvwxyz')).toBe('aeiou');
    expect(vowelsOf('Онегин, добрый мой приятель')).toBe('еиоыя');
    expect(vowelsOf('Ελλάδα')).toBe('αε');
  });

  it('are found under their accents', () => {
    expect(vowelsOf('é')).toBe('e');
  });

  it('are Latin where a script has none that we know', () => {
    expect(vowelsOf('日本')).toBe('aeiou');
  });

  it('are looked for among letters only', () => {
    expect(letterCount('To be, or not to be: 42')).toBe(13);
  });
});

describe('squares of ten by ten', () => {
  it('are as many as can be read side by side', () => {
    expect([1000, 720, 400, 300].map(squaresIn)).toEqual([3, 3, 2, 1]);
  });

  it('never take more height than they may', () => {
    expect(squaresHeight(720, GOOD_SQUARES, 3)).toBeLessThanOrEqual(GOOD_SQUARES);
    expect(squaresHeight(200, 1000, 1)).toBeLessThan(250);
  });
});
