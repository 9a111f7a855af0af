/** The questions of the page on Markov chains: a part of `protocol.ts`. */
import type { Recipe } from '../../engine/recipe.ts';

/** Letters collapsed into two classes, as Markov did in 1913. */
export interface ClassChain {
  letters: number;
  vowels: number;
  vowelVowel: number;
  vowelConsonant: number;
  consonantVowel: number;
  consonantConsonant: number;
  pVowel: number;
  pVowelAfterVowel: number;
  pVowelAfterConsonant: number;
  /** The first letters in order: the letter, whether a vowel, whether it starts a document. */
  cells: ClassCell[];
}

export interface ClassCell {
  letter: string;
  vowel: boolean;
  /** It starts a document. */
  first: boolean;
}

/** The letters of a list in blocks, and the classes counted so far. */
export interface ClassBlocks {
  /** Letters in the whole list, and how many of them are counted. */
  total: number;
  counted: number;
  /** Among the letters counted. */
  vowels: number;
  vowelVowel: number;
  vowelConsonant: number;
  consonantVowel: number;
  consonantConsonant: number;
  /** Vowels in each block that is full and counted. */
  perBlock: Uint8Array;
  /** Standard deviation of `perBlock`, and what it would be if letters were independent. */
  deviation: number;
  independent: number;
  /** Index of the first letter in view, and the letters. */
  from: number;
  cells: ClassCell[];
}

export interface MarkovOperations {
  classes: {
    input: {
      recipe: Recipe;
      /** The reader's own text, or null for the data set. */
      text: string | null;
      vowels: string;
      /** Null: as written. A number: letters shuffled with this seed. */
      shuffle: number | null;
      cells: number;
    };
    result: ClassChain;
  };
  /** The list's letters, counted up to one of them, in blocks as Markov counted his. */
  blocks: {
    input: {
      recipe: Recipe;
      vowels: string;
      /** Letters counted; null for all. */
      counted: number | null;
      /** Letters in a block, and blocks in view: the last ones that the count has reached. */
      size: number;
      inView: number;
    };
    result: ClassBlocks;
  };
}
