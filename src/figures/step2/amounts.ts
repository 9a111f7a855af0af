/** Numbers of any size, as short as they can be said. */
import { INFINITY, MINUS } from '../../charts/index.ts';

/** At most so many significant figures. */
const FIGURES = 5;

const signed = (value: number, text: string): string => (value < 0 ? MINUS + text : text);

/** `−6`, `0.33333`, `1.2e10`, `∞`, `NaN`: at most eight characters or so. */
export function amount(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return signed(value, INFINITY);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e6 || size < 1e-4) {
    const [digits, power] = size.toExponential(2).split('e');
    return signed(value, `${Number(digits)}e${Number(power)}`);
  }
  return signed(value, String(Number(size.toPrecision(FIGURES))));
}

/** As `amount`, cut to the five characters or so that a box of a graph holds: `20.09`, `−0.333`. */
export function boxed(value: number): string {
  const text = amount(value);
  const size = Math.abs(value);
  if (text.replace(MINUS, '').length <= 5 || !Number.isFinite(value)) return text;
  if (size >= 1e5 || size < 1e-3) return signed(value, size.toExponential(0).replace('+', ''));
  return signed(value, String(Number(size < 1 ? size.toFixed(3) : size.toPrecision(4))));
}
