/**
 * Letters collapsed into vowels and consonants, and how the two follow each other: the
 * count that A. A. Markov made by hand on 20,000 letters of "Eugene Onegin" (1913).
 */
import { graphemes } from './graphemes.ts';
import { Random } from './random.ts';

/** A chain of two states, counted. */
export interface ClassChain {
  letters: number;
  vowels: number;
  /** Neighbours: a vowel and then a vowel, and so on. */
  vowelVowel: number;
  vowelConsonant: number;
  consonantVowel: number;
  consonantConsonant: number;
  /** Share of vowels among all letters. */
  pVowel: number;
  /** Share of vowels among the letters right after a vowel; NaN if there are none. */
  pVowelAfterVowel: number;
  /** The same after a consonant. */
  pVowelAfterConsonant: number;
}

/** Letters of a text in order, lower-cased; all else, and `leftOut`, is dropped. */
export function lettersOf(text: string, leftOut = ''): string[] {
  const dropped = new Set(graphemes(leftOut));
  return graphemes(text.toLowerCase()).filter(
    (symbol) => /^\p{L}/u.test(symbol) && !dropped.has(symbol),
  );
}

/**
 * A letter is a vowel if it is among `vowels`, or if in Latin or Greek script it is one
 * of them with an accent. (In Cyrillic й is a letter of its own.)
 */
export function vowelTest(vowels: string): (letter: string) => boolean {
  const set = new Set(graphemes(vowels.toLowerCase()));
  const known = new Map<string, boolean>();
  return (letter) => {
    let vowel = known.get(letter);
    if (vowel === undefined) {
      vowel = set.has(letter) || set.has(withoutAccent(letter));
      known.set(letter, vowel);
    }
    return vowel;
  };
}

function withoutAccent(letter: string): string {
  const base = letter.normalize('NFD').charAt(0);
  return /[\p{Script=Latin}\p{Script=Greek}]/u.test(base) ? base : letter;
}

/**
 * @param runs letters in order; neighbours are counted inside a run only, so a list of
 *   names is many runs and a book is one
 */
export function countClasses(
  runs: readonly (readonly string[])[],
  isVowel: (letter: string) => boolean,
): ClassChain {
  let letters = 0;
  let vowels = 0;
  /** By class before and class after; 1 is a vowel. */
  const pairs = [
    [0, 0],
    [0, 0],
  ];
  for (const run of runs) {
    const classes = run.map((letter) => (isVowel(letter) ? 1 : 0));
    classes.forEach((now, i) => {
      letters += 1;
      vowels += now;
      if (i > 0) pairs[classes[i - 1]][now] += 1;
    });
  }
  const [[consonantConsonant, consonantVowel], [vowelConsonant, vowelVowel]] = pairs;
  return {
    letters,
    vowels,
    vowelVowel,
    vowelConsonant,
    consonantVowel,
    consonantConsonant,
    pVowel: vowels / letters,
    pVowelAfterVowel: vowelVowel / (vowelVowel + vowelConsonant),
    pVowelAfterConsonant: consonantVowel / (consonantVowel + consonantConsonant),
  };
}

/** The same letters in runs of the same lengths, but in random order: the control. */
export function shuffledRuns(
  runs: readonly (readonly string[])[],
  seed: number,
): string[][] {
  const letters = new Random(seed).shuffle(runs.flat());
  let taken = 0;
  return runs.map((run) => letters.slice(taken, (taken += run.length)));
}
