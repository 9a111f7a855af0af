import { useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { layersOf } from '../../../engine/ideas/tower.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { answered, Predict, usePrediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { BlockDiagram } from './errors-block.tsx';
import { errorsTable, useFourErrors } from './errors-data.ts';
import { Pairs } from './errors-pairs.tsx';
import * as see from './errors-view.ts';
import { PUBLISHED, YEAR } from './published.ts';
import { DEEP, SHALLOW } from './towers.ts';

const two = fixed(2);
const three = fixed(3);
const FALLBACK = { width: 720, height: 400 };

export default function FourErrors() {
  const words = useMessages('four-errors');
  const reader = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
  });
  const { asking, revealed, guess } = prediction;
  const view = answered(story, prediction, see.BEATS, see.ASKS);
  const { ours, numbers, facts, live, busy, fault } = useFourErrors(reader);
  usePublish(facts);
  const values = { ...numbers, guess: guess?.toFixed(1) ?? '' };
  const said = ((): string => {
    if (asking) return 'asking';
    if (revealed) return 'guessed';
    if (view.beside === 'ours') return view.kinds === 1 ? 'oursPlain' : 'ours';
    return view.kinds === 1 ? 'plain' : 'both';
  })();

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={words.say(`says.${said}`, values)}
      controls={
        <>
          <Switch<see.View['kinds']>
            label={words.text('kinds')}
            value={view.kinds}
            options={([1, 2] as const).map((value) => ({
              value,
              label: words.text(`kind.${value}`),
            }))}
            onChange={(kinds) => change({ kinds })}
          />
          <Switch<see.View['beside']>
            label={words.text('beside')}
            value={view.beside}
            options={(['block', 'ours'] as const).map((value) => ({
              value,
              label: words.text(`besides.${value}`),
            }))}
            onChange={(beside) => change({ beside })}
          />
        </>
      }
      predict={
        asking && <Predict question={words.say('question', values)} prediction={prediction} />
      }
      picture={(size) => {
        const { first, second } = see.splitOf(size, scale, view);
        return (
          <div ref={root} className="errors" style={{ height: size.height }}>
            {first && (
              <Pairs
                size={first}
                scale={scale}
                words={words}
                title={words.text('theirs', { year: YEAR })}
                note={words.text('theirsNote')}
                pairs={see.published(view.kinds, !asking)}
                layers={PUBLISHED.layers}
                format={two}
                span={[see.GUESS.min, see.GUESS.max]}
                guess={
                  asking || revealed
                    ? { value: guess, truth: asking ? null : PUBLISHED.plain[1] }
                    : null
                }
                onGuess={asking ? prediction.setGuess : null}
              />
            )}
            {second && (
              <div className="errors-second" style={{ left: second.left }}>
                {view.beside === 'block' ? (
                  <BlockDiagram size={second} scale={scale} words={words} skip={view.kinds === 2} />
                ) : (
                  <Pairs
                    size={second}
                    scale={scale}
                    words={words}
                    title={words.text('ours')}
                    note={words.text('oursNote')}
                    pairs={ours.slice(0, view.kinds)}
                    layers={[layersOf(SHALLOW), layersOf(DEEP)]}
                    format={three}
                  />
                )}
              </div>
            )}
          </div>
        );
      }}
      table={() => errorsTable(words, numbers, asking)}
    />
  );
}
