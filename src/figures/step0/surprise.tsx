import { useMemo } from 'react';
import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { SurpriseCurve } from './surprise-curve.tsx';
import { oddsIn } from './surprise-parts.ts';
import { SurpriseProduct } from './surprise-product.tsx';
import { surpriseSentence } from './surprise-sentence.tsx';
import { SurpriseSum } from './surprise-sum.tsx';
import { BEATS, dearest, NATS_IN, type Part, type Unit } from './surprise-view.ts';

/** The beat that asks which pair is the dearest. */
const ASKS = 1;
const PARTS: readonly Part[] = ['product', 'curve', 'sum'];
const UNITS: readonly Unit[] = ['nats', 'bits'];
/** The link that each part's picture is joined to. */
const LINKS = { product: 'probability', curve: 'surprise', sum: 'surprise' } as const;

const two = fixed(2);
const three = fixed(3);

export default function SurpriseFigure() {
  const words = useMessages('surprise');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { part, unit } = view;
  const guess = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const { data } = useEngine('data', { recipe });
  const {
    data: priced,
    live,
    busy,
    fault,
  } = useEngine('surprise', {
    recipe,
    step: recipe.steps,
    text: lens,
    alpha: 1,
  });
  const odds = useMemo(() => oddsIn(words), [words]);
  const link = useLink(LINKS[part]);
  const lit = useLitKey();

  const top = priced ? dearest(priced.nats) : 0;
  const pair = Math.min(view.pair ?? top, (priced?.nats.length ?? 1) - 1);
  const { asking } = guess;
  // The product and the sum are about the whole name: there a pair stands out only once chosen.
  const chosen = part === 'curve' || lit === 'pair' ? pair : view.pair;
  const selected = asking || chosen === null ? null : Math.min(chosen, pair);
  const names = priced?.nats.map((_, i) => `${priced.labels[i]}${priced.labels[i + 1]}`) ?? [];

  usePublish({
    'surprise.odds': priced ? odds(priced.products[priced.products.length - 1]) : '',
    'surprise.pair': names[pair] ?? '',
    'surprise.p': three(priced?.p[pair] ?? NaN),
    'surprise.nats': two(priced?.nats[pair] ?? NaN),
    'surprise.total': two(priced?.total ?? NaN),
    'surprise.mean': two(priced?.mean ?? NaN),
    'surprise.bits': two((priced?.mean ?? NaN) / NATS_IN.bits),
  });

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <>
          <Switch
            label={words.text('part')}
            value={part}
            options={PARTS.map((value) => ({ value, label: words.text(`parts.${value}`) }))}
            onChange={(value) => change({ part: value, free: null })}
          />
          {part !== 'product' && (
            <span className="price-units">
              <Switch
                label={words.text('unit')}
                value={unit}
                options={UNITS.map((value) => ({ value, label: words.text(`units.${value}`) }))}
                onChange={(value) => change({ unit: value })}
              />
            </span>
          )}
        </>
      }
      picture={(size) => {
        if (!priced || !data) return null;
        const own = {
          size,
          words,
          priced,
          unit,
          selected,
          odds,
          onSelect: (i: number) => change({ pair: i === view.pair ? null : i, free: null }),
        };
        return (
          <div {...link.bind}>
            {part === 'product' && <SurpriseProduct {...own} />}
            {part === 'curve' && (
              <SurpriseCurve
                {...own}
                vocabulary={data.labels.length}
                asking={asking}
                guess={guess.revealed ? guess.guess : null}
                free={view.free}
                onFree={(p) => change({ free: p })}
              />
            )}
            {part === 'sum' && <SurpriseSum {...own} />}
          </div>
        );
      }}
      predict={
        asking && (
          <Predict
            question={words.say('question', { name: <bdi key="n">{lens}</bdi> })}
            prediction={guess}
          >
            <span className="price-answers">
              <Switch
                label={words.text('answers', { name: lens })}
                value={String(guess.guess)}
                options={names.map((name, i) => ({ value: String(i), label: name }))}
                onChange={(value) => guess.setGuess(Number(value))}
              />
            </span>
          </Predict>
        )
      }
      sentence={
        priced &&
        surpriseSentence(words, priced, {
          part,
          unit,
          pair,
          name: lens,
          odds,
          free: view.free,
          asking,
          guess: guess.revealed ? guess.guess : null,
        })
      }
      table={() => ({
        caption: words.text('table', { name: lens }),
        columns: (['pair', 'p', 'product', 'nats', 'bits'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'pair',
        })),
        rows: names.map((name, i) => [
          name,
          three(priced!.p[i]),
          odds(priced!.products[i]),
          three(priced!.nats[i]),
          three(priced!.nats[i] / NATS_IN.bits),
        ]),
        selected,
      })}
    />
  );
}
