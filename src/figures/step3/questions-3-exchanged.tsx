/** Questions that are answered by reading the name once more, with one letter exchanged. */
import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Messages } from '../../reader/messages.tsx';
import { rowsAt, useAttention } from './attention-data.ts';
import type { View as CacheView } from './cache-view.ts';
import type { View as MixingView } from './mixing-view.ts';
import { exchangedIn, nextAt } from './past-view.ts';
import { asked, type Asked } from './questions-3-asked.ts';
import { HEARD, heardOf, middleOf, offered, sameRows } from './questions-3-view.ts';

const nats = fixed(3);
const KEPT = ['layer0.k', 'layer0.v'];

/** The boundary and one symbol: with no more, no letter can be exchanged. */
const LEAST = 2;

/** The letters with the next symbol of the vocabulary in one place. */
const withNext = (
  letters: readonly string[],
  position: number,
  labels: readonly string[],
  bos: number,
): string[] => {
  const own = labels.indexOf(letters[position - 1]);
  return exchangedIn(letters, nextAt(position, null, own, bos, labels.length), labels);
};

/** Whose letters are still heard when the head says nothing. */
export function useHeardQuestion(words: Messages, recipe: Recipe, name: string): Asked {
  const { attention, busy, fault } = useAttention(recipe, name, recipe.steps);
  const { data: net } = useEngine('network', { recipe });
  const settings = settingsOf(recipe);
  const letters = attention?.letters.slice(1) ?? [];
  const { labels = [], bos = -1 } = net ?? {};
  const asks = letters.length > 1 && labels.length > LEAST;
  const [first, last] = [1, asks ? letters.length : 1].map((position) =>
    asks ? withNext(letters, position, labels, bos) : letters,
  );
  const mute = settings && {
    wiring: Array.from({ length: settings.layers * settings.heads }, () => -1),
  };
  const read = (text: readonly string[], design: { wiring: number[] } | null) =>
    asks && mute ? { recipe, step: recipe.steps, text: text.join(''), tensors: [], design } : null;
  const answers = [
    useEngine('passage', read(letters, mute)),
    useEngine('passage', read(first, mute)),
    useEngine('passage', read(last, mute)),
    useEngine('passage', read(letters, null)),
    useEngine('passage', read(first, null)),
  ];
  const problem = fault ?? answers.find((answer) => answer.fault)?.fault ?? null;
  if (!asks) return asked(null, { fault: problem, waits: (!attention && busy) || !net });
  const prices = answers.map(({ data, busy: still }) => {
    if (still || !data) return NaN;
    // What the letters read in the end are followed by: the boundary.
    return data.nats.at(-1) ?? NaN;
  });
  const [own, withFirst, withLast, heard, heardFirst] = prices;
  const waits = prices.some(Number.isNaN);
  const right = heardOf(withFirst - own, withLast - own);
  const values = {
    name: letters.join(''),
    right,
    first: letters[0],
    last: letters.at(-1) ?? '',
    otherFirst: first[0],
    otherLast: last.at(-1) ?? '',
    own: nats(own),
    withFirst: nats(withFirst),
    withLast: nats(withLast),
    heard: nats(heard),
    heardFirst: nats(heardFirst),
  };
  return asked(
    {
      id: 'heard',
      ask: words.say('heard.ask', values),
      options: HEARD.map((id) => ({ id, label: words.say(`heard.of.${id}`, values) })),
      right,
      because: words.say('heard.because', values),
      instead: words.say('heard.instead', values),
      see: {
        section: 'mixing',
        figure: 'mixing',
        view: { reach: 'answer', all: false, cut: false } satisfies Partial<MixingView>,
      },
    },
    { fault: problem, waits },
  );
}

/** Which rows of the cache outlive an exchange of a letter. */
export function useKeptQuestion(words: Messages, recipe: Recipe, name: string): Asked {
  const { attention, busy, fault } = useAttention(recipe, name, recipe.steps);
  const { data: net } = useEngine('network', { recipe });
  const { labels = [], bos = -1 } = net ?? {};
  const letters = attention?.letters.slice(1) ?? [];
  const positions = letters.length + 1;
  const place = Math.min(middleOf(positions), letters.length);
  const asks = place > 0 && labels.length > LEAST;
  const changed = asks ? withNext(letters, place, labels, bos) : [];
  const other = useEngine(
    'passage',
    asks
      ? { recipe, step: recipe.steps, text: changed.join(''), tensors: KEPT, design: null }
      : null,
  );
  const problem = fault ?? other.fault;
  if (!attention || !asks)
    return asked(null, { fault: problem, waits: (!attention && busy) || !net });
  const data = other.busy ? undefined : other.data;
  // Until the engine has said, the answers to choose from are already those that they will be.
  const right = data
    ? sameRows(
        [attention.k, attention.v],
        KEPT.map((of) => rowsAt(data, of)),
      )
    : letters.length;
  const values = {
    name: letters.join(''),
    positions,
    place,
    was: letters[place - 1],
    is: changed[place - 1],
    right,
    gone: positions - right,
  };
  return asked(
    {
      id: 'kept',
      ask: words.say('kept.ask', values),
      options: offered(right, [0, 1, place, letters.length, positions], String),
      right: String(right),
      because: words.say('kept.because', values),
      instead: words.say('kept.instead', values),
      see: {
        section: 'cache',
        figure: 'cache',
        view: { read: 'all', text: 'name' } satisfies CacheView,
      },
    },
    { fault: problem, waits: !data },
  );
}
