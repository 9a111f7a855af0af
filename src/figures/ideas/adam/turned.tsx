import { useMemo, useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { useEach } from '../../../reader/each.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { answered, Predict, usePrediction } from '../../predict.tsx';
import { SliderOf } from '../../slider-of.tsx';
import { SweepProgress } from '../../sweep-progress.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { TurnedChart } from './turned-chart.tsx';
import { useTurnedFacts } from './turned-facts.ts';
import { turnedSentence, turnedTable } from './turned-said.ts';
import { TurnedSeeds } from './turned-seeds.tsx';
import * as see from './turned-view.ts';

const three = fixed(3);
const FALLBACK = { width: 720, height: 400 };

export default function TurnedFigure() {
  const words = useMessages('turned');
  const reader = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
    about: JSON.stringify(reader),
  });
  const { asking, revealed, guess } = prediction;
  const view = answered(story, prediction, see.BEATS, see.ASKS);

  const turns = useEach('turnedRun', useMemo(() => see.turnQuestions(reader, view.rate), [reader, view.rate])); // prettier-ignore
  const wantsSeeds = view.shown === 'seeds' || typeof window === 'undefined';
  const seedRuns = useEach(
    'turnedRun',
    useMemo(() => (wantsSeeds ? see.seedQuestions(reader) : []), [reader, wantsSeeds]),
  );
  usePublish(useTurnedFacts(words, reader, seedRuns.runs));
  const current = view.shown === 'turns' ? turns : seedRuns;
  const plain = see.endOf(turns.runs[0]);
  const adam = turns.runs.slice(1).map(see.endOf);
  const ends = see.seedEnds(reader, seedRuns.runs);
  const truth = asking ? null : (adam.at(-1) ?? null);

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={current.live}
      busy={current.busy}
      fault={current.fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={turnedSentence(words, {
        view,
        parameters: turns.runs[1]?.parameters ?? 0,
        unmeasured: see.isUnmeasured(turns.runs[0]),
        plain,
        adam,
        ends,
        asking,
        guess: revealed ? guess : null,
      })}
      controls={
        <>
          <Switch<see.View['shown']>
            label={words.text('shown')}
            value={view.shown}
            options={(['turns', 'seeds'] as const).map((value) => ({
              value,
              label: words.text(`show.${value}`),
            }))}
            onChange={(shown) => change({ shown, known: 'all' })}
          />
          {view.shown === 'turns' && (
            <SliderOf
              label={words.text('rate')}
              values={see.RATES}
              value={view.rate}
              onChange={(rate) => change({ rate, known: 'all' })}
            />
          )}
          <SweepProgress words={words} sweep={current} />
        </>
      }
      predict={
        asking &&
        plain !== null && (
          <Predict
            question={words.say('question', { plain: three(plain), adam: three(adam[0] ?? NaN) })}
            prediction={prediction}
          />
        )
      }
      picture={(size) => (
        <div ref={root} className="turned" style={{ height: size.height }}>
          {view.shown === 'turns' ? (
            <TurnedChart
              size={size}
              scale={scale}
              words={words}
              view={view}
              plain={plain}
              adam={adam}
              guess={asking || revealed ? { value: guess, truth } : null}
              onGuess={asking ? prediction.setGuess : null}
              onAngle={view.known === 'own' ? null : (angle) => change({ angle, known: 'all' })}
            />
          ) : (
            <TurnedSeeds size={size} scale={scale} words={words} ends={ends} />
          )}
        </div>
      )}
      table={() => turnedTable(words, view, plain, adam, ends)}
    />
  );
}
