/** The questions at the end of Step 5, and what their answers are. No DOM. */
import type { Model } from '../../engine/recipe.ts';
import type { DiaryBrief } from '../../worker/protocol.ts';
import { choices } from '../choices.ts';

/** Of the letters' diaries the one with the fewest gradients; null if there is none. */
export function quietest(diaries: readonly DiaryBrief[]): number | null {
  if (diaries.length === 0) return null;
  const heard = diaries.map((diary) => diary.heard);
  return heard.indexOf(Math.min(...heard));
}

/** How many steps moved a weight: the steps with a gradient, twice and half as many, and all. */
export const daysOffered = ({ heard, moved }: DiaryBrief, steps: number): number[] =>
  choices(moved, [heard, steps, Math.round((heard + steps) / 2), Math.round(heard / 2)], 4);

export const LENGTHS = ['shorter', 'rate', 'longer'] as const;
export type Length = (typeof LENGTHS)[number];

/** A step beside its rate, as far as two decimals tell. */
export function lengthOfStep(times: number): Length {
  const hundredths = Math.round(times * 100);
  if (hundredths === 100) return 'rate';
  return hundredths < 100 ? 'shorter' : 'longer';
}

/** Programs that read a name; the second has the network of the first. */
export const READERS = [0, 1, 3, 4, 5] as const satisfies readonly Model[];

/** Which of them is least surprised: its place among them; null while one is not known. */
export function leastSurprised(nats: readonly (number | null)[]): number | null {
  const known = nats.flatMap((own) => (own === null ? [] : [own]));
  return known.length < nats.length ? null : known.indexOf(Math.min(...known));
}
