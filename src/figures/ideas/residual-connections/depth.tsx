import { useMemo, useRef, type ReactNode } from 'react';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import { useEach } from '../../../reader/each.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages, type Messages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
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
import { DEEP } from './towers.ts';

const FALLBACK = { width: 720, height: 420 };

export default function DepthFigure() {
  const words = useMessages('depth');
  const reader = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
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
  const take = (part: Partial<see.View>): void =>
    story.change({ depths: see.BLOCKS.length, ...part });

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
        asking && (
          <Predict
            question={words.say('question', { layers: layersOf(DEEP) })}
            prediction={prediction}
          >
            <Switch<number>
              label={words.text('answers')}
              value={guess}
              options={see.TIMES.map((times) => ({
                value: times,
                label: words.text('times', { times }),
              }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      picture={(size) => (
        <div ref={root} className="depth">
          <DepthPicture
            size={size}
            scale={scale}
            words={words}
            view={view}
            runOf={runOf}
            onBlocks={(blocks) => take({ blocks })}
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
  children: ReactNode;
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
