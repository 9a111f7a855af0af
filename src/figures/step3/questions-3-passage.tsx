/** Questions that one reading of the name answers: what is seen, normed and divided. */
import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { lengthOf } from '../../engine/vector.ts';
import type { Messages } from '../../reader/messages.tsx';
import { best, termsOf } from '../step1/linear-view.ts';
import { useAttention } from './attention-data.ts';
import { asked, type Asked } from './questions-3-asked.ts';
import { keysOf, middleOf, offered } from './questions-3-view.ts';
import { useNorms } from './rmsnorm-data.ts';
import { normed, type View as NormView } from './rmsnorm-view.ts';
import { weightsOf, type View as ScoresView } from './scores-view.ts';

const two = fixed(2);
const three = fixed(3);

/** How many keys the query in the middle of the name meets. */
export function useSightQuestion(words: Messages, recipe: Recipe, name: string): Asked {
  const { attention, busy, fault } = useAttention(recipe, name, recipe.steps);
  if (!attention) return asked(null, { fault, waits: busy });
  const positions = attention.letters.length;
  const t = middleOf(positions);
  const row = attention.weights[t];
  if (!row) return asked(null, { fault, waits: busy });
  const right = keysOf(attention.scores[t]);
  const most = best(row.slice(0, right));
  const values = {
    name,
    place: t,
    positions,
    right,
    letter: attention.letters[t],
    most: attention.letters[most],
    weight: three(row[most]),
    even: three(1 / right),
    sum: three(row.reduce((sum, weight) => sum + weight, 0)),
  };
  return asked(
    {
      id: 'sight',
      ask: words.say('sight.ask', values),
      options: offered(right, [1, t, positions - t, positions], String),
      right: String(right),
      because: words.say('sight.because', values),
      instead: words.say('sight.instead', values),
      see: {
        section: 'scores',
        figure: 'scores',
        view: { reach: 'map', t, run: 'trained' } satisfies Partial<ScoresView>,
      },
    },
    { fault, waits: busy },
  );
}

/** How many times a vector is written down in a row. */
const TIMES = 4;

/** How long the norm makes a vector of four times as many numbers. */
export function useNormQuestion(words: Messages, recipe: Recipe, name: string): Asked {
  const { norms, busy, fault } = useNorms(recipe, name);
  const vector = norms?.vectors.embed[1];
  if (!norms || !vector) return asked(null, { fault, waits: busy });
  const before = lengthOf(normed(vector));
  const right = lengthOf(normed(Array.from({ length: TIMES }, () => vector).flat()));
  const values = {
    times: TIMES,
    letter: norms.labels[1],
    count: vector.length,
    all: vector.length * TIMES,
    before: two(before),
    after: two(right),
  };
  return asked(
    {
      id: 'norm',
      ask: words.say('norm.ask', values),
      options: offered(right, [1, before, before * TIMES, before / TIMES], two),
      right: two(right),
      because: words.say('norm.because', values),
      instead: words.say('norm.instead', values),
      see: {
        section: 'rmsnorm',
        figure: 'rmsnorm',
        view: { place: 'embed', position: 1, tens: 0 } satisfies NormView,
      },
    },
    { fault, waits: busy },
  );
}

/** What becomes of the dot product of the last query and the key that it agrees with most. */
export function useRootQuestion(words: Messages, recipe: Recipe, name: string): Asked {
  const { attention, busy, fault } = useAttention(recipe, name, recipe.steps);
  const settings = settingsOf(recipe);
  const t = (attention?.letters.length ?? 0) - 1;
  if (!attention || !settings?.scaled || t < 1)
    return asked(null, { fault, waits: busy && !attention });
  const scores = attention.scores[t];
  const s = best([...scores]);
  const d = settings.embd / settings.heads;
  const dot = termsOf(attention.q[t].slice(0, d), attention.k[s].slice(0, d)).sums[d - 1];
  const bare = weightsOf(attention.scores, Math.sqrt(d))[t];
  const values = {
    asks: attention.letters[t],
    most: attention.letters[s],
    d,
    dot: three(dot),
    score: three(scores[s]),
    weight: three(attention.weights[t][s]),
    bare: three(bare[s]),
    even: three(1 / (t + 1)),
  };
  return asked(
    {
      id: 'root',
      ask: words.say('root.ask', values),
      options: offered(scores[s], [dot, dot / d, dot / (t + 1), dot * Math.sqrt(d)], three),
      right: three(scores[s]),
      because: words.say('root.because', values),
      instead: words.say('root.instead', values),
      see: {
        section: 'scores',
        figure: 'scores',
        view: {
          reach: 'scores',
          t,
          s,
          scale: null,
          bare: false,
          run: 'trained',
        } satisfies ScoresView,
      },
    },
    { fault, waits: busy },
  );
}
