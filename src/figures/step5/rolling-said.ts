/** What is said of two or four ways down, and their table. */
import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { figuresOf } from './figures-of.ts';
import type { Way } from './rolling-data.ts';
import { STEPS, placeAt, type Point, type View } from './rolling-view.ts';

const three = fixed(3);
/** Every so many steps have a row in the table. */
const EVERY = 10;

interface Said {
  view: View;
  ways: readonly Way[] | null | undefined;
  axes: readonly [string, string];
  asking: boolean;
  guess: Point | null;
}

export function saidOf(words: Messages, { view, ways, axes, asking, guess }: Said) {
  if (!ways) return words.say('says.waiting');
  const [sgd, adam, momentum, rmsprop] = ways.map(({ roll }) => {
    const [along, across] = placeAt(roll.path, view.step);
    const [from, beside] = placeAt(roll.path, 0);
    const loss = roll.losses[view.step];
    return { at: [along, across] as const, gone: [along - from, across - beside], loss };
  });
  const told = {
    step: view.step,
    first: axes[0],
    second: axes[1],
    low: three(sgd.loss),
    gone: figuresOf(sgd.gone[0]),
    beside: figuresOf(sgd.gone[1]),
    low2: three(adam.loss),
    gone2: figuresOf(adam.gone[0]),
    beside2: figuresOf(adam.gone[1]),
    from: three(ways[0].roll.losses[0]),
    off: guess ? figuresOf(Math.hypot(guess[0] - adam.at[0], guess[1] - adam.at[1])) : '',
  };
  const drawn = view.adam ? ways : ways.slice(0, 1);
  if (!drawn.every(({ roll }) => Number.isFinite(roll.losses[view.step])))
    return words.say('says.lost', told);
  if (view.step === 0) return words.say('says.start', told);
  if (guess) return words.say('says.guessed', told);
  if (view.adam && momentum && rmsprop)
    return words.say('says.four', {
      ...told,
      low3: three(momentum.loss),
      low4: three(rmsprop.loss),
    });
  return words.say(asking || !view.adam ? 'says.one' : 'says.both', told);
}

export function tableOf(
  words: Messages,
  ways: readonly Way[],
  axes: readonly [string, string],
): Omit<DataTableProps, 'height'> {
  const columns = ways.flatMap(({ kind }, i) => {
    const who = words.text(kind);
    return [axes[0], axes[1], words.text('loss')].map((label, k) => ({
      key: `${i}.${k}`,
      label: `${who}: ${label}`,
      numeric: true,
    }));
  });
  return {
    caption: words.text('table'),
    columns: [{ key: 'step', label: words.text('step'), numeric: true }, ...columns],
    rows: Array.from({ length: STEPS / EVERY + 1 }, (_, k) => [
      k * EVERY,
      ...ways.flatMap(({ roll }) => [
        ...placeAt(roll.path, k * EVERY).map((place) => figuresOf(place, 3)),
        three(roll.losses[k * EVERY]),
      ]),
    ]),
  };
}
