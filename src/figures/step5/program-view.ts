/** What the figure “The whole program” shows, and what it counts. No DOM, no code. */
import type { ListedIdea, ListedPlace, Listing } from '../../programs/step5.ts?listing';

/** Which lines stand out; the others are grey. */
export type Lit =
  | { readonly by: 'all' }
  /** An idea, by its place among the listing's. */
  | { readonly by: 'idea'; readonly idea: number }
  /** What was known by a year. */
  | { readonly by: 'year'; readonly year: number }
  /** What a step added. */
  | { readonly by: 'step'; readonly step: number }
  /** What is no idea of the timeline. */
  | { readonly by: 'none' };

export interface View {
  readonly lit: Lit;
  /** The file in view, by name; null for the one that holds most of what stands out. */
  readonly file: string | null;
  /** The line chosen, from 0. */
  readonly line: number | null;
}

export const STEPS = [0, 1, 2, 3, 4, 5] as const;
/** The year of the paper that trained networks by backpropagation. */
export const EARLY = 1986;
/** The beat that asks how many lines were known by then. */
export const ASKS = 1;

/** The program's own module, which comes last. */
const OWN = 'step5.ts';

export const ALL: View = { lit: { by: 'all' }, file: OWN, line: null };

/** One view a beat: the program, the question, the early lines, one idea, what this step added. */
export function programBeats(listing: Listing): View[] {
  const attention = listing.ideas.findIndex(({ id }) => id === 'attention');
  return [
    ALL,
    { lit: { by: 'all' }, file: 'autograd.ts', line: null },
    { lit: { by: 'year', year: EARLY }, file: 'autograd.ts', line: null },
    { lit: { by: 'idea', idea: attention }, file: null, line: null },
    { lit: { by: 'step', step: 5 }, file: OWN, line: null },
  ];
}

/** One line, as far as the build knows it. */
export interface KnownLine {
  readonly place: ListedPlace;
  readonly idea: ListedIdea | null;
  readonly step: number;
  readonly kind: 'code' | 'comment' | 'blank';
  /** The first line of a run with one place. */
  readonly first: boolean;
}

const KINDS = { '#': 'code', '/': 'comment', ' ': 'blank' } as const;

/** The listing's lines one by one. */
export function linesOf({ count, shape, runs, places, ideas }: Listing): KnownLine[] {
  const lines: KnownLine[] = [];
  runs.forEach(([from, at, step], i) => {
    const place = places[at];
    const idea = place.idea < 0 ? null : ideas[place.idea];
    const moved = i === 0 || runs[i - 1][1] !== at;
    const end = runs[i + 1]?.[0] ?? count;
    for (let line = from; line < end; line++) {
      const kind = KINDS[shape[line] as keyof typeof KINDS];
      lines.push({ place, idea, step, kind, first: moved && line === from });
    }
  });
  return lines;
}

/** Does a line stand out? */
export function isLit({ place, idea, step }: KnownLine, lit: Lit): boolean {
  switch (lit.by) {
    case 'all':
      return true;
    case 'idea':
      return place.idea === lit.idea;
    case 'year':
      return idea !== null && idea.to <= lit.year;
    case 'step':
      return step === lit.step;
    case 'none':
      return idea === null;
  }
}

/** Lines of code that stand out; comments and blank lines count for nothing. */
export const countLit = (lines: readonly KnownLine[], lit: Lit): number =>
  lines.filter((line) => line.kind === 'code' && isLit(line, lit)).length;

export interface Counts {
  /** Lines of code. */
  readonly code: number;
  /** Of these, those that come from an idea of the timeline, and those that don't. */
  readonly ideas: number;
  readonly none: number;
  /** Of those from an idea, those known by `EARLY`. */
  readonly early: number;
  /** By idea, by step. */
  readonly byIdea: readonly number[];
  readonly byStep: readonly number[];
}

