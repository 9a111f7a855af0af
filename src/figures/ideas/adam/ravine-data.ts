/** What the figure of the ravine asks the engine, and what the text quotes of it. */
import { useMemo } from 'react';
import { useEngine } from '../../../reader/engine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { RaceSteps } from '../../../worker/protocol.ts';
import {
  ANGLES,
  BEATS,
  DRAWN,
  FAR,
  RACERS,
  SHARES,
  SLANT,
  STRETCHED,
  STRETCHES,
  type Over,
  type View,
} from './ravine-view.ts';

const VALUES: Readonly<Record<Over, readonly number[]>> = { angle: ANGLES, stretch: STRETCHES };

/** How long each takes over a range, in a view's ravine. */
function stepsQuestion(view: View, over: Over) {
  const { stretch, angle, start, shares } = view;
  return {
    // What the chart runs over must not make the question another.
    stretch: over === 'stretch' ? STRETCHED : stretch,
    angle: over === 'angle' ? 0 : angle,
    start: [...start] as [number, number],
    ...SHARES[shares],
    over,
    values: [...VALUES[over]],
  };
}

export function useRace(view: View) {
  const { stretch, angle, start, shares, over } = view;
  const race = useEngine('race', {
    stretch,
    angle,
    start: [...start] as [number, number],
    ...SHARES[shares],
    drawn: DRAWN,
  });
  const chart = useEngine('raceSteps', stepsQuestion(view, over));
  const told = chart.data && sameValues(chart.data, over) ? chart.data : null;
  return { race, chart, told };
}

const sameValues = ({ values }: RaceSteps, over: Over): boolean =>
  values.length === VALUES[over].length && values.at(-1) === VALUES[over].at(-1);

const DASH = '–';

/** Numbers of the story's own ravines, wherever the reader has taken the figure. */
export function useRavineFacts(words: Messages): Record<string, string> {
  const { data: stretched } = useEngine('raceSteps', stepsQuestion(BEATS[1], 'stretch'));
  const { data: turned } = useEngine('raceSteps', stepsQuestion(BEATS[4], 'angle'));
  const { data: slow } = useEngine('raceSteps', stepsQuestion(BEATS[5], 'angle'));
  return useMemo(() => {
    const count = (data: RaceSteps | undefined, racer: (typeof RACERS)[number], at: number) => {
      const steps = data?.steps[racer][data.values.indexOf(at)];
      return steps === undefined ? DASH : stepsText(words, steps, data!.most);
    };
    const facts: Record<string, string> = {
      'ravine.stretch': words.text('number', { value: STRETCHED }),
      'ravine.far': words.text('number', { value: FAR }),
    };
    for (const racer of RACERS) {
      facts[`ravine.${racer}`] = count(stretched, racer, STRETCHED);
      facts[`ravine.far.${racer}`] = count(stretched, racer, FAR);
      facts[`ravine.turned.${racer}`] = count(turned, racer, SLANT);
      facts[`ravine.slow.${racer}`] = count(slow, racer, SLANT);
      facts[`ravine.slow.own.${racer}`] = count(slow, racer, 0);
    }
    return facts;
  }, [words, stretched, turned, slow]);
}

/** A number of steps, or that there were more than were taken. */
export const stepsText = (words: Messages, steps: number | null, most: number): string =>
  steps === null || steps === Infinity
    ? words.text('more', { most })
    : words.text('number', { value: steps });
