import { useRef } from 'react';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useStory } from '../../../reader/story.ts';
import type { Racer } from '../../../worker/protocol.ts';
import { FigureFrame } from '../../frame.tsx';
import { answered, Predict, usePrediction } from '../../predict.tsx';
import { useRoll } from '../../step5/use-roll.ts';
import { useTextScale } from '../../text-scale.ts';
import { RavineControls } from './ravine-controls.tsx';
import { useRace, useRavineFacts } from './ravine-data.ts';
import { RavinePicture } from './ravine-picture.tsx';
import { ravineSentence, ravineTable } from './ravine-said.ts';
import * as see from './ravine-view.ts';

const FALLBACK = { width: 720, height: 440 };
/** What the question is about is not drawn before it is answered. */
const ASKED: readonly Racer[] = ['adam', 'rmsprop'];
const NONE: readonly Racer[] = [];

export default function RavineFigure() {
  const words = useMessages('ravine');
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
  });
  const { asking, revealed, guess } = prediction;
  const view = answered(story, prediction, see.BEATS, see.ASKS);
  const { change } = story;
  const { race, chart, told } = useRace(view);
  usePublish(useRavineFacts(words));
  const roll = useRoll(view.step, see.DRAWN, (step) => change({ step }));
  const hidden = asking ? ASKED : NONE;
  const truth = asking ? null : (told?.steps.adam[told.values.indexOf(see.SLANT)] ?? null);
  const ways = race.data ?? null;

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={race.live && chart.live}
      busy={race.busy || chart.busy}
      fault={race.fault ?? chart.fault}
      touched={story.touched}
      onResume={() => {
        roll.pause();
        story.resume();
      }}
      moving={roll.playing}
      fallback={FALLBACK}
      sentence={ravineSentence(words, {
        view,
        race: ways,
        told,
        asking,
        guess: revealed ? guess : null,
      })}
      controls={<RavineControls words={words} view={view} onChange={change} />}
      predict={
        asking && (
          <Predict question={words.say('question', { angle: see.SLANT })} prediction={prediction} />
        )
      }
      picture={(size) => (
        <div ref={root} className="ravine">
          <RavinePicture
            size={size}
            scale={scale}
            words={words}
            view={view}
            race={ways}
            told={told}
            hidden={hidden}
            guess={asking || revealed ? { value: guess, truth } : null}
            onGuess={asking ? prediction.setGuess : null}
            onMove={(to) => change({ start: see.heldStart(view, to) })}
            onChange={change}
          />
        </div>
      )}
      run={
        <fieldset className="run ravine-run" aria-label={words.text('run')}>
          <div className="run-row">
            <button
              type="button"
              className="key train"
              disabled={asking || !ways}
              onClick={roll.playing ? roll.pause : roll.play}
            >
              {words.text(roll.playing ? 'pause' : 'play')}
            </button>
            <input
              type="range"
              className="ravine-scrub"
              min={0}
              max={see.DRAWN}
              value={view.step}
              disabled={asking}
              aria-label={words.text('scrub')}
              onChange={(event) => {
                roll.pause();
                change({ step: event.currentTarget.valueAsNumber });
              }}
            />
            <span className="num">
              {words.text('stepText', { step: view.step, total: see.DRAWN })}
            </span>
          </div>
        </fieldset>
      }
      table={() => ravineTable(words, view, told, hidden)}
    />
  );
}
