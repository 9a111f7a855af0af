import { fixed, signed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { best, termsOf } from '../step1/linear-view.ts';
import { useAttention, type Attention } from './attention-data.ts';
import { QkvPicture } from './qkv-picture.tsx';
import { agreements, askerOf, ASKS, BEATS, firstOf, keyOf, type Reach } from './qkv-view.ts';

const three = fixed(3);
const plus = signed(3);
const LINKS = ['query', 'key', 'value', 'score'] as const;

export default function Qkv() {
  const words = useMessages('qkv');
  const recipe = useRecipe();
  const name = useLens();
  const lit = useLitKey();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { attention, live, busy, fault } = useAttention(recipe, name, recipe.steps);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify([recipe, name]),
  });
  const asking = prediction.asking && attention !== null;
  usePublish(attention ? factsOf(attention) : {});

  const t = askerOf(view, attention?.letters.length ?? 1);
  const sums = attention ? agreements(attention.q[t], attention.k.slice(0, t + 1)) : [];
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const s = asking ? (guess ?? firstOf(t)) : keyOf(view, t, best(sums));
  const terms = attention ? termsOf(attention.q[t], attention.k[s]) : null;
  const i = Math.min(
    view.i ?? (terms ? best(terms.products, Math.abs) : 0),
    Math.max(0, (terms?.products.length ?? 1) - 1),
  );
  const letter = (n: number): string => attention?.letters[n] ?? '';
  const values = {
    asks: letter(t),
    offers: letter(s),
    i,
    q: three(attention?.q[t][i] ?? NaN),
    k: three(attention?.k[s][i] ?? NaN),
    product: three(terms?.products[i] ?? NaN),
    sum: three(terms?.output ?? NaN),
    size: terms?.products.length ?? 0,
    count: attention?.letters.length ?? 0,
    most: letter(best(sums)),
    mostSum: three(sums[best(sums)] ?? NaN),
    guess: guess === null ? '' : letter(guess),
    guessSum: guess === null ? '' : three(sums[guess] ?? NaN),
    hit: String(guess === best(sums)),
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 450 }}
      touched={story.touched}
      onResume={story.resume}
      sentence={
        attention &&
        words.say(
          asking
            ? 'said.asking'
            : prediction.revealed
              ? 'said.guessed'
              : view.own && s === t
                ? 'said.own'
                : `said.${view.reach}`,
          values,
        )
      }
      predict={
        asking && <Predict question={words.say('question', values)} prediction={prediction} />
      }
      picture={(size) =>
        attention && (
          <QkvPicture
            size={size}
            words={words}
            attention={attention}
            reach={view.reach}
            t={t}
            s={s}
            i={i}
            sums={asking ? null : sums}
            guess={guess}
            format={three}
            announce={(n) =>
              words.text('term', {
                i: n,
                q: plus(attention.q[t][n]),
                k: plus(attention.k[s][n]),
                product: plus(terms?.products[n] ?? NaN),
              })
            }
            onQuery={(next) => {
              if (!asking) change({ t: next, s: Math.min(s, next), reach: paired(view.reach) });
            }}
            onKey={(next) => {
              if (asking) prediction.setGuess(next);
              else change({ t, s: next, reach: paired(view.reach) });
            }}
            onNumber={(next) => {
              if (!asking) change({ t, s, i: next });
            }}
            lit={LINKS.find((key) => key === lit) ?? null}
          />
        )
      }
      table={() => ({
        caption: words.text('table', { asks: letter(t), offers: letter(s) }),
        columns: (['i', 'q', 'k', 'product', 'sum'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows: (terms?.products ?? []).map((product, n) => [
          n,
          three(attention?.q[t][n] ?? NaN),
          three(attention?.k[s][n] ?? NaN),
          three(product),
          asking ? '?' : three(terms?.sums[n] ?? NaN),
        ]),
      })}
    />
  );
}

/** Who chooses a pair wants to see it meet. */
const paired = (reach: Reach): Reach => (reach === 'all' ? 'all' : 'sum');

/** What the text says of the story's pair: the last letter asks, the first offers. */
function factsOf({ letters, q, k }: Attention): Record<string, string> {
  const last = letters.length - 1;
  const first = firstOf(last);
  const there = termsOf(q[last], k[first]);
  const i = best(there.products, Math.abs);
  const sums = agreements(q[last], k);
  const most = best(sums);
  return {
    'qkv.asks': letters[last],
    'qkv.offers': letters[first],
    'qkv.i': String(i),
    'qkv.q': three(q[last][i]),
    'qkv.k': three(k[first][i]),
    'qkv.product': three(there.products[i]),
    'qkv.sum': three(there.output),
    'qkv.most': letters[most],
    'qkv.most.sum': three(sums[most]),
    'qkv.own': three(sums[last]),
    'qkv.size': String(q[last].length),
    'qkv.positions': String(letters.length),
  };
}
