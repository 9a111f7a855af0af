/** What is said of the four ways down, and their table. */
import type { DataTableProps } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Racer, RaceSteps, RaceWays } from '../../../worker/protocol.ts';
import { stepsText } from './ravine-data.ts';
import { DRAWN, RACERS, type View } from './ravine-view.ts';

interface Said {
  view: View;
  race: RaceWays | null;
  told: RaceSteps | null;
  asking: boolean;
  guess: number | null;
}

export function ravineSentence(words: Messages, { view, race, told, asking, guess }: Said) {
  if (!race || !told) return words.say('says.waiting');
  if (race.height === 0) return words.say('says.bottom');
  const steps = (racer: Racer) => stepsText(words, race.ways[racer].steps, told.most);
  const values = {
    stretch: view.stretch,
    angle: view.angle,
    step: view.step,
    guess: guess ?? 0,
    sgd: steps('sgd'),
    momentum: steps('momentum'),
    rmsprop: asking ? '?' : steps('rmsprop'),
    adam: asking ? '?' : steps('adam'),
  };
  if (asking) return words.say('says.asking', values);
  if (guess !== null) return words.say('says.guessed', values);
  if (view.who === 'one') return words.say('says.one', values);
  if (view.step < DRAWN) return words.say('says.way', values);
  return words.say(view.angle % 90 === 0 ? 'says.along' : 'says.turned', values);
}

/** Steps by what the chart runs over. */
export function ravineTable(
  words: Messages,
  view: View,
  told: RaceSteps | null,
  hidden: readonly Racer[],
): Omit<DataTableProps, 'height'> {
  return {
    caption: words.text(`chart.${view.over}`),
    columns: [
      { key: 'value', label: words.text(`${view.over}Column`), numeric: true },
      ...RACERS.map((racer) => ({
        key: racer,
        label: words.text(`racer.${racer}`),
        numeric: true,
      })),
    ],
    rows: (told?.values ?? []).map((value, i) => [
      words.text('number', { value }),
      ...RACERS.map((racer) =>
        hidden.includes(racer) && i > 0 ? '?' : stepsText(words, told!.steps[racer][i], told!.most),
      ),
    ]),
  };
}
