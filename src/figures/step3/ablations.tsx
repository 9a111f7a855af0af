import { useMemo, useRef, type ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { priceText } from '../prices.ts';
import { RunNames } from '../run-names.tsx';
import { SweepProgress } from '../sweep-progress.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { AblationsChart } from './ablations-chart.tsx';
import { useAblations, type Ablations } from './ablations-data.ts';
import { useAblationsFacts } from './ablations-facts.ts';
import { AblationsPrices } from './ablations-prices.tsx';
import * as see from './ablations-view.ts';
import { ablationsSentence, lackOf } from './ablations-words.ts';

const three = fixed(3);

export default function AblationsFigure() {
  const words = useMessages('ablations');
  const recipe = useRecipe();
  const { steps } = recipe;
  const story = useStory(see.BEATS);
  const { touched, beat, change } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<readonly see.Part[]>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const told = touched || beat > see.ASKS || (beat === see.ASKS && !prediction.asking);
  const view = useMemo(() => (told ? story.view : { ...story.view, off: [] }), [told, story.view]);
  const { known, sweep, live, busy, fault } = useAblations(recipe, view, told);
  useAblationsFacts(recipe, words);

  const asking = prediction.asking && known !== null && known.documents > 0;
  const prices = known?.prices;
  const order = useMemo(() => {
    if (!told || !prices) return see.PARTS;
    return see.byPrice(
      Object.fromEntries(see.PARTS.map((part) => [part, prices[part][0]])) as Record<
        see.Part,
        number | null
      >,
    );
  }, [told, prices]);
  const guess = prediction.guess ?? [];

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 440 }}
      touched={touched}
      onResume={story.resume}
      controls={
        <Controls words={words} view={view} change={change}>
          <SweepProgress words={words} sweep={sweep} />
        </Controls>
      }
      predict={
        asking && (
          <Predict
            question={words.say('question')}
            prediction={prediction}
            ready={guess.length > 0}
          >
            <span className="ablations-guess" role="group" aria-label={words.text('rank')}>
              {see.PARTS.map((part) => (
                <button
                  key={part}
                  type="button"
                  className="tool"
                  aria-pressed={guess.includes(part)}
                  onClick={() => prediction.setGuess(see.ranked(guess, part))}
                >
                  {words.text(`part.${part}`)}
                  <span className="ablations-rank">
                    {guess.includes(part) ? guess.indexOf(part) + 1 : ''}
                  </span>
                </button>
              ))}
            </span>
          </Predict>
        )
      }
      picture={(size) => {
        if (!known) return null;
        const at = see.ablationsLayout(size, scale, asking);
        return (
          <div className="ablations" ref={root} style={{ height: size.height }}>
            <AblationsChart
              size={at.chart}
              words={words}
              scale={scale}
              steps={steps}
              known={known}
              view={view}
            />
            {at.prices && (
              <AblationsPrices
                width={size.width}
                words={words}
                scale={scale}
                row={at.row}
                rows={at.rows}
                order={order}
                view={view}
                known={known}
                asking={!told}
                guess={asking || prediction.revealed ? guess : null}
                onToggle={(part) => change({ off: see.toggled(view.off, part) })}
              />
            )}
            {at.names && (
              <RunNames
                empty={words.say('empty')}
                rows={[
                  { label: words.text(view.adam ? 'adam' : 'head'), run: known.against },
                  ...(view.off.length > 0
                    ? [{ label: lackOf(words, view.off), run: known.run }]
                    : []),
                ]}
              />
            )}
          </div>
        );
      }}
      sentence={
        known
          ? ablationsSentence(words, {
              view,
              known,
              steps,
              asking,
              guess: prediction.revealed ? guess : null,
              order,
            })
          : null
      }
      table={() => ablationsTable(words, known, view, order, told)}
    />
  );
}

interface ControlsProps {
  words: Messages;
  view: see.View;
  change: (part: Partial<see.View>) => void;
  children: ReactNode;
}

/** How the network is trained, and with how many seeds. */
function Controls({ words, view, change, children }: ControlsProps) {
  return (
    <>
      <Switch<'sgd' | 'adam'>
        label={words.text('optimizer')}
        value={view.adam ? 'adam' : 'sgd'}
        options={(['sgd', 'adam'] as const).map((value) => ({
          value,
          label: words.text(`optimizers.${value}`),
        }))}
        onChange={(value) => change({ adam: value === 'adam' })}
      />
      <Switch<'one' | 'more'>
        label={words.text('seeds')}
        value={view.seeds ? 'more' : 'one'}
        options={(['one', 'more'] as const).map((value) => ({
          value,
          label: words.text(`seed.${value}`, { count: 1 + see.OTHER_SEEDS }),
        }))}
        onChange={(value) => change({ seeds: value === 'more' })}
      />
      {children}
    </>
  );
}

/** Where the programs end, then what each part costs, by seed. */
function ablationsTable(
  words: Messages,
  known: Ablations | null,
  view: see.View,
  order: readonly see.Part[],
  told: boolean,
): Omit<DataTableProps, 'height'> {
  const columns = (['what', 'nats', 'price', 'names'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key === 'nats' || key === 'price',
  }));
  if (!known) return { caption: words.text('table'), columns, rows: [] };
  const end = (curve: Ablations['page']) => three(curve?.nats.at(-1) ?? NaN);
  const price = (one: number | null) => (one === null ? '–' : priceText(one));
  const names = (run: Ablations['run']) => run?.names.join(' ') ?? '';
  const rows = [
    [words.text('counting'), end(known.counting), '', ''],
    [words.text('mlp'), end(known.mlp), '', ''],
    [words.text('head'), end(known.page), '', view.adam ? '' : names(known.against)],
    ...(view.adam ? [[words.text('adam'), end(known.whole), '', names(known.against)]] : []),
    ...(view.off.length > 0
      ? [[lackOf(words, view.off), end(known.changed), price(known.price), names(known.run)]]
      : []),
    ...(told
      ? order.flatMap((part) =>
          known.prices[part].map((one, seed) => [
            words.text(seed === 0 ? 'rowOwn' : 'rowSeed', {
              part: words.text(`of.${part}`),
              more: seed,
            }),
            '',
            price(one),
            '',
          ]),
        )
      : []),
  ];
  return { caption: words.text('table'), columns, rows };
}
