/** Numbers as drawn: a true minus sign, ∞, and figure spaces so that nothing jumps. */

export const MINUS = '\u2212';
export const INFINITY = '\u221e';
const FIGURE_SPACE = '\u2007';

const signOf = (value: number, text: string) =>
  value < 0 && /[1-9]/.test(text) ? MINUS + text : text;

/** A format with so many decimals: `fixed(3)(0.1757)` is `0.176`. */
export function fixed(digits: number): (value: number) => string {
  return (value) => {
    if (Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value < 0 ? MINUS + INFINITY : INFINITY;
    return signOf(value, Math.abs(value).toFixed(digits));
  };
}

/** As `fixed`, with + before what is above zero. */
export function signed(digits: number): (value: number) => string {
  const plain = fixed(digits);
  return (value) => (value > 0 ? '+' : '') + plain(value);
}

/** Whole numbers in groups: `integer()(32178)` is `32,178` in English. */
export function integer(locale = 'en'): (value: number) => string {
  const grouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (value) => {
    if (!Number.isFinite(value)) return fixed(0)(value);
    const text = grouped.format(Math.abs(Math.round(value)));
    return signOf(value, text);
  };
}

/** Text set right in so many figures. */
export function padded(text: string, width: number): string {
  return text.padStart(width, FIGURE_SPACE);
}
