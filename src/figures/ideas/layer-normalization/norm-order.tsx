import { useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine, type Answer as EngineAnswer } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { measuredAt, programOf } from '../../held-out.ts';
import { Predict, usePrediction } from '../../predict.tsx';
import { sizeText } from '../../prices.ts';
import { RunCurves } from '../../run-curves.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import * as see from './norm-order-view.ts';

const three = fixed(3);

/** The guide's network with layer norm, in either order. */
const runOf = (recipe: Recipe, { layers, adam }: see.View, order: see.Order): Recipe => ({
  ...programOf(recipe, adam ? 5 : 4),
  norm: 'layer',
  layers,
  postNorm: order === 'after',
});

export default function NormOrderFigure() {
  const words = useMessages('norm-order');
  const recipe = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const { view, change, beat, touched } = story;
  const prediction = usePrediction<see.Answer>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const measure = (order: see.Order) => ({
    recipe: runOf(recipe, view, order),
    steps: measuredAt(recipe.steps),
  });
  const runs: Record<see.Order, EngineAnswer<'evaluate'>> = {
    before: useEngine('evaluate', measure('before')),
    after: useEngine('evaluate', measure('after')),
  };
  useOrderFacts(recipe);
  const { asking } = prediction;
  const known = see.ORDERS.every((order) => runs[order].data && !runs[order].busy);
  const endOf = (order: see.Order) => runs[order].data?.nats.at(-1) ?? NaN;
  const gap = endOf('after') - endOf('before');
  const lower = see.lowerOf(endOf('before'), endOf('after'));
  const values = {
    layers: view.layers,
    before: three(endOf('before')),
    after: three(endOf('after')),
    size: sizeText(gap),
    lower,
    guess: prediction.guess ? words.text(`answer.${prediction.guess}`) : '',
    right: String(prediction.guess === lower),
  };
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={runs.before.live}
      busy={!known}
      fault={see.ORDERS.map((order) => runs[order].fault).find(Boolean) ?? null}
      fallback={{ width: 468, height: 380 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking &&
        known && (
          <Predict question={words.say('question', values)} prediction={prediction}>
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
          <Switch<string>
            label={words.text('layers')}
            value={String(view.layers)}
            options={see.LAYERS.map((layers) => ({
              value: String(layers),
              label: words.text('layer', { layers }),
            }))}
            onChange={(layers) => change({ layers: Number(layers) })}
          />
          <Switch<'sgd' | 'adam'>
            label={words.text('optimizer')}
            value={view.adam ? 'adam' : 'sgd'}
            options={(['sgd', 'adam'] as const).map((value) => ({
              value,
              label: words.text(`optimizers.${value}`),
            }))}
            onChange={(value) => change({ adam: value === 'adam' })}
          />
        </>
      }
      picture={(size) => (
        <div ref={root} className="norms">
          {runs.before.data && (
            <RunCurves
              size={size}
              scale={scale}
              label={words.text('curves')}
              description={asking ? '' : words.text('curvesAbout', values)}
              steps={recipe.steps}
              floors={runs.before.data.floors}
              curves={(asking ? [] : see.ORDERS).map((order) => ({
                id: order,
                points: runs[order].data ?? null,
                label: words.text(`names.${order}`),
                rank: order === 'before' ? 'shown' : 'beside',
                ...(order === 'after' ? { dash: 'dashed' as const } : {}),
              }))}
              training={null}
            />
          )}
        </div>
      )}
      sentence={words.say(
        !known
          ? 'says.waiting'
          : asking
            ? 'says.asking'
            : prediction.revealed
              ? 'says.guessed'
              : 'says.both',
        values,
      )}
      table={() => ({
        caption: words.text('table'),
        columns: [
          { key: 'order', label: words.text('columns.order') },
          { key: 'nats', label: words.text('columns.nats'), numeric: true },
        ],
        rows: see.ORDERS.map((order) => [
          words.text(`names.${order}`),
          asking ? '?' : three(endOf(order)),
        ]),
      })}
    />
  );
}

/** Where one and four layers end in either order, taught by Adam. */
function useOrderFacts(recipe: Recipe): void {
  const ask = (layers: number, order: see.Order) => ({
    recipe: runOf(recipe, { layers, adam: true }, order),
    steps: [recipe.steps],
  });
  const nats = ({ data }: EngineAnswer<'evaluate'>) => data?.nats[0] ?? NaN;
  const [four, fourAfter, one, oneAfter] = [
    nats(useEngine('evaluate', ask(4, 'before'))),
    nats(useEngine('evaluate', ask(4, 'after'))),
    nats(useEngine('evaluate', ask(1, 'before'))),
    nats(useEngine('evaluate', ask(1, 'after'))),
  ];
  usePublish({
    'order.before.4': three(four),
    'order.after.4': three(fourAfter),
    'order.gap.4': sizeText(fourAfter - four),
    'order.before.1': three(one),
    'order.after.1': three(oneAfter),
    'order.gap.1': sizeText(oneAfter - one),
  });
}
