import { useMemo, useRef } from 'react';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import { useEach } from '../../../reader/each.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages, type Messages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { fixed } from '../../../charts/index.ts';
import { FigureFrame } from '../../frame.tsx';
import { answered, Predict, usePrediction } from '../../predict.tsx';
import { SliderOf } from '../../slider-of.tsx';
import { SweepProgress } from '../../sweep-progress.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { useDepthFacts } from './depth-facts.ts';
import { DepthPicture } from './depth-picture.tsx';
import { depthSentence, depthTable } from './depth-said.ts';
import * as see from './depth-view.ts';

const three = fixed(3);
const FALLBACK = { width: 720, height: 420 };

export default function DepthFigure() {
  const words = useMessages('depth');
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
  const questions = useMemo(() => see.towerQuestions(reader, view), [reader, view]);
  const towers = useEach('tower', questions, see.placeOf('plain', view.blocks));
  const { runs } = towers;
  const runOf = (joint: Joint, blocks: number) => runs[see.placeOf(joint, blocks)];
  usePublish(useDepthFacts(words, reader));
  const best = see.endOf(runOf('plain', see.BLOCKS[2]));
  const truth = asking ? null : see.endOf(runOf('plain', see.DEEP));
  const take = (part: Partial<see.View>): void => change({ depths: see.BLOCKS.length, ...part });

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={towers.live}
      busy={towers.busy}
      fault={towers.fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={depthSentence(words, { view, runOf, asking, guess: revealed ? guess : null })}
      controls={
        <Controls words={words} view={view} onChange={take}>
          <SweepProgress words={words} sweep={towers} />
        </Controls>
      }
      predict={
        asking &&
        best !== null && (
          <Predict
            question={words.say('question', {
              layers: layersOf(see.DEEP),
              best: three(best),
              bestLayers: layersOf(see.BLOCKS[2]),
            })}
            prediction={prediction}
          />
        )
      }
      picture={(size) => (
        <div ref={root} className="depth">
          <DepthPicture
            size={size}
            scale={scale}
            words={words}
            view={view}
            // What is asked about is not drawn while it trains, either.
            runOf={(joint, blocks) =>
              asking && blocks > see.BLOCKS[2] ? undefined : runOf(joint, blocks)
            }
            guess={asking || revealed ? { value: guess, truth } : null}
            onGuess={asking ? prediction.setGuess : null}
            onBlocks={asking ? null : (blocks) => take({ blocks })}
          />
        </div>
      )}
      table={() => depthTable(words, view, runOf)}
    />
  );
}

interface ControlsProps {
  words: Messages;
  view: see.View;
  onChange: (part: Partial<see.View>) => void;
  children: React.ReactNode;
}

/** Which towers, how they are trained, and what is seen of them. */
function Controls({ words, view, onChange, children }: ControlsProps) {
  return (
    <>
      <Switch<see.View['joints']>
        label={words.text('joints')}
        value={view.joints}
        options={([1, 2, 3] as const).map((value) => ({
          value,
          label: words.text(`shows.${value}`),
        }))}
        onChange={(joints) => onChange({ joints })}
      />
      <Switch<see.Panel>
        label={words.text('panel')}
        value={view.panel}
        options={see.PANELS.map((value) => ({ value, label: words.text(`panels.${value}`) }))}
        onChange={(panel) => onChange({ panel })}
      />
      <SliderOf
        label={words.text('rate')}
        values={see.RATES}
        value={view.rate}
        onChange={(rate) => onChange({ rate })}
      />
      <SliderOf
        label={words.text('steps')}
        values={see.STEPS}
        value={view.steps}
        onChange={(steps) => onChange({ steps })}
      />
      {children}
    </>
  );
}
