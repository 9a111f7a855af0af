import { useMemo, useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { normed, normWork } from '../../../engine/ideas/norm-work.ts';
import { settingsOf } from '../../../engine/settings.ts';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages, type Messages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { programOf } from '../../held-out.ts';
import { NumberField } from '../../number-field.tsx';
import { Predict, usePrediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { SpherePicture } from './sphere-picture.tsx';
import * as see from './sphere-view.ts';

const two = fixed(2);

const threeOf = (values: readonly number[]): see.Point3 => [values[0], values[1], values[2]];
const bothOf = (x: see.Point3) => ({
  rms: threeOf(normed('rms', x)),
  layer: threeOf(normed('layer', x)),
});

export default function SphereFigure() {
  const words = useMessages('sphere');
  const recipe = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const prediction = usePrediction<see.Answer>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
  });
  const { asking } = prediction;
  // The settled question shows what was asked: the same amount added to all three.
  const view =
    !story.touched && story.beat === see.ASKS && !asking ? see.BEATS[see.ASKS + 1] : story.view;
  const { rms, layer } = useMemo(() => bothOf(view.x), [view.x]);
  const network = useEngine('network', { recipe: programOf(recipe, 5) });
  const truth = see.movedBy(bothOf(see.BEATS[see.ASKS].x), bothOf(see.BEATS[see.ASKS + 1].x));
  usePublish(factsOf(words, settingsOf(programOf(recipe, 5))?.embd ?? 1));
  const put = (i: number, value: number) => {
    const held = Math.max(-see.REACH, Math.min(see.REACH, value));
    story.change({ ...view, x: threeOf(view.x.map((own, k) => (k === i ? held : own))) });
  };
  const said = {
    x: view.x.map(two).join(', '),
    mean: two(see.meanOf(view.x)),
    size: two(see.rmsOf(view.x)),
    rms: rms.map(two).join(', '),
    layer: layer.map(two).join(', '),
    guess: prediction.guess ? words.text(`answer.${prediction.guess}`) : '',
    right: String(prediction.guess === truth),
  };
  const sentence = asking
    ? 'asking'
    : prediction.revealed
      ? 'guessed'
      : rms.every((own, i) => Math.abs(own - layer[i]) < 0.005)
        ? 'agree'
        : view.shown;
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={network.live}
      busy={network.busy}
      fault={network.fault}
      fallback={{ width: 468, height: 400 }}
      touched={story.touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict question={words.say('question', { added: see.ADDED })} prediction={prediction}>
            <Switch<see.Answer>
              label={words.text('answers')}
              value={prediction.guess}
              options={see.ANSWERS.map((value) => ({
                value,
                label: words.text(`answer.${value}`),
              }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      controls={
        <>
          {view.x.map((value, i) => (
            <NumberField
              // The three numbers keep their places.
              key={i}
              label={`x${'₁₂₃'[i]}`}
              name={words.text('field', { at: i + 1 })}
              value={Number(value.toFixed(2))}
              step={0.1}
              onChange={(next) => put(i, next)}
            />
          ))}
          <Switch<see.View['shown']>
            label={words.text('shown')}
            value={view.shown}
            options={(['layer', 'rms', 'both'] as const).map((value) => ({
              value,
              label: words.text(`show.${value}`),
            }))}
            onChange={(shown) => story.change({ ...view, shown })}
          />
        </>
      }
      picture={(size) => (
        <div ref={root} className="sphere">
          <SpherePicture
            size={size}
            words={words}
            scale={scale}
            view={view}
            rms={rms}
            layer={layer}
            asking={asking}
            onMove={(x) => story.change({ ...view, x })}
          />
        </div>
      )}
      sentence={words.say(`says.${sentence}`, said)}
      table={() => ({
        caption: words.text('table'),
        columns: (['what', 'x1', 'x2', 'x3', 'mean', 'size'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'what',
        })),
        rows: (
          [
            ['x', view.x],
            ['layer', layer],
            ['rms', rms],
          ] as const
        ).map(([what, values]) => [
          what === 'x' ? 'x' : words.text(what),
          ...values.map((value) => (asking && what !== 'x' ? '?' : two(value))),
          asking && what !== 'x' ? '?' : two(see.meanOf(values)),
          asking && what !== 'x' ? '?' : two(see.rmsOf(values)),
        ]),
      })}
    />
  );
}

/** What a norm of the network's own width takes, counted. */
function factsOf(words: Messages, width: number): Record<string, string> {
  const number = (value: number) => words.text('number', { value });
  const [rms, layer] = [normWork('rms', width), normWork('layer', width)];
  const all = ({ add, mul, pow }: typeof rms) => add + mul + pow;
  return {
    'norms.width': number(width),
    'norms.rms': number(all(rms)),
    'norms.layer': number(all(layer)),
    'norms.more': `${Math.round((100 * (all(layer) - all(rms))) / all(layer))} %`,
  };
}
