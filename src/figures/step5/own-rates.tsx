import { useMemo, useRef } from 'react';
import { integer } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { DEFAULT_NETWORKS } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useNear } from '../../reader/near.ts';
import { usePlayback } from '../../reader/playback.ts';
import { useStory } from '../../reader/story.ts';
import type { AllSizes } from '../../worker/protocol.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, answered, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { CURVE_POINTS } from '../step1/passes.ts';
import { useTextScale } from '../text-scale.ts';
import { GuessSlider } from '../guess-slider.tsx';
import { useAdamRun } from './adam-run.ts';
import { figuresOf } from './figures-of.ts';
import { ASKS, BEATS, GUESS, domainOf, stepOf } from './own-rates-view.ts';
import { tensorName } from './parameter-name.ts';
import { extremes, timesAt } from './ridges-layout.ts';
import { Ridges } from './ridges.tsx';
import { sizesTable } from './sizes-table.ts';

const DASH = '–';
const whole = integer();
const PLAIN = DEFAULT_NETWORKS[4].rate;

const within = (sizes: AllSizes | undefined): number | null =>
  sizes?.spread ? sizes.spread[2] / sizes.spread[0] : null;

/** Where a run ends; a dash before that is known. */
function useEnd(recipe: Recipe): string {
  const { data } = useEngine('evaluate', { recipe, steps: [recipe.steps] });
  return data?.nats.at(-1)?.toFixed(3) ?? DASH;
}

export default function OwnRates() {
  const words = useMessages('own-rates');
  const { recipe, settings } = useAdamRun();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const near = useNear();
  const { steps } = recipe;
  const story = useStory(BEATS);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });
  const { asking } = prediction;
  const view = answered(story, prediction, BEATS, ASKS);
  const step = stepOf(view, steps);
  const rates = useEngine('rates', { recipe, step });
  const first = useEngine('rates', { recipe, step: Math.min(1, steps) });
  const last = useEngine('rates', { recipe, step: steps });
  const curve = useEngine('curve', near ? { recipe, points: CURVE_POINTS } : null);
  const playback = usePlayback({
    recipe,
    step,
    total: steps,
    onStep: (to) => change({ step: to }),
  });
  const half = useMemo(() => ({ ...recipe, optimizer: 'rmsprop' }) as const, [recipe]);
  const ends = { adam: useEnd(recipe), rmsprop: useEnd(half) };

  const { layers } = settings;
  const named = (tensor: string | undefined): string =>
    tensor === undefined ? DASH : tensorName(tensor, layers);
  const now = useMemo(() => extremes(rates.data?.tensors ?? []), [rates.data]);
  const end = useMemo(() => extremes(last.data?.tensors ?? []), [last.data]);
  const times = (value: number | null): string =>
    value === null ? DASH : words.text('number', { value: Math.round(value) });
  usePublish({
    'own-rates.rate': String(settings.rate),
    'own-rates.plain': String(PLAIN),
    'own-rates.beta2': String(settings.beta2),
    'own-rates.memory': times(1 / (1 - settings.beta2)),
    'own-rates.first': times(within(first.data)),
    'own-rates.last': times(within(last.data)),
    'own-rates.most': named(end?.most.tensor),
    'own-rates.most.median': end ? figuresOf(end.most.median!) : DASH,
    'own-rates.least': named(end?.least.tensor),
    'own-rates.least.median': end ? figuresOf(end.least.median!) : DASH,
    'own-rates.adam': ends.adam,
    'own-rates.rmsprop': ends.rmsprop,
  });
  const position = asking || prediction.revealed ? prediction.guess : null;
  const guess = position === null ? null : timesAt(position, GUESS.top, GUESS.decades);
  const known = within(rates.data);
  const said =
    known === null || !now
      ? 'waiting'
      : prediction.revealed && guess !== null
        ? 'guessed'
        : 'rates';

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={rates.live && last.live}
      busy={rates.busy && !playback.playing}
      fault={rates.fault ?? last.fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      predict={
        asking && (
          <Predict
            question={words.say('question', { times: known === null ? 0 : Math.round(known) })}
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
          {rates.data && (
            <Ridges
              {...room}
              scale={scale}
              number={(value) => words.text('number', { value })}
              label={words.text('label', { step })}
              tensors={rates.data.tensors}
              layers={layers}
              domain={domainOf(settings.rate)}
              quantity="optimizer"
              axis={words.text('axis')}
              middle={words.text('median')}
              one={{ size: PLAIN, text: words.text('plain') }}
            />
          )}
        </div>
      )}
      sentence={words.say(`says.${said}`, {
        step,
        times: known === null ? 0 : Math.round(known),
        most: named(now?.most.tensor),
        least: named(now?.least.tensor),
        high: now ? figuresOf(now.most.median!) : DASH,
        low: now ? figuresOf(now.least.median!) : DASH,
        guess: guess === null ? 0 : Math.round(guess),
        none: rates.data?.none ?? 0,
      })}
      table={() => sizesTable(words, rates.data ?? null, layers, words.text('label', { step }))}
      run={
        <RunBar
          step={step}
          total={steps}
          losses={curve.data?.losses ?? []}
          seed={recipe.seed}
          playback={playback}
          onStep={(to) => change({ step: to })}
        />
      }
    />
  );
}
