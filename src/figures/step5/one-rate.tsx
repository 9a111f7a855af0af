import { useMemo, useRef } from 'react';
import { integer } from '../../charts/index.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, answered, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { GuessSlider } from '../guess-slider.tsx';
import { plainRun } from './adam-run.ts';
import { figuresOf } from './figures-of.ts';
import { allBut, ASKS, BEATS, DOMAIN, GUESS, SPANS, stepsOf, type Span } from './one-rate-view.ts';
import { tensorName } from './parameter-name.ts';
import { extremes, timesAt } from './ridges-layout.ts';
import { Ridges } from './ridges.tsx';
import { sizesTable } from './sizes-table.ts';

const DASH = '–';
/** What the one rate is multiplied by, to see why it is not. */
const HIGHER = 10;
const whole = integer();

export default function OneRate() {
  const words = useMessages('one-rate');
  const own = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const recipe = useMemo(() => plainRun(own), [own]);
  const settings = settingsOf(recipe)!;
  const faster = useMemo(
    () => ({ ...recipe, rate: HIGHER * settings.rate }),
    [recipe, settings.rate],
  );
  const story = useStory(BEATS);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });
  const { asking } = prediction;
  const view = answered(story, prediction, BEATS, ASKS);
  const run = useEngine('gradientSizes', { recipe, ...stepsOf('whole', recipe.steps) });
  const part = useEngine(
    'gradientSizes',
    view.span === 'whole' ? null : { recipe, ...stepsOf(view.span, recipe.steps) },
  );
  const higher = useEngine('curve', { recipe: faster, points: 2 });
  const end = useEngine('evaluate', { recipe, steps: [recipe.steps] });
  const shown = view.span === 'whole' ? run : part;
  const data = shown.data ?? null;
  const { layers } = settings;
  const named = (tensor: string | undefined): string =>
    tensor === undefined ? DASH : tensorName(tensor, layers);
  const most = useMemo(() => extremes(run.data?.tensors ?? []), [run.data]);
  const now = useMemo(() => extremes(data?.tensors ?? []), [data]);
  const count = (value: number | undefined): string =>
    value === undefined ? DASH : words.text('number', { value });
  const spread = run.data?.spread;
  const ended = higher.data?.ended;
  usePublish({
    'one-rate.rate': String(settings.rate),
    'one-rate.higher': String(HIGHER * settings.rate),
    'one-rate.most': named(most?.most.tensor),
    'one-rate.most.median': most ? figuresOf(most.most.median!) : DASH,
    'one-rate.least': named(most?.least.tensor),
    'one-rate.least.median': most ? figuresOf(most.least.median!) : DASH,
    'one-rate.times': most ? count(Math.round(most.times)) : DASH,
    'one-rate.within': spread ? count(Math.round(spread[2] / spread[0])) : DASH,
    'one-rate.none': count(run.data?.none),
    'one-rate.heldout': end.data?.nats.at(-1)?.toFixed(3) ?? DASH,
    'one-rate.faster': higher.data
      ? ended
        ? words.text('broken', { step: ended.step })
        : words.text('ends', { nats: higher.data.heldOut.nats.at(-1)?.toFixed(3) ?? DASH })
      : DASH,
  });
  const position = asking || prediction.revealed ? prediction.guess : null;
  const guess = position === null ? null : timesAt(position, GUESS.top, GUESS.decades);
  const hidden = view.alone || asking ? allBut(data?.tensors ?? [], most?.most.tensor) : [];
  const said =
    !data || !now
      ? 'waiting'
      : hidden.length > 0
        ? 'alone'
        : prediction.revealed
          ? 'guessed'
          : 'all';

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={run.live}
      busy={shown.busy}
      fault={run.fault ?? part.fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <Switch<Span>
          label={words.text('span')}
          value={view.span}
          options={SPANS.map((value) => ({
            value,
            label: words.text(`spans.${value}`, stepsOf(value, recipe.steps)),
          }))}
          onChange={(span) => story.change({ span, alone: false })}
        />
      }
      predict={
        asking &&
        most && (
          <Predict
            question={words.say('question', {
              most: named(most.most.tensor),
              least: named(most.least.tensor),
            })}
            prediction={prediction}
          >
            <GuessSlider
              label={words.text('guessLabel')}
              max={GUESS.top}
              start={GUESS.start}
              prediction={prediction}
              text={(position) => `${whole(timesAt(position, GUESS.top, GUESS.decades))}×`}
              spoken
            />
          </Predict>
        )
      }
      picture={(room) => (
        <div ref={root} className="ridges-room">
          {data && (
            <Ridges
              {...room}
              scale={scale}
              number={(value) => words.text('number', { value })}
              label={words.text('label')}
              tensors={data.tensors}
              layers={layers}
              domain={DOMAIN}
              quantity="gradient"
              axis={words.text('axis')}
              middle={words.text('median')}
              hidden={hidden}
              guess={
                guess !== null && most
                  ? { tensor: most.least.tensor, size: most.most.median! / guess }
                  : null
              }
            />
          )}
        </div>
      )}
      sentence={words.say(`says.${said}`, {
        most: named(now?.most.tensor),
        least: named(now?.least.tensor),
        large: now ? figuresOf(now.most.median!) : DASH,
        small: now ? figuresOf(now.least.median!) : DASH,
        times: now ? Math.round(now.times) : 0,
        guess: guess === null ? 0 : Math.round(guess),
        none: data?.none ?? 0,
      })}
      table={() => sizesTable(words, data, layers, words.text('label'))}
    />
  );
}
