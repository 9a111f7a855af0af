import { useMemo, useRef } from 'react';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, answered, usePrediction } from '../predict.tsx';
import { useTextScale } from '../text-scale.ts';
import { useAdamRun } from './adam-run.ts';
import { RollingControls } from './rolling-controls.tsx';
import { useRolling } from './rolling-data.ts';
import { useRollingFacts } from './rolling-facts.ts';
import { RollingPicture } from './rolling-picture.tsx';
import { saidOf, tableOf } from './rolling-said.ts';
import { ASKS, BEATS, STEPS, turn, turnBack, type Point, type View } from './rolling-view.ts';
import { useRoll } from './use-roll.ts';

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
  const view: View = answered(story, prediction, BEATS, ASKS);
  const { turned, step } = view;
  const { change } = story;
  const { network, pairs, plane, rolls, ways, names } = useRolling(recipe, settings, lens, view);
  usePublish(useRollingFacts(recipe, settings, lens, words));
  const roll = useRoll(step, STEPS, (to) => change({ step: to }));
  const shown = view.adam ? (ways?.length ?? 2) : 1;
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
        <RollingControls
          words={words}
          settings={settings}
          view={view}
          pairs={pairs?.length ?? 3}
          start={start}
          axes={axes}
          onChange={change}
          onMove={move}
        />
      }
      predict={
        asking && (
          <Predict question={words.say('question', { steps: STEPS })} prediction={prediction} />
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
