import { useRef } from 'react';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { usePast } from './past-data.ts';
import { usePastFacts } from './past-facts.ts';
import { PastPicture } from './past-picture.tsx';
import { pastSentence, pastTable } from './past-said.ts';
import { ASKS, BEATS, SHOWN, type Shown } from './past-view.ts';

/** Where the handle of the guess waits, per cent. */
const WAITS = 30;

export default function PastFigure() {
  const words = useMessages('past');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { past, live, busy, fault } = usePast(recipe, name, view);
  usePastFacts(recipe, past);
  const prediction = usePrediction<number>({
    beat,
    at: ASKS,
    touched,
    about: `${JSON.stringify(recipe)} ${name}`,
  });
  const asking = prediction.asking && past?.exchange !== null && past !== null;
  const guess = prediction.revealed ? prediction.guess : null;

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
      predict={
        asking && (
          <Predict
            question={words.say('question', { last: past.letters.at(-1) ?? '' })}
            prediction={prediction}
          >
            <label className="past-ask">
              <span className="visually-hidden">{words.text('guess')}</span>
              <input
                type="range"
                min={0}
                max={100}
                value={prediction.guess ?? WAITS}
                aria-valuetext={`${prediction.guess ?? WAITS} %`}
                onChange={(event) => prediction.setGuess(event.currentTarget.valueAsNumber)}
                // Choosing the place where the handle waits is a guess, too.
                onPointerUp={(event) => prediction.setGuess(event.currentTarget.valueAsNumber)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') prediction.setGuess(event.currentTarget.valueAsNumber);
                }}
              />
              <output className="num q-lens">
                {prediction.guess === null ? '–' : `${prediction.guess} %`}
              </output>
            </label>
          </Predict>
        )
      }
      controls={
        <>
          <Switch<Shown>
            label={words.text('shown')}
            value={view.shown}
            options={SHOWN.map((value) => ({ value, label: words.text(`show.${value}`) }))}
            onChange={(shown) => change({ shown })}
          />
          <span className="past-form">
            <Switch<'map' | 'bars'>
              label={words.text('maps')}
              value={view.map ? 'map' : 'bars'}
              options={(['bars', 'map'] as const).map((value) => ({
                value,
                label: words.text(`forms.${value}`),
                disabled: view.shown === 'old' && value === 'map',
              }))}
              onChange={(form) => change({ map: form === 'map' })}
            />
          </span>
        </>
      }
      picture={(size) =>
        past && (
          <div ref={root} className="past-root">
            <PastPicture
              size={size}
              words={words}
              scale={scale}
              past={past}
              view={view}
              asking={asking}
              guess={asking ? prediction.guess : guess}
              onExchange={(exchange) => change({ exchange })}
            />
          </div>
        )
      }
      sentence={past && pastSentence({ words, past, view, name, asking, guess })}
      table={() => pastTable(words, past, view, asking)}
    />
  );
}
