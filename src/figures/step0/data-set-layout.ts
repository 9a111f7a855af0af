/** Where things of the data set's picture stand, and what its dots say: no React in here. */
import { dotAt, dotLayout, type DotLayout } from '../../charts/strips/dotLayout.ts';
import type { Result } from '../../worker/protocol.ts';

export type Paint = 'plain' | 'ending' | 'split';
export type Order = 'file' | 'shuffled';

/** A run of documents in the shuffled order, from 0, half open. */
export interface Part {
  readonly kind: 'count' | 'heldOut' | 'rest';
  readonly from: number;
  readonly to: number;
}

/** What a run does with a list: counts the first documents, holds out the next, leaves the rest. */
export function partsOf(documents: number, steps: number, heldOut: number): Part[] {
  const counted = Math.min(steps, documents);
  const held = Math.min(counted + heldOut, documents);
  const parts: Part[] = [
    { kind: 'count', from: 0, to: counted },
    { kind: 'heldOut', from: counted, to: held },
    { kind: 'rest', from: held, to: documents },
  ];
  return parts.filter(({ from, to }) => to > from);
}

/** How much a dot stands out: not at all, as one of many, or as what is looked for. */
export const TONE = { rest: 0, plain: 1, strong: 2 } as const;
const TONE_OF = { count: TONE.strong, heldOut: TONE.plain, rest: TONE.rest } as const;

/**
 * A tone per dot; a dot that stands for several documents speaks for the first of them.
 * Undefined while the engine has not yet told what the picture is about.
 */
export function tonesOf(
  { count, per }: Pick<Field, 'count' | 'per'>,
  paint: Paint,
  overview: Result<'overview'> | undefined,
  ending: number,
  parts: readonly Part[],
): Uint8Array | undefined {
  const tones = new Uint8Array(count);
  if (paint === 'plain') return tones.fill(TONE.plain);
  if (paint === 'split') {
    for (const { kind, from, to } of parts)
      tones.fill(TONE_OF[kind], Math.ceil(from / per), Math.ceil(to / per));
    return tones;
  }
  if (!overview) return undefined;
  for (let i = 0; i < count; i++)
    tones[i] = overview.last[i * per] === ending ? TONE.strong : TONE.rest;
  return tones;
}

/** The dots of a list, in reading order. */
export interface Field {
  readonly at: DotLayout;
  /** Dots, and documents to a dot: more than one only when a list is too long for the room. */
  readonly count: number;
  readonly per: number;
}

export function fieldOf(documents: number, width: number, height: number): Field {
  const most = Math.max(1, Math.floor(width) * Math.floor(height));
  const per = Math.max(1, Math.ceil(documents / most));
  const count = Math.ceil(documents / per);
  return { at: dotLayout(count, width, height), count, per };
}

/**
 * Top left of each document's dot, x and y in turn, px. By document, so that a dot keeps its place
 * in the array when the order changes; `order` is the document at each place.
 */
export function spotsOf(at: DotLayout, order: Uint32Array | null): Float32Array {
  const spots = new Float32Array(2 * at.count);
  for (let place = 0; place < at.count; place++) {
    const document = order ? order[place] : place;
    const { x, y } = dotAt(at, place);
    spots[2 * document] = x;
    spots[2 * document + 1] = y;
  }
  return spots;
}

/** The outline of dots `from` to `to` (half open), which may begin and end within a row. */
export function regionPath(at: DotLayout, from: number, to: number): string {
  if (to <= from) return '';
  const [start, end] = [dotAt(at, from), dotAt(at, to - 1)];
  const right = end.x + at.dotWidth;
  const foot = end.y + at.dotHeight;
  if (start.y === end.y) return `M${start.x} ${start.y}H${right}V${foot}H${start.x}z`;
  return (
    `M${start.x} ${start.y}H${at.width}V${end.y}H${right}V${foot}H0` +
    `V${start.y + at.dotHeight}H${start.x}z`
  );
}

/** Lengths `from` to `to` (included) and how many documents have one of them. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A histogram of at most `most` bins, all of one width, from the first length that occurs. */
export function binsOf(lengths: readonly number[], most: number): Bin[] {
  const first = lengths.findIndex((count) => count > 0);
  if (first < 0) return [];
  const width = Math.ceil((lengths.length - first) / most);
  const bins: Bin[] = [];
  for (let from = first; from < lengths.length; from += width) {
    const to = Math.min(from + width, lengths.length) - 1;
    const count = lengths.slice(from, to + 1).reduce((sum, n) => sum + n, 0);
    bins.push({ from, to, count });
  }
  return bins;
}
