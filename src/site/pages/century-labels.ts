/** Which names fit under the century line, and on which side of their year, at a given width. */

export interface Entry {
  readonly id: string;
  readonly year: number;
  /** Place on the line, 0 to 1. */
  readonly at: number;
  readonly name: string;
  /** Named before the others when there is little room. */
  readonly first: boolean;
}

export type Anchor = 'start' | 'middle' | 'end';

export interface Label {
  readonly anchor: Anchor;
  /** Where there is no room for the name there may be for the year. */
  readonly show: 'name' | 'year' | 'none';
}

/** Advance of a letter and of a figure at the sizes of the labels, px, and the least gap. */
const LETTER = 6.1;
const FIGURE = 7.1;
const GAP = 5;
/** How far a label that does not stand in the middle reaches over its year. */
const OVERHANG = 6;

type Span = readonly [from: number, to: number];

function spanOf(at: number, text: number, anchor: Anchor, width: number): Span {
  const x = at * width;
  if (anchor === 'middle') return [x - text / 2, x + text / 2];
  const over = at === 0 || at === 1 ? 0 : OVERHANG;
  return anchor === 'start' ? [x - over, x - over + text] : [x + over - text, x + over];
}

/** Labels by id, for entries in the order of their years. Those named first come first; the others fill what is left, by year. */
export function placeLabels(
  entries: readonly Entry[],
  width: number,
  taken: readonly Span[] = [],
): Map<string, Label> {
  const spans = [...taken];
  const free = ([from, to]: Span): boolean =>
    from >= -1 &&
    to <= width + 1 &&
    spans.every(([left, right]) => to + GAP <= left || from >= right + GAP);
  const labels = new Map<string, Label>();
  const inOrder = [...entries.filter(({ first }) => first), ...entries.filter((e) => !e.first)];
  for (const entry of inOrder) {
    const { id, at, name } = entry;
    const anchors = anchorsFor(entry, entries, width);
    const sizes = { name: nameWidth(name), year: 4 * FIGURE };
    const fits = (['name', 'year'] as const)
      .flatMap((show) => anchors.map((anchor) => ({ show, anchor })))
      .find(({ show, anchor }) => free(spanOf(at, sizes[show], anchor, width)));
    if (fits) spans.push(spanOf(at, sizes[fits.show], fits.anchor, width));
    labels.set(id, fits ?? { anchor: 'middle', show: 'none' });
  }
  return labels;
}

const nameWidth = (name: string): number => Math.max(name.length * LETTER, 4 * FIGURE);

/** Sides to try: the middle, or away from a neighbour that is too near for that. */
function anchorsFor(entry: Entry, entries: readonly Entry[], width: number): Anchor[] {
  if (entry.at === 0) return ['start'];
  if (entry.at === 1) return ['end'];
  const near = (other: Entry | undefined): boolean =>
    other !== undefined &&
    Math.abs(other.at - entry.at) * width <
      (nameWidth(other.name) + nameWidth(entry.name)) / 2 + GAP;
  const i = entries.indexOf(entry);
  if (near(entries[i - 1])) return ['start', 'middle', 'end'];
  if (near(entries[i + 1])) return ['end', 'middle', 'start'];
  return ['middle', 'start', 'end'];
}

/** Ideas that follow each other within a year, if more than two: they share one label. */
export function crowdOf<T extends { readonly year: number }>(sorted: readonly T[]): T[] {
  let crowd: T[] = [];
  let run: T[] = [];
  for (const one of sorted) {
    run = run.length > 0 && one.year - run.at(-1)!.year <= 1 ? [...run, one] : [one];
    if (run.length > Math.max(2, crowd.length)) crowd = run;
  }
  return crowd;
}
