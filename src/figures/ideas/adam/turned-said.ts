/** What is said of runs along turned axes, and their tables. */
import { fixed, type DataTableProps } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import { ANGLES, meanLeads, type SeedEnds, type View } from './turned-view.ts';

const three = fixed(3);

interface Said {
  view: View;
  parameters: number;
  /** No name is held out. */
  unmeasured: boolean;
  plain: number | null;
  /** At every angle. */
  adam: readonly (number | null)[];
  ends: readonly SeedEnds[];
  asking: boolean;
  guess: number | null;
}

export function turnedSentence(words: Messages, said: Said) {
  const { view, plain, adam, ends, asking, guess } = said;
  const at = adam[(ANGLES as readonly number[]).indexOf(view.angle)] ?? null;
  const last = adam.at(-1) ?? null;
  const leads = meanLeads(ends);
  const values = {
    parameters: said.parameters,
    plain: three(plain ?? NaN),
    adam: three(adam[0] ?? NaN),
    angle: view.angle,
    at: three(at ?? NaN),
    last: three(last ?? NaN),
    guess: guess === null ? '' : three(guess),
    seeds: ends.length,
    lead: three(Math.abs(leads?.own ?? NaN)),
    side: (leads?.own ?? 0) >= 0 ? 'below' : 'above',
    left: three(Math.abs(leads?.turned ?? NaN)),
    leftSide: (leads?.turned ?? 0) >= 0 ? 'below' : 'above',
  };
  if (said.unmeasured) return words.say('says.unmeasured');
  if (view.shown === 'seeds') return words.say(leads ? 'says.seeds' : 'says.waiting', values);
  if (plain === null || adam[0] === null) return words.say('says.waiting', values);
  if (guess !== null && last !== null) return words.say('says.guessed', values);
  if (asking || view.known === 'own') return words.say('says.own', values);
  return words.say(at === null ? 'says.lost' : 'says.turned', values);
}

const shown = (nats: number | null): string => (nats === null ? '–' : three(nats));

export function turnedTable(
  words: Messages,
  view: View,
  plain: number | null,
  adam: readonly (number | null)[],
  ends: readonly SeedEnds[],
): Omit<DataTableProps, 'height'> {
  if (view.shown === 'seeds')
    return {
      caption: words.text('seedsLabel'),
      columns: (['seed', 'adam', 'turned', 'plain'] as const).map((key) => ({
        key,
        label: words.text(`columns.${key}`),
        numeric: true,
      })),
      rows: ends.map((one) => [one.seed, shown(one.adam), shown(one.turned), shown(one.plain)]),
    };
  return {
    caption: words.text('chart'),
    columns: (['angle', 'adam', 'plain'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: true,
    })),
    rows: ANGLES.map((angle, i) => [
      angle,
      view.known === 'own' && i > 0 ? '?' : shown(adam[i]),
      shown(plain),
    ]),
  };
}
