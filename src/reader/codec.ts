/**
 * Engine answers as JSON that a page can carry. Typed arrays keep their kind; `Infinity` its value.
 * Fractions are cut, those of long arrays to what a picture shows, others to what any sum of them
 * shows; the reader's own engine answers in full.
 */
const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
};
type ArrayTag = keyof typeof ARRAYS;

/** Significant digits that are kept, unless a caller needs fewer. */
const DIGITS = { single: 10, array: 4 };

const cut = (x: number, digits: number): number =>
  Number.isInteger(x) ? x : Number(x.toPrecision(digits));

export function pack(value: unknown, digits = DIGITS.single): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (item === Infinity) return { $: 'inf' };
    if (typeof item === 'number') return cut(item, digits);
    if (!ArrayBuffer.isView(item)) return item;
    const tag = (Object.keys(ARRAYS) as ArrayTag[]).find((name) => item instanceof ARRAYS[name]);
    if (!tag)
      throw new Error(`An answer holds a ${item.constructor.name}, which pages cannot carry.`);
    return { $: tag, a: Array.from(item as Float64Array, (x) => cut(x, DIGITS.array)) };
  });
}

export function unpack(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (typeof item !== 'object' || item === null || !('$' in item)) return item;
    if (item.$ === 'inf') return Infinity;
    return new ARRAYS[item.$ as ArrayTag]((item as unknown as { a: number[] }).a);
  });
}
