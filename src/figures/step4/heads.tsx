import { useRef } from 'react';
import { usePublish } from '../../reader/facts.ts';
import { fixed } from '../../charts/index.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useEngine } from '../../reader/engine.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { CURVE_POINTS } from '../step1/passes.ts';
import { useTextScale } from '../text-scale.ts';
import { HeadsControls } from './heads-controls.tsx';
import { useHeads } from './heads-data.ts';
import { useHeadsFacts } from './heads-facts.ts';
import { HeadsPicture } from './heads-picture.tsx';
import * as see from './heads-view.ts';
import { headsSentence, headsTable, symbolsOf } from './heads-words.ts';

const NONE = new Float64Array();
const three = fixed(3);

export default function HeadsFigure() {
  const words = useMessages('heads');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(see.BEATS);
  const { change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const guess = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const { view } = story;
  const step = view.step === 'end' ? recipe.steps : Math.min(view.step, recipe.steps);
  const playback = usePlayback({
    recipe,
    step,
    total: recipe.steps,
    onStep: (to) => change({ step: to }),
  });
  const data = useHeads(recipe, lens, view, playback.playing);
  const { known } = data;
  const asking = guess.asking && known !== null && data.documents !== 0;
  // What a head costs is not seen before it has been asked.
  const hidden = asking || (!touched && beat < see.ASKS);
  const { data: curve } = useEngine('curve', { recipe: data.run, points: CURVE_POINTS });
  useHeadsFacts(recipe, words);

  const symbols = known ? symbolsOf(known) : [];
  const n = known?.positions ?? 1;
  const cell = cellOf(view.cell, n);
  const weights = known?.maps.map((map) => map[(n - 1) * n]) ?? [];
  usePublish({
    'heads.asks': symbols[n - 1] ?? '–',
    'heads.even': three(1 / n),
    'heads.first.least': three(Math.min(...weights)),
    'heads.first.most': three(Math.max(...weights)),
  });

  const told = guess.revealed ? guess.guess : null;
  const saying = { words, data, view, step, cell, symbols, asking, hidden, guess: told };
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
      controls={<HeadsControls words={words} view={view} change={change} />}
      predict={asking && <Predict question={words.say('question')} prediction={guess} />}
      picture={(size) => (
        <div className="heads" ref={root} style={{ height: size.height }}>
          {known && (
            <HeadsPicture
              size={size}
              words={words}
              scale={scale}
              data={data}
              known={known}
              view={view}
              cell={cell}
              symbols={symbols}
              asking={asking}
              hidden={hidden}
              guess={asking || guess.revealed ? guess.guess : null}
              onPress={(place) =>
                asking
                  ? guess.setGuess(place)
                  : change(see.pressed(view, known.heads, known.layers, place))
              }
              onRestore={() => change({ wiring: 'own' })}
              onCell={(to) => change({ cell: to })}
            />
          )}
        </div>
      )}
      sentence={headsSentence(saying)}
      table={() => headsTable(saying)}
      run={
        <RunBar
          step={step}
          total={recipe.steps}
          losses={curve?.losses ?? NONE}
          seed={recipe.seed}
          playback={playback}
          onStep={(to) => change({ step: to })}
        />
      }
    />
  );
}

/** The weight in hand, held to the text: the last letter's of the first, unless chosen. */
function cellOf(cell: see.View['cell'], n: number): readonly [asks: number, seen: number] {
  if (!cell) return [n - 1, 0];
  const asks = Math.min(cell[0], n - 1);
  return [asks, Math.min(cell[1], asks)];
}
