import { cos, log, sin } from './math.ts';
import { MersenneTwister, WORDS } from './twister.ts';

const TWO_PI = 6.283185307179586;

/** Everything a generator remembers; a plain value that can be stored or posted. */
export interface RandomState {
  /** The twister's 624 words. */
  words: Uint32Array;
  /** How many of them have been used. */
  index: number;
  /** The second of a pair of Gaussian numbers, if it has not been handed out yet. */
  gaussNext: number | null;
}

/**
 * Python's `random.Random`, bit for bit: the same seed gives the same shuffles, the
 * same Gaussian numbers (to the last place) and the same choices as CPython 3.11.
 */
export class Random {
  readonly #twister: MersenneTwister;
  #gaussNext: number | null = null;

  /**
   * @param seed any integer up to ±(2⁵³ − 1); as in Python its sign does not matter
   * @throws RangeError if it is not such an integer
   */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed))
      throw new RangeError(`Seed ${seed} is no safe integer`);
    const size = Math.abs(seed);
    const [low, high] = [size % 0x100000000, Math.floor(size / 0x100000000)];
    this.#twister = new MersenneTwister(high === 0 ? [low] : [low, high]);
  }

  /** A number from 0 up to but not including 1, with 53 random bits. */
  random(): number {
    const high = this.#twister.next() >>> 5;
    const low = this.#twister.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** An integer of `k` random bits, 0 ≤ k ≤ 32. */
  getrandbits(k: number): number {
    if (!Number.isInteger(k) || k < 0 || k > 32) {
      throw new RangeError(`Number of bits ${k} is not an integer from 0 to 32`);
    }
    return k === 0 ? 0 : this.#twister.next() >>> (32 - k);
  }

  /** An integer from 0 to n − 1, each equally likely; 1 ≤ n < 2³². */
  randbelow(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 0xffffffff) {
      throw new RangeError(`Upper bound ${n} is not an integer from 1 to 2^32 - 1`);
    }
    const bits = 32 - Math.clz32(n);
    // Draw again rather than take a remainder, which would favour small numbers.
    let r = this.getrandbits(bits);
    while (r >= n) r = this.getrandbits(bits);
    return r;
  }

  /**
   * Shuffles in place and returns the same array (Fisher and Yates 1938, Durstenfeld
   * 1964).
   */
  shuffle<Items extends Shufflable>(items: Items): Items {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.randbelow(i + 1);
      const item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
    return items;
  }

  /**
   * A normally distributed number. They are made in pairs (Box and Muller 1958); every
   * second call returns the one kept from the call before.
   */
  gauss(mu = 0, sigma = 1): number {
    let z = this.#gaussNext;
    this.#gaussNext = null;
    if (z === null) {
      const angle = this.random() * TWO_PI;
      const radius = Math.sqrt(-2 * log(1 - this.random()));
      z = cos(angle) * radius;
      this.#gaussNext = sin(angle) * radius;
    }
    return mu + z * sigma;
  }

  /**
   * `k` items drawn with replacement, each in proportion to its weight.
   * @throws RangeError if lengths differ, or the sum is not positive and finite
   */
  choices<T>(population: readonly T[], weights: ArrayLike<number>, k = 1): T[] {
    if (weights.length !== population.length) {
      throw new RangeError(`${weights.length} weights for ${population.length} items`);
    }
    return Array.from(
      { length: k },
      () => population[weightedIndex(weights, this.random())],
    );
  }

  /** A copy of the state; `setState` continues from it. */
  getState(): RandomState {
    const { words, index } = this.#twister;
    return { words: words.slice(), index, gaussNext: this.#gaussNext };
  }

  setState(state: RandomState): void {
    const { words, index, gaussNext } = state;
    if (
      words.length !== WORDS ||
      !Number.isInteger(index) ||
      index < 0 ||
      index > WORDS
    ) {
      throw new RangeError('Not the state of a generator');
    }
    this.#twister.words.set(words);
    this.#twister.index = index;
    this.#gaussNext = gaussNext;
  }
}

type Shufflable = unknown[] | Uint16Array | Uint32Array | Float64Array;

/**
 * Which item a random number `u` from [0, 1) falls on, if each takes up room in
 * proportion to its weight: the first whose cumulative weight exceeds u · total.
 * @throws RangeError if the total is not positive and finite
 */
export function weightedIndex(weights: ArrayLike<number>, u: number): number {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) cumulative[i] = total += weights[i];
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(
      `The sum of the weights, ${total}, is not positive and finite`,
    );
  }
  let [low, high] = [0, weights.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u * total < cumulative[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}
