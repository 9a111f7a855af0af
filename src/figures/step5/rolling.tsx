import { useMemo, useRef } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useLens } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { SliderOf } from '../slider-of.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { useAdamRun } from './adam-run.ts';
import { figuresOf } from './figures-of.ts';
import { useRolling, type Way } from './rolling-data.ts';
import { useRollingFacts } from './rolling-facts.ts';
import { RollingPicture } from './rolling-picture.tsx';
import {
  ASKS,
  BEATS,
  STEPS,
  TIMES,
  placeAt,
  turn,
  turnBack,
  type Point,
  type View,
} from './rolling-view.ts';
import { useRoll } from './use-roll.ts';

const three = fixed(3);
/** Every so many steps have a row in the table. */
const EVERY = 10;

export default function RollingFigure() {
  const words = useMessages('rolling');
  const { recipe, settings } = useAdamRun();
  const lens = useLens();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(BEATS);
  const prediction = usePrediction<Point>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const { asking } = prediction;
  const settled = !story.touched && story.beat === ASKS && !asking;
  const view: View = settled ? BEATS[ASKS + 1] : story.view;
  const { turned, step } = view;
  const { change } = story;
  const { network, pairs, plane, rolls, ways, names } = useRolling(recipe, settings, lens, view);
  usePublish(useRollingFacts(recipe, settings, lens, words));
  const roll = useRoll(step, STEPS, (to) => change({ step: to }));
  const shown = view.adam ? 2 : 1;
  const start = turned ? turn(view.start) : view.start;
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const axes = useMemo<[string, string]>(
    () =>
      turned
        ? [words.text('together'), words.text('against')]
        : [names?.[0] ?? '', names?.[1] ?? ''],
    [turned, names, words],
  );
  const move = (to: Point): void => {
    if (asking) return prediction.setGuess(to);
    roll.pause();
    change({ start: turned ? turnBack(to) : to });
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={plane.live && rolls.live}
      busy={network.busy || plane.busy || rolls.busy}
      fault={network.fault ?? plane.fault ?? rolls.fault}
      touched={story.touched}
      onResume={() => {
        roll.pause();
        story.resume();
      }}
      moving={roll.playing}
      controls={
        <>
          <Switch<string>
            label={words.text('pair')}
            value={String(view.pair)}
            options={(pairs ?? [null, null, null]).map((_, i) => ({
              value: String(i),
              label: words.text(`pairs.${i}`),
            }))}
            onChange={(value) => change({ pair: Number(value), adam: true })}
          />
          <Switch<string>
            label={words.text('network')}
            value={view.trained ? 'trained' : 'new'}
            options={(['new', 'trained'] as const).map((value) => ({
              value,
              label: words.text(value),
            }))}
            onChange={(value) => change({ trained: value === 'trained', adam: true })}
          />
          <Switch<string>
            label={words.text('axes')}
            value={turned ? 'turned' : 'own'}
            options={(['own', 'turned'] as const).map((value) => ({
              value,
              label: words.text(value),
            }))}
            onChange={(value) => change({ turned: value === 'turned', adam: true })}
          />
          <SliderOf
            label={words.text('times')}
            values={TIMES}
            value={view.times}
            onChange={(times) => change({ times, adam: true })}
          />
        </>
      }
      predict={
        asking && (
          <Predict
            question={words.say('question', { steps: STEPS })}
            ready={prediction.guess !== null}
            onReveal={prediction.reveal}
            onSkip={prediction.skip}
          />
        )
      }
      picture={(room) => (
        <div ref={root} className="rolling">
          <RollingPicture
            room={room}
            words={words}
            scale={scale}
            plane={plane.busy ? null : (plane.data ?? null)}
            ways={rolls.busy ? null : (ways ?? null)}
            shown={shown}
            step={step}
            start={start}
            guess={guess}
            moves={asking ? 'guess' : 'start'}
            axes={axes}
            onMove={move}
            onStep={(to) => {
              roll.pause();
              if (!asking) change({ step: to });
            }}
          />
        </div>
      )}
      run={
        <fieldset className="run rolling-run" aria-label={words.text('run')}>
          <div className="run-row">
            <button
              type="button"
              className="key train"
              disabled={asking || !ways}
              onClick={roll.playing ? roll.pause : roll.play}
            >
              {words.text(roll.playing ? 'pause' : 'roll')}
            </button>
            <span className="num">{words.text('stepText', { step, total: STEPS })}</span>
          </div>
        </fieldset>
      }
      sentence={saidOf(words, {
        view,
        ways,
        axes,
        asking,
        guess: prediction.revealed ? guess : null,
      })}
      table={() => tableOf(words, ways?.slice(0, shown) ?? [], axes)}
    />
  );
}

interface Said {
  view: View;
  ways: readonly Way[] | null | undefined;
  axes: readonly [string, string];
  asking: boolean;
  guess: Point | null;
}

function saidOf(words: Messages, { view, ways, axes, asking, guess }: Said) {
  if (!ways) return words.say('says.waiting');
  const [sgd, adam] = ways.map(({ roll }) => {
    const [along, across] = placeAt(roll.path, view.step);
    const [from, beside] = placeAt(roll.path, 0);
    const loss = roll.losses[view.step];
    return { at: [along, across] as const, gone: [along - from, across - beside], loss };
  });
  const told = {
    step: view.step,
    first: axes[0],
    second: axes[1],
    low: three(sgd.loss),
    gone: figuresOf(sgd.gone[0]),
    beside: figuresOf(sgd.gone[1]),
    low2: three(adam.loss),
    gone2: figuresOf(adam.gone[0]),
    beside2: figuresOf(adam.gone[1]),
    from: three(ways[0].roll.losses[0]),
    off: guess ? figuresOf(Math.hypot(guess[0] - adam.at[0], guess[1] - adam.at[1])) : '',
  };
  if (![sgd, ...(view.adam ? [adam] : [])].every(({ loss }) => Number.isFinite(loss)))
    return words.say('says.lost', told);
  if (view.step === 0) return words.say('says.start', told);
  if (guess) return words.say('says.guessed', told);
  return words.say(asking || !view.adam ? 'says.one' : 'says.both', told);
}

function tableOf(
  words: Messages,
  ways: readonly Way[],
  axes: readonly [string, string],
): Omit<DataTableProps, 'height'> {
  const columns = ways.flatMap((_, i) => {
    const who = words.text(i === 0 ? 'sgd' : 'adam');
    return [axes[0], axes[1], words.text('loss')].map((label, k) => ({
      key: `${i}.${k}`,
      label: `${who}: ${label}`,
      numeric: true,
    }));
  });
  return {
    caption: words.text('table'),
    columns: [{ key: 'step', label: words.text('step'), numeric: true }, ...columns],
    rows: Array.from({ length: STEPS / EVERY + 1 }, (_, k) => [
      k * EVERY,
      ...ways.flatMap(({ roll }) => [
        ...placeAt(roll.path, k * EVERY).map((place) => figuresOf(place, 3)),
        three(roll.losses[k * EVERY]),
      ]),
    ]),
  };
}
