/**
 * MT19937, the Mersenne Twister: 624 words of 32 bits, of which each round makes the
 * next 624.
 *
 * M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudo-random number generator", ACM Trans. Model. Comput. Simul. 8(1), 1998,
 * 3–30, doi:10.1145/272991.272995; seeding by array as in the authors' 2002 revision.
 */
export const WORDS = 624;
const SHIFT = 397;

export class MersenneTwister {
  readonly words = new Uint32Array(WORDS);
  /** How many of the current words have been handed out. */
  index = WORDS;

  /** @param key the seed as 32-bit words, least significant first; at least one */
  constructor(key: readonly number[]) {
    const { words } = this;
    this.#seed(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(WORDS, key.length); k > 0; k--) {
      const mixed = Math.imul(words[i - 1] ^ (words[i - 1] >>> 30), 1664525);
      words[i] = (words[i] ^ mixed) + key[j] + j;
      i += 1;
      j = (j + 1) % key.length;
      if (i === WORDS) {
        words[0] = words[WORDS - 1];
        i = 1;
      }
    }
    for (let k = WORDS - 1; k > 0; k--) {
      const mixed = Math.imul(words[i - 1] ^ (words[i - 1] >>> 30), 1566083941);
      words[i] = (words[i] ^ mixed) - i;
      i += 1;
      if (i === WORDS) {
        words[0] = words[WORDS - 1];
        i = 1;
      }
    }
    words[0] = 0x80000000;
  }

  /** The next 32 random bits, as an integer from 0 to 2³² − 1. */
  next(): number {
    if (this.index === WORDS) this.#renew();
    let y = this.words[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #seed(seed: number): void {
    const { words } = this;
    words[0] = seed;
    for (let i = 1; i < WORDS; i++) {
      words[i] = Math.imul(words[i - 1] ^ (words[i - 1] >>> 30), 1812433253) + i;
    }
  }

  #renew(): void {
    const { words } = this;
    for (let i = 0; i < WORDS; i++) {
      const y = (words[i] & 0x80000000) | (words[(i + 1) % WORDS] & 0x7fffffff);
      words[i] = words[(i + SHIFT) % WORDS] ^ (y >>> 1) ^ ((y & 1) * 0x9908b0df);
    }
    this.index = 0;
  }
}
