import type { ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { NetworkSettings } from '../../engine/recipe.ts';
import type { Messages } from '../../reader/messages.tsx';
import { dayIn, dayWith, type Day, type DiaryData } from './diary-data.ts';
import type { View } from './diary-view.ts';
import { figuresOf } from './figures-of.ts';

const two = fixed(2);
const five = fixed(5);
/** A step so little longer than its rate is as long. */
const ROUNDING = 1e-6;
/** Rows of the table shown at first. */
const SHOWN = 60;

/** Which sentence fits a day. */
export function saidOf(
  entry: Day | null,
  { bands }: Pick<View, 'bands'>,
  how: { asking: boolean; guessed: boolean; ended?: boolean },
): string {
  if (!entry) return how.ended ? 'ended' : 'waiting';
  if (how.asking) return 'asking';
  if (how.guessed) return 'guessed';
  if (entry.root === 0) return 'untouched';
  if (bands <= 1) return entry.gradient === 0 ? 'feltNothing' : 'felt';
  if (bands <= 3) return 'remembered';
  if (entry.gradient === 0) return 'unheard';
  return entry.signal > 1 + ROUNDING ? 'beyond' : 'full';
}

export function diarySentence(of: {
  words: Messages;
  data: DiaryData;
  view: View;
  name: string;
  plain: number;
  settings: NetworkSettings;
  asking: boolean;
  guess: number | null;
}): ReactNode {
  const { words, data, view, name, plain, settings, asking, guess } = of;
  const { entry } = data;
  const key = saidOf(entry, view, {
    asking,
    guessed: guess !== null,
    ended: data.ended !== null,
  });
  const own = entry && entry.root > 0 ? settings.rate / (entry.root + settings.eps) : 0;
  return words.say(`says.${key}`, {
    name,
    day: data.day,
    g: figuresOf(entry?.gradient ?? 0),
    mean: figuresOf(entry?.mHat ?? 0),
    root: figuresOf(entry?.root ?? 0),
    signal: Math.round(100 * (entry?.signal ?? 0)),
    times: two(entry?.signal ?? 0),
    step: five(entry?.step ?? 0),
    rate: five(entry?.rate ?? 0),
    own: figuresOf(own / plain),
    heard: data.heard ?? data.brief?.heard ?? 0,
    guess: two(guess ?? 0),
    last: data.ended?.step ?? 0,
  });
}

export function diaryTable(
  words: Messages,
  { series }: DiaryData,
  name: string,
  settings: NetworkSettings,
  steps: number,
): Omit<DataTableProps, 'height'> {
  const columns = (['day', 'g', 'm', 'v', 'mHat', 'root', 'rate', 'step', 'value'] as const).map(
    (key) => ({ key, label: words.text(`columns.${key}`), numeric: true }),
  );
  const rows = Array.from({ length: series?.step.length ?? 0 }, (_, i) => {
    const day = dayWith(dayIn(series!, i + 1)!, settings, steps);
    const { gradient, m, v, mHat, root, rate, step, value } = day;
    return [
      i + 1,
      ...[gradient, m, v, mHat, root, rate, step, value].map((one) => figuresOf(one, 3)),
    ];
  });
  return { caption: words.text('table', { name }), columns, rows, limit: SHOWN };
}
