import { useMemo, useRef } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import {
  leftOf,
  leftOfNoise,
  movingMeans,
  rootMeanSquare,
  turns,
} from '../../engine/moving-mean.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useNear } from '../../reader/near.ts';
import { useLens } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, answered, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { GuessSlider } from '../guess-slider.tsx';
import { useAdamRun } from './adam-run.ts';
import { useCast } from './diary-data.ts';
import { dayOf } from './diary-view.ts';
import { figuresOf } from './figures-of.ts';
import { MomentumPicture } from './momentum-picture.tsx';
import {
  ASKS,
  LONG,
  beatsOf,
  betasWith,
  memoryOf,
  nearestBeta,
  type View,
} from './momentum-view.ts';
import { parameterName } from './parameter-name.ts';

const DASH = '–';
const percent = fixed(0);
/** Rows of the table shown at first. */
const SHOWN = 60;
/** A guess waits here, in hundredths. */
const START = 30;

export default function Momentum() {
  const words = useMessages('momentum');
  const { recipe, settings } = useAdamRun();
  const lens = useLens();
  const near = useNear();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { steps } = recipe;
  const { beta1 } = settings;
  const beats = useMemo(() => beatsOf(beta1), [beta1]);
  const betas = useMemo(() => betasWith(beta1), [beta1]);
  const story = useStory(beats);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const { asking } = prediction;
  const view: View = answered(story, prediction, beats, ASKS);
  const cast = useCast(recipe, lens);
  const parameters = cast?.others ?? null;
  const chosen = parameters?.[view.who] ?? null;
  const labels = cast?.network.labels ?? [];
  const brief = useEngine(
    'entries',
    parameters && { recipe, parameters, from: 1, betas: [beta1, LONG] },
  );
  const whole = useEngine('diary', near && chosen ? { recipe, parameters: [chosen] } : null);
  const series = near && !whole.busy ? (whole.data?.series[0]?.gradient ?? null) : null;
  const means = useMemo(() => series && movingMeans(series, view.beta), [series, view.beta]);
  const day = view.day === 'middle' ? dayOf(steps) : Math.min(view.day, steps);
  const name = cast && chosen ? parameterName(chosen, labels, cast.layers) : '';

  const first = brief.data?.diaries[0];
  const count = (value: number | undefined): string =>
    value === undefined ? DASH : words.text('number', { value });
  const share = (value: number | undefined): string =>
    value === undefined ? DASH : percent(100 * value);
  usePublish({
    'momentum.name': cast && parameters ? parameterName(parameters[0], labels, cast.layers) : DASH,
    'momentum.heard': count(first?.heard),
    'momentum.turned': share(first?.turned),
    'momentum.beta': String(beta1),
    'momentum.rest': String(Number((1 - beta1).toPrecision(6))),
    'momentum.memory': count(Math.round(memoryOf(beta1))),
    'momentum.left': share(first?.left[0]),
    'momentum.noise': share(leftOfNoise(beta1)),
    'momentum.long': String(LONG),
    'momentum.long.memory': count(Math.round(memoryOf(LONG))),
    'momentum.long.left': first ? fixed(1)(100 * first.left[1]) : DASH,
    'momentum.long.noise': fixed(1)(100 * leftOfNoise(LONG)),
  });

  const left = series ? leftOf(series, view.beta) : null;
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const told = prediction.revealed ? prediction.guess : null;
  const said = ((): string => {
    if (!series || left === null) return 'waiting';
    if (rootMeanSquare(series) === 0) return 'silent';
    if (asking) return 'asking';
    if (told !== null) return 'guessed';
    return view.mean ? 'mean' : 'raw';
  })();

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={brief.live}
      busy={brief.busy || whole.busy}
      fault={brief.fault ?? whole.fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <>
          <Switch<string>
            label={words.text('pick')}
            value={String(view.who)}
            options={(parameters ?? []).map((one, i) => ({
              value: String(i),
              label: <span className="num">{parameterName(one, labels, cast?.layers ?? 1)}</span>,
            }))}
            onChange={(value) => change({ who: Number(value), mean: true, day })}
          />
          <label className="momentum-beta">
            <i>β</i>
            <input
              type="range"
              min={0}
              max={betas.length - 1}
              step={1}
              value={nearestBeta(betas, view.beta)}
              aria-label={words.text('beta')}
              aria-valuetext={words.text('betaText', {
                beta: view.beta,
                memory: Math.round(memoryOf(view.beta)),
              })}
              onChange={(event) =>
                change({ beta: betas[event.currentTarget.valueAsNumber], mean: true, day })
              }
            />
            <output className="num q-optimizer">{view.beta}</output>
          </label>
        </>
      }
      predict={
        asking && (
          <Predict question={words.say('question', { beta: LONG })} prediction={prediction}>
            <GuessSlider
              label={words.text('guessLabel')}
              max={100}
              start={START}
              prediction={prediction}
              text={(share) => `${share}%`}
            />
          </Predict>
        )
      }
      picture={(room) => (
        <div ref={root} className="momentum">
          <MomentumPicture
            room={room}
            words={words}
            scale={scale}
            steps={steps}
            series={series}
            means={means}
            view={view}
            day={day}
            guess={guess}
            onDay={(to) => !asking && change({ day: to })}
          />
        </div>
      )}
      sentence={words.say(`says.${said}`, {
        name,
        day,
        g: figuresOf(series?.[day - 1] ?? 0),
        mean: figuresOf(means?.[day - 1] ?? 0),
        turned: share(series ? turns(series) : undefined),
        left: share(left ?? undefined),
        noise: share(leftOfNoise(view.beta)),
        memory: Math.round(memoryOf(view.beta)),
        beta: view.beta,
        guess: told ?? 0,
      })}
      table={() => tableOf(words, series, means, name)}
    />
  );
}

function tableOf(
  words: Messages,
  series: Float64Array | null,
  means: Float64Array | null,
  name: string,
): Omit<DataTableProps, 'height'> {
  return {
    caption: words.text('table', { name }),
    columns: (['day', 'g', 'mean'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: true,
    })),
    rows: Array.from(series ?? [], (g, i) => [
      i + 1,
      figuresOf(g, 3),
      figuresOf(means?.[i] ?? NaN, 3),
    ]),
    limit: SHOWN,
  };
}