export function countsOf(listing: Listing, lines: readonly KnownLine[]): Counts {
  const code = countLit(lines, { by: 'all' });
  const none = countLit(lines, { by: 'none' });
  return {
    code,
    none,
    ideas: code - none,
    early: countLit(lines, { by: 'year', year: EARLY }),
    byIdea: listing.ideas.map((_, idea) => countLit(lines, { by: 'idea', idea })),
    byStep: STEPS.map((step) => countLit(lines, { by: 'step', step })),
  };
}

/** Lines [from, to) of a file. */
export interface FileOf {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export const filesOf = ({ files, count }: Listing): FileOf[] =>
  files.map(({ name, from }, i) => ({ name, from, to: files[i + 1]?.from ?? count }));

/** The file that a view looks into: the one named, that of the line, or the one with most lit. */
export function fileInView(
  files: readonly FileOf[],
  lines: readonly KnownLine[],
  view: View,
): number {
  const { line, file, lit } = view;
  if (line !== null) return fileAt(files, line);
  const named = files.findIndex(({ name }) => name === file);
  if (named >= 0) return named;
  const counts = files.map(({ from, to }) => countLit(lines.slice(from, to), lit));
  return counts.indexOf(Math.max(...counts));
}

export const fileAt = (files: readonly FileOf[], line: number): number =>
  files.findLastIndex(({ from }) => from <= line);

/** The line that the pane begins with: the one chosen, or a little before the first that is lit. */
export function topLine({ from, to }: FileOf, lines: readonly KnownLine[], view: View): number {
  if (view.line !== null) return view.line;
  if (view.lit.by === 'all') return from;
  for (let line = from; line < to; line++) {
    if (lines[line].kind === 'code' && isLit(lines[line], view.lit)) return line;
  }
  return from;
}

/** Where a key leads from a line; null for a key that leads nowhere. Blank lines are passed over. */
export function lineFor(key: string, at: number, lines: readonly KnownLine[]): number | null {
  const shown = (line: number) => lines[line]?.kind !== 'blank';
  const go = (side: 1 | -1, steps: number): number => {
    let line = at;
    for (let k = 0; k < steps; k++) {
      let next = line + side;
      while (next > 0 && next < lines.length - 1 && !shown(next)) next += side;
      if (next < 0 || next >= lines.length || !shown(next)) break;
      line = next;
    }
    return line;
  };
  if (key === 'ArrowDown') return go(1, 1);
  if (key === 'ArrowUp') return go(-1, 1);
  if (key === 'PageDown') return go(1, 12);
  if (key === 'PageUp') return go(-1, 12);
  return null;
}

/** Stretches [from, to) of code lines that stand out, or of those that don't, for the strip. */
export function stretches(
  lines: readonly KnownLine[],
  lit: Lit,
  wanted: boolean,
): [from: number, to: number][] {
  const found: [number, number][] = [];
  lines.forEach((line, i) => {
    if (line.kind !== 'code' || isLit(line, lit) !== wanted) return;
    const last = found.at(-1);
    if (last?.[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  });
  return found;
}

/** A year under its bar: whole where a century begins, else its last two figures. */
export const yearText = (year: number, before: number | undefined): string =>
  before !== undefined && Math.floor(before / 100) === Math.floor(year / 100)
    ? String(year % 100).padStart(2, '0')
    : String(year);

/** Some people by name: all of three, or the first and how many others. */
export const peopleOf = (
  people: readonly string[],
): { named: readonly string[]; others: number } =>
  people.length <= 3
    ? { named: people, others: 0 }
    : { named: people.slice(0, 1), others: people.length - 1 };

/** Heights of what stands above the pane, px. */
export interface ProgramLayout {
  readonly bars: number;
  readonly strip: number;
  /** The balance of early and late lines, where it is asked for or shown. */
  readonly balance: number;
}

export function programLayout(height: number, scale: number, balanced: boolean): ProgramLayout {
  const low = height < 300 * scale;
  const bars = (low ? (balanced ? 0 : 58) : 104) * scale;
  return { bars, strip: (low ? 18 : 26) * scale, balance: balanced ? 34 * scale : 0 };
}
