import { describe, expect, it } from 'vitest';
import { countClasses, lettersOf, shuffledRuns, vowelTest } from '../../../src/engine/classes.ts';
import { names } from './names.ts';

const latin = vowelTest('aeiou');
const russian = vowelTest('аеёиоуыэюя');

describe('vowels and consonants', () => {
  it('follow each other in the default list as published for lists like it', () => {
    const chain = countClasses(
      names.map((name) => lettersOf(name)),
      latin,
    );
    expect(chain.pVowel).toBeCloseTo(0.424, 3);
    expect(chain.pVowelAfterVowel).toBeCloseTo(0.182, 3);
    expect(chain.pVowelAfterConsonant).toBeCloseTo(0.668, 3);
    const { vowelVowel, vowelConsonant, consonantVowel, consonantConsonant } = chain;
    expect(vowelVowel + vowelConsonant + consonantVowel + consonantConsonant).toBe(
      chain.letters - names.length,
    );
  });
  it('are counted inside a run and not from one to the next', () => {
    const runs = [['a', 'b', 'e'], ['i', 'o'], ['r']];
    expect(countClasses(runs, latin)).toEqual({
      letters: 6,
      vowels: 4,
      vowelVowel: 1,
      vowelConsonant: 1,
      consonantVowel: 1,
      consonantConsonant: 0,
      pVowel: 4 / 6,
      pVowelAfterVowel: 1 / 2,
      pVowelAfterConsonant: 1,
    });
  });
  it('of nothing have no probabilities', () => {
    expect(countClasses([], latin)).toMatchObject({ letters: 0, pVowel: NaN });
  });
});

describe('letters', () => {
  it('are all that is left of a text, lower-cased', () => {
    expect(lettersOf('Мой дядя, самых 1 правил…').join('')).toBe('мойдядясамыхправил');
    expect(lettersOf("O'Neill & Zoë")).toEqual([...'oneillzoë']);
  });
  it('can be left out, as Markov left out ъ and ь', () => {
    expect(lettersOf('Не мысля гордый свет', 'ыь').join('')).toBe('немслягордйсвет');
  });
  it('are vowels with and without an accent in Latin and Greek', () => {
    expect(['é', 'e\u0301', 'ü', 'Ö'.toLowerCase(), 'ñ', 'y'].map(latin)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['ή', 'ϋ', 'σ'].map(vowelTest('αεηιουω'))).toEqual([true, true, false]);
  });
  it('are vowels in Cyrillic only if named: й is none', () => {
    expect(['и', 'й', 'ё', 'б'].map(russian)).toEqual([true, false, true, false]);
  });
});

describe('the shuffled control', () => {
  const runs = names.slice(0, 3000).map((name) => lettersOf(name));
  const shuffled = shuffledRuns(runs, 42);

  it('keeps the letters and the lengths of the runs', () => {
    expect(shuffled.map((run) => run.length)).toEqual(runs.map((run) => run.length));
    expect(shuffled.flat().sort()).toEqual(runs.flat().sort());
    expect(shuffled).not.toEqual(runs);
  });
  it('makes what follows independent of what came before', () => {
    const { pVowel, pVowelAfterVowel, pVowelAfterConsonant } = countClasses(shuffled, latin);
    expect(Math.abs(pVowelAfterVowel - pVowel)).toBeLessThan(0.02);
    expect(Math.abs(pVowelAfterConsonant - pVowel)).toBeLessThan(0.02);
  });
  it('is the same for the same seed', () => {
    expect(shuffledRuns(runs, 42)).toEqual(shuffled);
    expect(shuffledRuns(runs, 43)).not.toEqual(shuffled);
  });
});
