/**
 * The 64 bits of a number as two 32-bit words: sign, 11 bits of exponent and the first
 * 20 of the fraction are the high word, the other 32 the low word.
 */
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
number[0] = 1;
/** Which of the two words is the high one: 1 on little-endian machines. */
const HIGH = words[0] === 0 ? 1 : 0;
const LOW = 1 - HIGH;

/** The high word: sign, exponent, leading fraction bits, as a signed integer. */
export function highWord(x: number): number {
  number[0] = x;
  return words[HIGH];
}

/** `x` with its high word replaced. */
export function withHighWord(x: number, high: number): number {
  number[0] = x;
  words[HIGH] = high;
  return number[0];
}

/** The leading 21 bits of `x`, so that products of two such numbers are exact. */
export function truncated(x: number): number {
  number[0] = x;
  words[LOW] = 0;
  return number[0];
}

/** Every power of two that is a double; multiplying is quicker than moving bits. */
const POWERS = new Float64Array(2098);
POWERS[0] = Number.MIN_VALUE;
for (let i = 1; i < POWERS.length; i++) POWERS[i] = 2 * POWERS[i - 1];

/** 2ᵏ for −1074 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  return POWERS[1074 + k];
}

/** y · 2ᵏ, rounded once even where the result leaves the normal range. */
export function scale(y: number, k: number): number {
  if (k > 1023) return y * powerOfTwo(1023) * powerOfTwo(Math.min(k - 1023, 1023));
  // 2⁻⁹⁶⁹ leaves 53 bits above the smallest normal number: the first product is exact.
  if (k < -1022) return y * powerOfTwo(-969) * powerOfTwo(Math.max(k + 969, -1022));
  return y * powerOfTwo(k);
}
