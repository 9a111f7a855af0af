/** Numbers of any size, told in a few figures of fixed number. */
import { MINUS, fixed } from '../../charts/index.ts';

/** `0.083`, `−0.0022`, `3.1e−6`, `1,200`: two figures, or as many as asked. */
export function figuresOf(value: number, figures = 2): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : fixed(0)(value);
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  const [digits, power] = size
    .toExponential(figures - 1)
    .split('e')
    .map(Number);
  if (power >= -4 && power < 4) {
    const decimals = Math.max(0, figures - 1 - power);
    return sign + (digits * 10 ** power).toFixed(decimals);
  }
  return `${sign}${digits.toFixed(figures - 1)}e${power < 0 ? MINUS : ''}${Math.abs(power)}`;
}
