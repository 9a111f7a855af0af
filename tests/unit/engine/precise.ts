/**
 * Elementary functions to some sixty decimal places in integer arithmetic, by nothing but
 * Taylor series: the judge for `math.ts`.
 */
const BITS = 256n;
const ONE = 1n << BITS;
const times = (a: bigint, b: bigint) => (a * b) >> BITS;
const LN2 = nearOne(2n * ONE);
const HALF_PI = 2n * (4n * arctanInverse(5n) - arctanInverse(239n));

/** A double as an exact multiple of 2^−256, if it is one; otherwise rounded towards −∞. */
export function fixed(x: number): bigint {
  if (!Number.isFinite(x)) throw new RangeError(`${x} has no place among the integers`);
  let shift = BITS;
  while (!Number.isInteger(x)) {
    x *= 2;
    shift -= 1n;
  }
  return shift >= 0n ? BigInt(x) << shift : BigInt(x) >> -shift;
}

export function lnOf(x: bigint): bigint {
  // Halve or double until x is near one.
  let k = 0n;
  while (x * 10n > ONE * 14n) {
    x >>= 1n;
    k += 1n;
  }
  while (x * 10n < ONE * 7n) {
    x <<= 1n;
    k -= 1n;
  }
  return nearOne(x) + k * LN2;
}

/** ln x = 2 artanh((x−1)/(x+1)) */
function nearOne(x: bigint): bigint {
  const s = ((x - ONE) << BITS) / (x + ONE);
  const square = times(s, s);
  let power = s;
  let result = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    result += power / n;
    power = times(power, square);
  }
  return 2n * result;
}

/** e^x as mantissa · 2^exponent, the mantissa a multiple of 2^−256. */
export function expOf(x: bigint): { mantissa: bigint; exponent: number } {
  const k = x / LN2;
  const rest = x - k * LN2;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    sum += term;
    term = times(term, rest) / n;
  }
  return { mantissa: sum, exponent: Number(k) };
}

export function sinOf(x: bigint): bigint {
  const turns = (2n * x + HALF_PI) / (2n * HALF_PI);
  const rest = x - turns * HALF_PI;
  const quarter = ((turns % 4n) + 4n) % 4n;
  const odd = quarter % 2n === 1n;
  let term = odd ? ONE : rest;
  let sum = 0n;
  for (let n = odd ? 1n : 2n; term !== 0n && term !== -1n; n += 2n) {
    sum += term;
    term = -times(times(term, rest), rest) / (n * (n + 1n));
  }
  return quarter < 2n ? sum : -sum;
}

export const cosOf = (x: bigint): bigint => sinOf(x + HALF_PI);

function arctanInverse(n: bigint): bigint {
  let power = ONE / n;
  let sum = 0n;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = -power / (n * n);
  }
  return sum;
}

/** |actual − mantissa · 2^exponent| in units of the last place of `actual`. */
export function ulps(actual: number, mantissa: bigint, exponent = 0): number {
  const difference = Number(fixed(scaled(actual, -exponent)) - mantissa) / Number(ONE);
  return Math.abs(difference) / scaled(ulp(actual), -exponent);
}

/** x · 2^k for results in the normal range. */
export function scaled(x: number, k: number): number {
  for (; k > 0; k--) x *= 2;
  for (; k < 0; k++) x /= 2;
  return x;
}

/** The distance from |x| to the next larger double. */
export function ulp(x: number): number {
  return nextUp(Math.abs(x)) - Math.abs(x);
}

const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** The next larger double, for x ≥ 0. */
export function nextUp(x: number): number {
  number[0] = x;
  bits[0] += 1n;
  return number[0];
}
