import { useRef } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { CURVE_POINTS } from '../step1/passes.ts';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { useStream } from './stream-data.ts';
import { useStreamFacts } from './stream-facts.ts';
import { StreamFloors } from './stream-floors.tsx';
import { StreamLetters } from './stream-letters.tsx';
import { StreamRiver } from './stream-river.tsx';
import * as see from './stream-view.ts';
import { stageText, streamSentence, streamTable } from './stream-words.ts';

const NONE = new Float64Array();

export default function StreamFigure() {
  const words = useMessages('stream');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(see.BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const guess = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const data = useStream(recipe, lens, view);
  const { known, run, step } = data;
  const playback = usePlayback({
    recipe: run,
    step,
    total: run.steps,
    onStep: (to) => change({ step: to }),
  });
  const { data: curve } = useEngine('curve', { recipe: run, points: CURVE_POINTS });
  useStreamFacts(recipe, lens, words);
  const asking = guess.asking && known !== null;
  const token = known ? (view.token ?? known.answers.tokens[known.at + 1]) : 0;
  const saying = {
    words,
    data,
    token,
    name: lens,
    asking,
    guess: guess.revealed ? guess.guess : null,
  };
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy && !playback.playing}
      fault={data.fault}
      moving={playback.playing}
      touched={touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      controls={
        <Switch<'sgd' | 'adam'>
          label={words.text('optimizer')}
          value={view.adam ? 'adam' : 'sgd'}
          options={(['sgd', 'adam'] as const).map((value) => ({
            value,
            label: words.text(`optimizers.${value}`),
          }))}
          onChange={(value) => change({ adam: value === 'adam' })}
        />
      }
      predict={
        asking && (
          <Predict question={words.say('question', { name: lens })} prediction={guess}>
            <Switch
              label={words.text('halves')}
              value={guess.guess}
              options={known.answers.stages.slice(1).map((name, i) => ({
                value: i + 1,
                label: stageText(words, name, data.layers),
              }))}
              onChange={guess.setGuess}
            />
          </Predict>
        )
      }
      picture={(size) => {
        const at = see.streamLayout(size, scale, known?.answers.positions ?? 1);
        return (
          <div className="stream-root" ref={root} style={{ height: size.height }}>
            {known && (
              <>
                <StreamRiver
                  size={size}
                  words={words}
                  scale={scale}
                  at={at}
                  known={known}
                  token={token}
                  asking={asking}
                  onToken={(chosen) => change({ token: chosen })}
                />
                <StreamLetters
                  words={words}
                  scale={scale}
                  at={at}
                  known={known}
                  onAt={(position) => change({ at: position, token: null })}
                />
                <div style={{ position: 'absolute', insetInline: 0, top: at.floors.top }}>
                  <StreamFloors
                    width={size.width}
                    words={words}
                    scale={scale}
                    floors={data.floors}
                    layers={data.layers}
                    bigram={data.bigram}
                    row={at.floors.row}
                    low={at.low}
                    onLayers={(layers) => change({ layers })}
                  />
                </div>
              </>
            )}
          </div>
        );
      }}
      sentence={streamSentence(saying)}
      table={() => streamTable(saying)}
      run={
        <RunBar
          step={step}
          total={run.steps}
          losses={curve?.losses ?? NONE}
          seed={recipe.seed}
          playback={playback}
          onStep={(to) => change({ step: to })}
        />
      }
    />
  );
}
