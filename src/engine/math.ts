/**
 * Elementary functions that give the same bits in every browser.
 *
 * IEEE 754 fixes `+ − × ÷ √` to the last bit, but leaves `Math.exp`, `log`, `pow`,
 * `sin` and `cos` to whoever writes them, and they do differ. Training amplifies a last
 * bit until two machines disagree about a name, so the engine uses only these. The
 * methods are those of Sun's fdlibm (K. C. Ng and others, 1993): reduce the argument,
 * evaluate a short polynomial, put the exponent back. Each is within one unit in the
 * last place.
 */
export { exp } from './math/exp.ts';
export { log } from './math/log.ts';
export { pow } from './math/pow.ts';
export { cos, sin } from './math/trig.ts';
