import { useMemo } from 'react';
import { fixed } from '../../charts/index.ts';
import { totalVariation, lengthOf } from '../../engine/vector.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { best } from '../step1/linear-view.ts';
import { NumberField } from '../number-field.tsx';
import { Switch } from '../switch.tsx';
import { useMixing, type Mixing } from './mixing-data.ts';
import { answerOf } from './mixing-engine.ts';
import { MixingPicture } from './mixing-picture.tsx';
import { ASKS, BEATS, dragged, mixtureOf, weightsIn, type View } from './mixing-view.ts';

const one = fixed(1);
const two = fixed(2);
const three = fixed(3);

export default function MixingFigure() {
  const words = useMessages('mixing');
  const recipe = useRecipe();
  const name = useLens();
  const lit = useLitKey();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { mixing, live, busy, fault } = useMixing(recipe, name);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify([recipe, name]),
  });
  const asking = prediction.asking && mixing !== null;
  const now = useMemo(() => mixing && nowOf(mixing, view), [mixing, view]);
  usePublish(mixing ? factsOf(mixing) : {});

  const letters = mixing?.attention.letters ?? [];
  const s = Math.min(view.s ?? 1, Math.max(0, letters.length - 1));
  const mixture = now?.mixture ?? [];
  const j = Math.min(
    view.j ?? best(now?.ownMixture ?? [], Math.abs),
    Math.max(0, mixture.length - 1),
  );
  const moved = now?.p && mixing ? totalVariation(mixing.p, now.p) : null;
  const changed = view.cut || now?.edited === true;
  const share = moved === null ? '–' : one(moved * 100);
  const next = (p: readonly number[] | undefined): string =>
    mixing && p ? label(mixing, best(p)) : '';
  const values = {
    asks: letters.at(-1) ?? '',
    letter: letters[s] ?? '',
    weight: three(now?.weights[s] ?? NaN),
    own: three(now?.own[s] ?? NaN),
    count: letters.length,
    j,
    found: three(mixture[j] ?? NaN),
    share,
    cut: String(view.cut),
    next: next(mixing?.p),
    after: next(now?.p ?? undefined),
    same: String(next(mixing?.p) === next(now?.p ?? undefined)),
    p: three(Math.max(...(now?.p ?? []), 0)),
    guess: one((prediction.guess ?? 0) * 100),
    attn: two(lengthOf(now?.attn ?? [])),
    x: two(lengthOf(mixing?.attention.x.at(-1) ?? [])),
  };
  const said = (): string => {
    if (asking) return 'said.asking';
    if (view.reach === 'mix') return 'said.mix';
    if (!changed) return 'said.answer';
    if (moved === null) return 'said.waiting';
    if (prediction.revealed) return 'said.guessed';
    return now?.edited ? 'said.edited' : 'said.cut';
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 430 }}
      touched={story.touched}
      onResume={story.resume}
      sentence={mixing && words.say(said(), values)}
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <span className="mixing-guessed">
              <NumberField
                name={words.text('guess')}
                value={prediction.guess === null ? null : prediction.guess * 100}
                step={1}
                size={5}
                onChange={(percent) =>
                  prediction.setGuess(Math.max(0, Math.min(100, percent)) / 100)
                }
              />
              %
            </span>
          </Predict>
        )
      }
      controls={
        mixing && (
          <>
            <Switch<'kept' | 'cut'>
              label={words.text('residual')}
              value={view.cut ? 'cut' : 'kept'}
              options={(['kept', 'cut'] as const).map((value) => ({
                value,
                label: words.say(`residuals.${value}`),
              }))}
              onChange={(value) => change({ cut: value === 'cut', reach: 'answer' })}
            />
            <button
              type="button"
              className="tool mixing-reset"
              disabled={!now?.edited}
              onClick={() => change({ weights: null, all: false })}
            >
              {words.text('reset')}
            </button>
          </>
        )
      }
      picture={(size) =>
        mixing &&
        now && (
          <MixingPicture
            size={size}
            words={words}
            mixing={mixing}
            reach={view.reach}
            weights={now.weights}
            own={now.own}
            mixture={now.mixture}
            ownMixture={now.ownMixture}
            attn={now.attn}
            p={asking ? mixing.p : now.p}
            moved={changed && !asking && moved !== null ? share : null}
            guess={prediction.revealed ? values.guess : null}
            cut={view.cut}
            s={s}
            j={j}
            format={three}
            lit={lit}
            onWeight={
              asking
                ? null
                : (at, weight) =>
                    change({ s: at, reach: 'answer', weights: dragged(now.weights, at, weight) })
            }
            onSelect={(at) => {
              if (!asking && at !== s) change({ s: at });
            }}
            onNumber={(at) => {
              if (!asking) change({ j: at });
            }}
          />
        )
      }
      table={() => ({
        caption: words.text('table', { asks: values.asks }),
        columns: (['position', 'letter', 'own', 'weight', 'value'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`, { j }),
          numeric: key !== 'letter',
        })),
        rows: letters.map((letter, n) => [
          n,
          letter,
          three(now?.own[n] ?? NaN),
          three(now?.weights[n] ?? NaN),
          three(mixing?.attention.v[n][j] ?? NaN),
        ]),
      })}
    />
  );
}

const label = ({ labels, bos }: Mixing, token: number): string =>
  token === bos ? '•' : (labels[token] ?? '');

/** What the weights in force come to, as far as the network is here to say it. */
function nowOf(mixing: Mixing, view: View) {
  const { v, attn, x, weights: rows } = mixing.attention;
  const last = rows.length - 1;
  const own = rows[last];
  const weights = weightsIn(view, own);
  const edited = weights !== own;
  const mixture = mixtureOf(weights, v);
  const answer = mixing.rest && answerOf(mixing.rest, mixture, x[last], view.cut);
  return {
    own,
    weights,
    edited,
    mixture,
    ownMixture: edited ? mixtureOf(own, v) : mixture,
    attn: answer?.attn ?? (edited ? null : attn[last]),
    p: answer?.p ?? (edited ? null : view.cut ? mixing.cut : mixing.p),
  };
}

/** What the text says: of the network's own weights, and of the stream without which it is lost. */
function factsOf(mixing: Mixing): Record<string, string> {
  const { letters, v, attn, x, weights } = mixing.attention;
  const last = letters.length - 1;
  const mixture = mixtureOf(weights[last], v);
  const j = best(mixture, Math.abs);
  const cut = mixing.cut && totalVariation(mixing.p, mixing.cut);
  return {
    'mixing.asks': letters[last],
    'mixing.keys': String(letters.length),
    'mixing.first': letters[Math.min(1, last)],
    'mixing.weight': three(weights[last][Math.min(1, last)]),
    'mixing.j': String(j),
    'mixing.found': three(mixture[j]),
    'mixing.attn': two(lengthOf(attn[last])),
    'mixing.x': two(lengthOf(x[last])),
    'mixing.cut': cut === null ? '–' : `${one(cut * 100)} %`,
    'mixing.next': label(mixing, best(mixing.p)),
    'mixing.next.p': three(Math.max(...mixing.p)),
    'mixing.next.cut': mixing.cut ? three(mixing.cut[best(mixing.p)]) : '–',
  };
}
