/** Markov's own count of 1913, from his published totals; the text itself is not at hand. */
import counted from '../../../../content/data/onegin.json';
import type { ClassNumbers } from './chain-shape.ts';

const { letters, vowels, consonants, vowelVowel, consonantConsonant } = counted;

export const ONEGIN = {
  year: counted.year,
  letters,
  vowels,
  consonants,
  vowelVowel,
  vowelConsonant: vowels - vowelVowel,
  consonantVowel: consonants - consonantConsonant,
  consonantConsonant,
} as const;

/** His text as it was. */
export const AS_WRITTEN: ClassNumbers = {
  pVowel: vowels / letters,
  pVowelAfterVowel: vowelVowel / vowels,
  pVowelAfterConsonant: ONEGIN.consonantVowel / consonants,
};

/** What shuffling it would give, if each letter then ignored its neighbours. */
export const SHUFFLED: ClassNumbers = {
  pVowel: vowels / letters,
  pVowelAfterVowel: vowels / letters,
  pVowelAfterConsonant: vowels / letters,
};

/** Pairs of two kinds expected of letters that ignore each other. */
export const expectedPairs = (first: number, second: number): number => (first * second) / letters;
