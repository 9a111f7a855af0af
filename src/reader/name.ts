/** The name under the lens as the list spells it, chosen and kept for the next page. */
import { graphemes } from '../engine/graphemes.ts';
import { writeKept } from './keep.ts';
import { setLens } from './state.ts';

export const KEPT_NAME = 'mgv.lens';
/** Longer names are cut: no list has one, and no figure could draw it. */
const LONGEST = 40;

/**
 * The name as the list spells it: as typed, or in lower case when only that fits. `unknown` are the
 * symbols that the list does not have.
 */
export function fitName(
  typed: string,
  symbols: readonly string[],
): { name: string; unknown: string[] } {
  const known = new Set(symbols);
  const missing = (text: string): string[] => [
    ...new Set(graphemes(text).filter((symbol) => !known.has(symbol))),
  ];
  const name = typed.trim().slice(0, LONGEST);
  const unknown = missing(name);
  if (unknown.length === 0) return { name, unknown };
  // A capital is no fault of the name's where the list has the small letter.
  const lower = name.toLowerCase();
  const still = missing(lower);
  return still.length < unknown.length ? { name: lower, unknown: still } : { name, unknown };
}

/** Put a name under the lens, here and on the pages to come; null is the list's first. */
export function chooseName(name: string | null): void {
  setLens(name);
  writeKept(KEPT_NAME, name);
}
