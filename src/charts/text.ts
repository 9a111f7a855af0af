/** Room for text, estimated from the fonts' metrics: nothing is measured in the page. */

/** Text size of axes and cell labels, px; of direct labels, px. */
export const SMALL = 11.5;
export const LABEL = 13;

/** Advance of Geist Mono and mean advance of Source Sans 3, in em. */
const MONO = 0.6;
const SANS = 0.49;

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;
const MARK = /^(?:\p{Mark}|\p{Default_Ignorable_Code_Point})$/u;

let segmenter: Intl.Segmenter | undefined;

/** What a reader calls characters. ASCII is split at once. */
export function graphemes(text: string): string[] {
  if (/^[\x20-\x7e•]*$/.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

function advance(grapheme: string, em: number): number {
  if (WIDE.test(grapheme) || PICTOGRAPH.test(grapheme)) return 1.05;
  return MARK.test(grapheme) ? 0 : em;
}

/** Estimated width, px, of mono text at a size. */
export function monoWidth(text: string, size = SMALL): number {
  return graphemes(text).reduce((sum, one) => sum + advance(one, MONO), 0) * size;
}

/** Estimated width, px, of sans text at a size; capitals and figures are a little wider. */
export function sansWidth(text: string, size = LABEL): number {
  const em = (one: string) => (/[A-Z0-9mwMW—]/.test(one) ? 0.58 : SANS);
  return graphemes(text).reduce((sum, one) => sum + advance(one, em(one)), 0) * size;
}

/** Text cut to fit, ending in …; at least one grapheme is kept. */
export function clip(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const parts = graphemes(text);
  for (let kept = parts.length - 1; kept > 1; kept--) {
    const cut = parts.slice(0, kept).join('').trimEnd() + '…';
    if (width(cut) <= room) return cut;
  }
  return parts[0] ?? '';
}

/**
 * Which of evenly spaced labels can be drawn without touching. `room` is what each takes along the
 * axis, px; `urgent` ones come first, in order, and others fill what is left.
 */
export function fitting(
  room: readonly number[],
  pitch: number,
  urgent: readonly number[] = [],
): Set<number> {
  const kept = new Set<number>();
  const widest = room.reduce((most, own) => Math.max(most, own), 0);
  const reach = Math.ceil(widest / Math.max(pitch, 1e-6));
  const free = (i: number) => {
    for (let j = i - reach; j <= i + reach; j++) {
      const apart = Math.abs(i - j) * pitch + 1e-6;
      if (j !== i && kept.has(j) && apart < (room[i] + room[j]) / 2) return false;
    }
    return true;
  };
  for (const i of urgent) if (i >= 0 && i < room.length && free(i)) kept.add(i);
  for (let i = 0; i < room.length; i++) if (free(i)) kept.add(i);
  return kept;
}

/** Is this text written from right to left? Its first letter decides. */
export const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
