/** Ideas close together in time share one target on the rail, so that each can be hit. */
import { ideas, type IdeaFacts } from '../content.ts';

export const FIRST = Math.min(...ideas.map(({ years }) => years.from));
export const LAST = Math.max(...ideas.map(({ years }) => years.to ?? years.from));

/** A year's place on the line, 0 to 1. */
export const at = (year: number): number => (year - FIRST) / (LAST - FIRST);

/** The years that have room for a label, ends first. `apart`: least distance, as a share. */
export function labelledYears(apart: number): number[] {
  const years = ideas.flatMap(({ years: { from, to } }) => [from, to ?? from]);
  const kept: number[] = [];
  for (const year of new Set([FIRST, LAST, ...years.toSorted((a, b) => a - b)])) {
    if (kept.every((other) => Math.abs(at(other) - at(year)) >= apart)) kept.push(year);
  }
  return kept;
}

/** Ideas in groups whose first years are at least `apart`; each group is one target. */
export function groups(apart: number): IdeaFacts[][] {
  const found: IdeaFacts[][] = [];
  for (const idea of ideas.toSorted((a, b) => a.years.from - b.years.from)) {
    const last = found.at(-1)?.at(-1);
    if (last && at(idea.years.from) - at(last.years.from) < apart) found.at(-1)!.push(idea);
    else found.push([idea]);
  }
  return found;
}
